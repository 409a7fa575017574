// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Clock: the moment of a call, and what the shopper's own clock shows then.
//
// Units     now: milliseconds since the Unix epoch; offset: minutes that the shopper's clock is ahead of UTC.
#pragma once

#include <cstdint>

#include "rules/program.h"

namespace etalage::rules {

inline constexpr std::int64_t kSecond = 1000, kHour = 3600 * kSecond, kDay = 24 * kHour;

struct Clock {
  std::int64_t now = 0;
  std::int32_t offset = 0;

  [[nodiscard]] std::int64_t local() const { return now + std::int64_t{offset} * 60 * kSecond; }
  // The hour (0 to 23), weekday (1 = Monday to 7), month (1 to 12) or day of the month (1 to 31).
  [[nodiscard]] int show(Context what) const;
  // When the shopper's clock next shows another hour.
  [[nodiscard]] std::int64_t next_hour() const;
};

}  // namespace etalage::rules
