// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Units of time in milliseconds, and the letters that stand for them in rules.
#pragma once

#include <cstdint>
#include <string_view>

namespace etalage::compile {

inline constexpr std::int64_t kMinute = 60'000;
inline constexpr std::int64_t kHour = 60 * kMinute;
inline constexpr std::int64_t kDay = 24 * kHour;
inline constexpr std::int64_t kWeek = 7 * kDay;
inline constexpr std::int64_t kYear = 365 * kDay;

// 0: no unit.
[[nodiscard]] constexpr std::int64_t unit_length(std::string_view letters) {
  if (letters == "m") return kMinute;
  if (letters == "h") return kHour;
  if (letters == "d") return kDay;
  if (letters == "w") return kWeek;
  return letters == "y" ? kYear : 0;
}

}  // namespace etalage::compile
