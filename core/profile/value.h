// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Field: a named value of an event, of one of its items, or of an answer.
//
// Units     numbers are fixed-point, in ten-thousandths: sums of them are exact, and the same everywhere.
// Limits    a number lies within +-kLargestNumber, a text has at most kMaxTextBytes, an event at most kMaxFields fields.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace etalage::profile {

inline constexpr std::int64_t kUnit = 10000;
inline constexpr std::int64_t kLargestNumber = 1000000000 * kUnit;
inline constexpr std::size_t kMaxTextBytes = 256;
inline constexpr std::size_t kMaxFields = 1000;

struct Field {
  std::string name;
  bool is_text = false;
  std::int64_t number = 0;
  std::string text;

  bool operator==(const Field&) const = default;
};

// A number in ten-thousandths, rounded to the nearest, halves away from zero; nothing for what is not finite or too large.
[[nodiscard]] inline std::optional<std::int64_t> fixed(double value) {
  const auto scaled = value * static_cast<double>(kUnit);
  constexpr auto limit = static_cast<double>(kLargestNumber);
  if (!(scaled >= -limit && scaled <= limit)) return std::nullopt;
  return static_cast<std::int64_t>(scaled < 0 ? scaled - 0.5 : scaled + 0.5);
}

}  // namespace etalage::profile
