// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Links: who must hear of what. Found once, from the program alone.
//
//   group      aggregates over the same selection: what matches is found out once for all of them
//   listener   something that events feed: a group (by its index), or a sequence (by its index after the groups)
//   cut        where a comparison of an aggregate with a constant comes out otherwise: its rule need hear only then
//   plain      the listeners of an event that must see each one
//   guarded    those that need only see an event with a text in a field for which a test holds
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

// Whether only events change the value, it is at hand at any time, and is never missing.
[[nodiscard]] inline bool is_settled(Function function) {
  return function == Function::count || function == Function::sum || function == Function::exists;
}

struct Links {
  explicit Links(const Program& program);

  std::vector<std::uint32_t> group_of;  // by aggregate; kNoGroup for the cart's
  struct Group {
    std::uint32_t aggregate;  // one of them
    bool is_guard;            // what matches the selection's guard matches it
  };
  std::vector<Group> groups;
  Lists aggregates_of_group;
  // A comparison of a settled aggregate with a constant comes out otherwise from `value` on; == and != twice.
  struct Cut {
    double value;
    std::uint32_t aggregate, rule, at;  // at: its first instruction
  };
  std::vector<Cut> cuts;                 // by aggregate, then value
  std::vector<std::uint32_t> first_cut;  // by aggregate, and the end
  Lists plain;                           // by event: listeners
  struct Guarded {
    std::uint16_t event, field;
    std::uint32_t listener;
  };
  std::vector<Guarded> guarded;
  Lists guarded_by_test;     // places in `guarded`
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
  void add_cuts(const Program& program, std::uint32_t rule, std::uint32_t at);
};

}  // namespace etalage::rules
