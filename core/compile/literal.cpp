// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "compile/literal.h"

#include <array>
#include <cstdint>

#include "compile/characters.h"
#include "compile/units.h"

namespace etalage::compile {
namespace {

constexpr std::uint64_t kMaxDigits = 15;

// Reads from the front of a text; what does not fit leaves it as it is and returns false.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  bool sign(char c) {
    if (at_ == text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  // Exactly so many digits.
  bool digits(std::size_t count, int& value) {
    if (at_ + count > text_.size()) return false;
    int read = 0;
    for (std::size_t i = 0; i < count; ++i) {
      if (!is_digit(text_[at_ + i])) return false;
      read = read * 10 + (text_[at_ + i] - '0');
    }
    at_ += count;
    value = read;
    return true;
  }
  [[nodiscard]] std::size_t at() const { return at_; }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

// Days from 1970-01-01 in the Gregorian calendar; years begin in March, so that a leap day is a year's last.
std::int64_t days_since_1970(int year, int month, int day) {
  const std::int64_t y = month <= 2 ? year - 1 : year;
  const std::int64_t era = (y >= 0 ? y : y - 399) / 400;
  const std::int64_t year_of_era = y - era * 400;
  const std::int64_t day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  const std::int64_t day_of_era =
      year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

int days_of_month(int year, int month) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

// A date, with a time of day or without. The scanner stands behind its day.
bool read_time_of_day(Scanner& in, std::int64_t& milliseconds) {
  int hour = 0, minute = 0, second = 0, zone_hour = 0, zone_minute = 0;
  if (!in.digits(2, hour) || !in.sign(':') || !in.digits(2, minute)) return false;
  if (in.sign(':') && !in.digits(2, second)) return false;
  int east = 0;
  if (!in.sign('Z')) {
    east = in.sign('+') ? 1 : in.sign('-') ? -1 : 0;
    if (east == 0 || !in.digits(2, zone_hour) || !in.sign(':') || !in.digits(2, zone_minute)) {
      return false;
    }
  }
  if (hour > 23 || minute > 59 || second > 59 || zone_hour > 23 || zone_minute > 59) return false;
  milliseconds += hour * kHour + minute * kMinute + second * 1000;
  milliseconds -= east * (zone_hour * kHour + zone_minute * kMinute);
  return true;
}

Literal read_date(std::string_view text) {
  Literal date;
  date.kind = TokenKind::date;
  Scanner in(text);
  int year = 0, month = 0, day = 0;
  in.digits(4, year), in.sign('-'), in.digits(2, month), in.sign('-'), in.digits(2, day);
  bool right = month >= 1 && month <= 12 && day >= 1 && day <= days_of_month(year, month);
  std::int64_t time = right ? days_since_1970(year, month, day) * kDay : 0;
  if (in.sign('T')) right = read_time_of_day(in, time) && right;
  date.length = in.at();
  date.number = static_cast<double>(time);
  while (date.length < text.size() && continues_name(text[date.length]))
    ++date.length, right = false;
  if (!right) {
    date.wrong = "no date: \"" + std::string(text.substr(0, date.length)) + "\"";
    date.expected = "a day (2026-01-31) or a time (2026-01-31T09:30Z, 2026-01-31T09:30+01:00)";
  }
  return date;
}

bool is_date(std::string_view text) {
  constexpr std::string_view kShape = "0000-00-00";
  if (text.size() < kShape.size()) return false;
  for (std::size_t i = 0; i < kShape.size(); ++i) {
    if (kShape[i] == '-' ? text[i] != '-' : !is_digit(text[i])) return false;
  }
  return text.size() == kShape.size() || !is_digit(text[kShape.size()]);
}

}  // namespace

Literal read_literal(std::string_view text) {
  if (is_date(text)) return read_date(text);
  Literal literal;
  std::uint64_t digits = 0, decimals = 0, mantissa = 0;
  double scale = 1;
  const auto take_digits = [&](double factor) {
    for (; literal.length < text.size() && is_digit(text[literal.length]); ++literal.length) {
      if (++digits > kMaxDigits) continue;
      mantissa = mantissa * 10 + static_cast<std::uint64_t>(text[literal.length] - '0');
      scale *= factor;
    }
  };
  take_digits(1);
  if (literal.length + 1 < text.size() && text[literal.length] == '.' &&
      is_digit(text[literal.length + 1])) {
    decimals = ++literal.length;
    take_digits(10);
  }
  // Both are whole and below 2^53, so that the quotient is the double nearest to what is written.
  literal.number = static_cast<double>(mantissa) / scale;

  const auto begin = literal.length;
  while (literal.length < text.size() && continues_name(text[literal.length])) ++literal.length;
  const auto unit = text.substr(begin, literal.length - begin);
  const auto length = static_cast<double>(unit_length(unit));
  if (!unit.empty() && (length == 0 || decimals != 0)) {
    literal.wrong =
        "neither a number nor a duration: \"" + std::string(text.substr(0, literal.length)) + "\"";
    literal.expected = "a whole number with one of m h d w y (30d), or a number without a letter";
  } else if (digits > kMaxDigits) {
    literal.wrong = "a number of too many digits";
    literal.expected = "at most 15";
  } else if (!unit.empty()) {
    literal.kind = TokenKind::duration;
    literal.number *= length;
    if (literal.number > 100 * static_cast<double>(kYear)) {
      literal.wrong = "a duration that is too long";
      literal.expected = "at most 100y";
    }
  }
  return literal;
}

}  // namespace etalage::compile
