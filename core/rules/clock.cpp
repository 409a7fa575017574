// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "rules/clock.h"

namespace etalage::rules {
namespace {

std::int64_t floor_divide(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

// Month and day of a day since 1970 in the Gregorian calendar: years are counted from March, so that a leap day ends one.
void civil(std::int64_t days, int& month, int& day) {
  const auto shifted = days + 719468;
  const auto era = floor_divide(shifted, 146097);
  const auto of_era = shifted - era * 146097;
  const auto year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  const auto of_year = of_era - (365 * year + year / 4 - year / 100);
  const auto from_march = (5 * of_year + 2) / 153;
  day = static_cast<int>(of_year - (153 * from_march + 2) / 5 + 1);
  month = static_cast<int>(from_march < 10 ? from_march + 3 : from_march - 9);
}

}  // namespace

int Clock::show(Context what) const {
  const auto days = floor_divide(local(), kDay);
  if (what == Context::hour) return static_cast<int>((local() - days * kDay) / kHour);
  // 1 January 1970 was a Thursday.
  if (what == Context::weekday)
    return static_cast<int>((days + 3) - floor_divide(days + 3, 7) * 7) + 1;
  int month = 0;
  int day = 0;
  civil(days, month, day);
  return what == Context::month ? month : day;
}

std::int64_t Clock::next_hour() const {
  return now + kHour - (local() - floor_divide(local(), kHour) * kHour);
}

}  // namespace etalage::rules
