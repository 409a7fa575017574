// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "rules/interests.h"

#include <algorithm>
#include <bit>
#include <limits>

#include "rules/field_reader.h"
#include "rules/text.h"

namespace etalage::rules {
namespace {

// Beyond so many half-lives the origin moves: a double holds 2^1023.
constexpr double kFar = 500;

// Amounts that differ by less are as strong as each other: they may have been added up in another order.
constexpr double kRounding = 1e-12;

double half_lives(std::int64_t time, std::int64_t origin) {
  return static_cast<double>(time - origin) / static_cast<double>(kHalfLife);
}

// 2^x; 0 and infinity where a double holds no such number. The table of std::exp2 would cost a page 2 kB.
double power_of_two(double x) {
  if (x < -1022) return 0;
  if (x >= 1023) return std::numeric_limits<double>::infinity();
  const auto whole = static_cast<std::int64_t>(x < 0 ? x - 0.5 : x + 0.5);
  // e^rest, of which thirteen terms leave out less than a double can tell.
  const auto rest = (x - static_cast<double>(whole)) * 0.693147180559945309;
  double power = 1;
  for (int term = 13; term > 0; --term) power = 1 + power * rest / term;
  return power * std::bit_cast<double>((whole + 1023) << 52);
}

}  // namespace

double interest_weight(std::string_view event) {
  if (event == "view_item") return 1;
  if (event == "add_to_cart" || event == "add_to_wishlist") return 3;
  if (event == "purchase") return 5;
  return 0;
}

void Interests::clear(std::int64_t origin) {
  amounts_.clear();
  origin_ = origin;
}

void Interests::add(Symbol value, double weight, std::int64_t time) {
  const auto age = half_lives(time, origin_);
  if (age > kFar) {
    for (auto& entry : amounts_) entry.amount *= power_of_two(-age);
    origin_ = time;
  }
  const auto same = [&](const Amount& entry) { return entry.value == value; };
  auto found = std::find_if(amounts_.begin(), amounts_.end(), same);
  const auto amount = weight * power_of_two(half_lives(time, origin_));
  if (found == amounts_.end()) {
    amounts_.push_back({value, amount});
  } else {
    found->amount += amount;
  }
}

double Interests::share(Symbols& symbols, Symbol wanted) const {
  double all = 0;
  double part = 0;
  for (const auto& [value, amount] : amounts_) {
    all += amount;
    const bool inside = is_path_ ? matches(Match::under, symbols.text(value), symbols.text(wanted))
                                 : value == wanted;
    if (inside) part += amount;
  }
  return all > 0 ? part / all : kMissing;
}

double Interests::strongest(Symbols& symbols) const {
  std::vector<Amount> sums;
  for (const auto& [value, amount] : amounts_) {
    const auto key = is_path_ ? symbols.of(first_element(symbols.text(value))) : value;
    const auto same = [&](const Amount& sum) { return sum.value == key; };
    const auto found = std::find_if(sums.begin(), sums.end(), same);
    if (found == sums.end()) {
      sums.push_back({key, amount});
    } else {
      found->amount += amount;
    }
  }
  const Amount* best = nullptr;
  for (const auto& sum : sums) {
    const bool better = best == nullptr || sum.amount > best->amount * (1 + kRounding) ||
                        (sum.amount >= best->amount * (1 - kRounding) &&
                         symbols.text(sum.value) < symbols.text(best->value));
    if (better) best = &sum;
  }
  return best == nullptr ? kMissing : best->value;
}

}  // namespace etalage::rules
