// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Interests: how the shopper's attention is shared among the values of a field. It halves with every half-life:
//
//   amount(value) = sum over events of weight(event) * 2^((time - origin) / half-life)
//
// for each item that holds the value. Only shares and ranks are asked, so the origin falls out: it is moved when the powers
// grow large, and nothing needs to be brought up to date as time goes by.
//
// Cost      O(values of the dimension) for an event. What leaves the window makes the rest to be added up again.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "rules/symbols.h"

namespace etalage::rules {

inline constexpr std::int64_t kHalfLife = std::int64_t{30} * 86400000;

// What an event says of interest; 0: nothing.
[[nodiscard]] double interest_weight(std::string_view event);

class Interests {
 public:
  // `is_path`: the strongest value is that of the first elements of paths.
  explicit Interests(bool is_path) : is_path_(is_path) {}

  void clear(std::int64_t origin);
  void add(Symbol value, double weight, std::int64_t time);

  // The share of the values for which a text matches `wanted`, 0 to 1; missing where there is nothing.
  [[nodiscard]] double share(Symbols& symbols, Symbol wanted) const;
  // The strongest value, ties to the smaller text; missing where there is nothing.
  [[nodiscard]] double strongest(Symbols& symbols) const;

 private:
  struct Amount {
    Symbol value;
    double amount;
  };
  bool is_path_;
  std::int64_t origin_ = 0;
  std::vector<Amount> amounts_;  // in the order in which values came
};

}  // namespace etalage::rules
