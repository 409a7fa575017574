// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "rules/links.h"

#include <algorithm>
#include <bit>

#include "bytes/insert_once.h"

namespace etalage::rules {
namespace {

// The next larger number.
double next_after(double value) {
  const auto bits = std::bit_cast<std::int64_t>(value + 0.0);  // never -0
  return std::bit_cast<double>(value < 0 ? bits - 1 : bits + 1);
}

// Whether a condition asks nothing but what its guard has found out.
bool is_guard(const Program& program, const Selection& selection) {
  const auto where = part(program.code, selection.where);
  if (selection.guard_field == kNone || where.size() < 2 || where[0].op != Op::field ||
      where[0].b != selection.guard_field) {
    return false;
  }
  if (where.size() == 2) return where[1].op == Op::test && where[1].b == selection.guard_test;
  const auto& test = program.tests[selection.guard_test];
  return where.size() == 3 && where[1].op == Op::text && where[2].op == Op::equal &&
         test.match == Match::equals && !test.ignore_case && test.strings.size() == 1 &&
         program.lists[test.strings.begin] == where[1].b;
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
    add_listener(i, program.aggregates[groups[i].aggregate].selection);
  }
  for (std::uint32_t i = 0; i < sequences; ++i) {
    for (const auto& step : part(program.steps, program.sequences[i].steps)) {
      add_listener(first + i, step);
    }
  }
  const auto rules = static_cast<std::uint32_t>(program.rules.size());
  for (std::uint32_t rule = 0; rule < rules; ++rule) add_rule(program, rule);

  plain.close(static_cast<std::uint32_t>(program.events.size()));
  guarded_by_test.close(static_cast<std::uint32_t>(program.tests.size()));
  aggregates_of_group.close(first);
  rules_of_aggregate.close(aggregates);
  // Sorting a heap costs a page half of what std::sort does.
  const auto before = [](const Cut& a, const Cut& b) {
    return a.aggregate != b.aggregate ? a.aggregate < b.aggregate : a.value < b.value;
  };
  std::make_heap(cuts.begin(), cuts.end(), before);
  std::sort_heap(cuts.begin(), cuts.end(), before);
  first_cut.assign(aggregates + 1, 0);
  for (const auto& cut : cuts) ++first_cut[cut.aggregate + 1];
  for (std::uint32_t i = 0; i < aggregates; ++i) first_cut[i + 1] += first_cut[i];
  rules_of_sequence.close(sequences);
  rules_of_rule.close(rules);
  rules_of_fact.close(static_cast<std::uint32_t>(program.facts.size()));
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
      groups.push_back({i, is_guard(program, program.aggregates[i].selection)});
    }
    group_of.push_back(found->second);
    aggregates_of_group.add(found->second, i);
  }
}

void Links::add_listener(std::uint32_t listener, const Selection& selection) {
  if (selection.guard_field == kNone) {
    plain.add(selection.event, listener);
  } else {
    guarded_by_test.add(selection.guard_test, static_cast<std::uint32_t>(guarded.size()));
    guarded.push_back({selection.event, selection.guard_field, listener});
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
        if (is_comparison(program, program.rules[rule], at) &&
            is_settled(program.aggregates[b].function)) {
          add_cuts(program, rule, at);
        } else {
          rules_of_aggregate.add(b, rule);
        }
        break;
      case Op::sequence: rules_of_sequence.add(b, rule); break;
      case Op::interest:
      case Op::strongest:
        once(rules_of_interests);
        bytes::insert_once(dimensions, op == Op::interest ? program.interests[b].field
                                                          : static_cast<std::uint16_t>(b));
        break;
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

void Links::add_cuts(const Program& program, std::uint32_t rule, std::uint32_t at) {
  const auto aggregate = program.code[at].b;
  const auto constant = program.numbers[program.code[at + 1].b];
  const auto op = program.code[at + 2].op;
  if (op != Op::greater && op != Op::less_equal) cuts.push_back({constant, aggregate, rule, at});
  if (op != Op::greater_equal && op != Op::less) {
    cuts.push_back({next_after(constant), aggregate, rule, at});
  }
}

}  // namespace etalage::rules
