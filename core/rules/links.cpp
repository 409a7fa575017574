// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "rules/links.h"

#include <algorithm>

#include "bytes/insert_once.h"

namespace etalage::rules {
namespace {

// Whether only events change the value, and it is at hand at any time.
bool is_settled(Function function) {
  return function == Function::count || function == Function::sum ||
         function == Function::average || function == Function::exists;
}

}  // namespace

// A counting sort: what was added under one key stays in its order.
void Lists::close(std::uint32_t keys) {
  ends_.assign(keys + 1, 0);
  for (const auto& pair : pairs_) ++ends_[pair.key + 1];
  for (std::uint32_t key = 0; key < keys; ++key) ends_[key + 1] += ends_[key];
  auto next = ends_;
  values_.resize(pairs_.size());
  for (const auto& pair : pairs_) values_[next[pair.key]++] = pair.value;
  pairs_ = {};
}

Links::Links(const Program& program) {
  const auto aggregates = static_cast<std::uint32_t>(program.aggregates.size());
  const auto sequences = static_cast<std::uint32_t>(program.sequences.size());
  group(program);
  const auto first = static_cast<std::uint32_t>(groups.size());
  for (std::uint32_t i = 0; i < first; ++i) {
    add_listener(i, program.aggregates[groups[i]].selection);
  }
  for (std::uint32_t i = 0; i < sequences; ++i) {
    for (const auto& step : part(program.steps, program.sequences[i].steps)) {
      add_listener(first + i, step);
    }
  }
  const auto rules = static_cast<std::uint32_t>(program.rules.size());
  for (std::uint32_t rule = 0; rule < rules; ++rule) add_rule(program, rule);
  for (const auto& interest : program.interests) bytes::insert_once(dimensions, interest.field);
  for (const auto& instruction : program.code) {
    if (instruction.op != Op::strongest) continue;
    bytes::insert_once(dimensions, static_cast<std::uint16_t>(instruction.b));
  }

  plain.close(static_cast<std::uint32_t>(program.events.size()));
  aggregates_of_group.close(first);
  rules_of_aggregate.close(aggregates);
  comparisons_of_aggregate.close(aggregates);
  rules_of_sequence.close(sequences);
  rules_of_rule.close(rules);
  rules_of_fact.close(static_cast<std::uint32_t>(program.facts.size()));

  for (const auto& [guard, listener] : waiting_) bytes::insert_once(guards_, guard);
  for (const auto& [guard, listener] : waiting_) of_guard_.add(place_of(guard), listener);
  of_guard_.close(static_cast<std::uint32_t>(guards_.size()));
  waiting_ = {};
}

// The compiler writes equal conditions once: the same selection has the same code.
void Links::group(const Program& program) {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> known;  // groups by selection, sorted
  for (std::uint32_t i = 0; i < program.aggregates.size(); ++i) {
    const auto& [event, where, guard_field, guard_test] = program.aggregates[i].selection;
    if (event == kCart) {
      cart_aggregates.push_back(i);
      group_of.push_back(kNoGroup);
      continue;
    }
    static_assert(kMaxCode < 1u << 20);
    const auto key = std::uint64_t{event} << 40 | std::uint64_t{where.begin} << 20 | where.end;
    auto found = std::lower_bound(known.begin(), known.end(), std::pair{key, std::uint32_t{0}});
    if (found == known.end() || found->first != key) {
      found = known.insert(found, {key, static_cast<std::uint32_t>(groups.size())});
      groups.push_back(i);
    }
    group_of.push_back(found->second);
    aggregates_of_group.add(found->second, i);
  }
}

void Links::add_listener(std::uint32_t listener, const Selection& selection) {
  if (selection.guard_field == kNone) {
    plain.add(selection.event, listener);
  } else {
    waiting_.push_back(
        {guard_of(selection.event, selection.guard_field, selection.guard_test), listener});
  }
}

void Links::add_rule(const Program& program, std::uint32_t rule) {
  const auto once = [&](std::vector<std::uint32_t>& list) {
    if (list.empty() || list.back() != rule) list.push_back(rule);
  };
  const auto& code = program.rules[rule].code;
  for (auto at = code.begin; at < code.end; ++at) {
    const auto& [op, a, b] = program.code[at];
    switch (op) {
      case Op::aggregate:
        if (is_comparison(program, at) && is_settled(program.aggregates[b].function)) {
          comparisons_of_aggregate.add(b, static_cast<std::uint32_t>(comparisons.size()));
          comparisons.push_back({rule, at});
        } else {
          rules_of_aggregate.add(b, rule);
        }
        break;
      case Op::sequence: rules_of_sequence.add(b, rule); break;
      case Op::interest:
      case Op::strongest: once(rules_of_interests); break;
      case Op::rule:
      case Op::confidence: rules_of_rule.add(b, rule); break;
      case Op::stated: rules_of_fact.add(b, rule); break;
      case Op::holds: rules_of_fact.add(a, rule); break;
      case Op::context:
        if (static_cast<Context>(b) >= Context::page_type) once(rules_of_page);
        if (static_cast<Context>(b) == Context::profile_age) once(rules_of_age);
        break;
      default: break;
    }
  }
}

std::uint32_t Links::place_of(Guard guard) const {
  const auto found = std::lower_bound(guards_.begin(), guards_.end(), guard);
  return static_cast<std::uint32_t>(found - guards_.begin());
}

std::span<const std::uint32_t> Links::guarded(std::uint16_t event, std::uint16_t field,
                                              std::uint16_t test) const {
  const auto guard = guard_of(event, field, test);
  const auto place = place_of(guard);
  if (place == guards_.size() || guards_[place] != guard) return {};
  return of_guard_[place];
}

}  // namespace etalage::rules
