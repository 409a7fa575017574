// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Links: who must hear of what. Found once, from the program alone.
//
//   group      aggregates over the same selection: what matches is found out once for all of them
//   listener   something that events feed: a group (by its index), or a sequence (by its index after the groups)
//   comparison of an aggregate with a constant: its rule need only hear where that comes out otherwise
//   plain      the listeners of an event that must see each one
//   guarded    those that need only see an event with a text for which a test holds, by field and test
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "rules/program.h"

namespace etalage::rules {

// Lists of numbers by key, end to end.
class Lists {
 public:
  void add(std::uint32_t key, std::uint32_t value) { pairs_.push_back({key, value}); }
  // Sorts what was added by its keys; no more may be added after. A key's list is in the order of the adding.
  void close(std::uint32_t keys);
  [[nodiscard]] std::span<const std::uint32_t> operator[](std::uint32_t key) const {
    return std::span(values_).subspan(ends_[key], ends_[key + 1] - ends_[key]);
  }

 private:
  struct Pair {
    std::uint32_t key, value;
  };
  std::vector<Pair> pairs_;
  std::vector<std::uint32_t> ends_;
  std::vector<std::uint32_t> values_;
};

inline constexpr std::uint32_t kNoGroup = 0xFFFFFFFF;

struct Links {
  explicit Links(const Program& program);

  // The listeners to an event that have this guard.
  [[nodiscard]] std::span<const std::uint32_t> guarded(std::uint16_t event, std::uint16_t field,
                                                       std::uint16_t test) const;

  std::vector<std::uint32_t> group_of;  // by aggregate; kNoGroup for the cart's
  std::vector<std::uint32_t> groups;    // an aggregate of each
  Lists aggregates_of_group;
  struct Comparison {
    std::uint32_t rule, at;  // its first instruction
  };
  std::vector<Comparison> comparisons;
  Lists comparisons_of_aggregate;
  Lists plain;               // by event: listeners
  Lists rules_of_aggregate;  // rules that must hear of every change; and so on
  Lists rules_of_sequence;
  Lists rules_of_rule;
  Lists rules_of_fact;                                                         // by stated fact
  std::vector<std::uint32_t> rules_of_interests, rules_of_page, rules_of_age;  // rules
  std::vector<std::uint32_t> cart_aggregates;
  std::vector<std::uint16_t> dimensions;  // fields that interests ask for, each once

 private:
  void group(const Program& program);
  void add_listener(std::uint32_t listener, const Selection& selection);
  void add_rule(const Program& program, std::uint32_t rule);

  using Guard = std::uint64_t;  // event, field and test
  static Guard guard_of(std::uint16_t event, std::uint16_t field, std::uint16_t test) {
    return Guard{event} << 32 | Guard{field} << 16 | test;
  }
  [[nodiscard]] std::uint32_t place_of(Guard guard) const;

  std::vector<Guard> guards_;  // sorted, each once
  Lists of_guard_;
  std::vector<std::pair<Guard, std::uint32_t>> waiting_;
};

}  // namespace etalage::rules
