// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Aggregates: counts and sums that events enter and leave. What cannot be taken back (an extreme, a number of distinct
// values) is found anew from the events that still count.
#include <algorithm>

#include "bytes/insert_once.h"
#include "rules/evaluator.h"

namespace etalage::rules {

using profile::Cell;
using profile::Event;

namespace {

bool has_extreme(Function function) {
  switch (function) {
    case Function::minimum:
    case Function::maximum:
    case Function::distinct:
    case Function::first:
    case Function::last: return true;
    default: return false;
  }
}

bool adds_up(Function function) {
  return function == Function::sum || function == Function::average;
}

bool counts_events(Function function) {
  return function == Function::count || function == Function::exists ||
         function == Function::days_since;
}

}  // namespace

// False where an event can be told not to match without a look at each item.
bool Evaluator::may_match(const Selection& selection, const Event& event) {
  if (selection.guard_field == kNone) return true;
  const auto holds = [&](Symbol symbol) { return symbols_.holds(selection.guard_test, symbol); };
  if (selection.guard_field == reader_->item_id()) {
    return std::any_of(event.products.begin(), event.products.end(),
                       [&](std::uint32_t product) { return holds(reader_->symbol_of(product)); });
  }
  for (const auto& cell : event.cells) {
    if (cell.is_text && reader_->field_of(cell) == selection.guard_field &&
        holds(reader_->symbol_of(static_cast<std::uint32_t>(cell.value)))) {
      return true;
    }
  }
  return false;
}

// Whether the event counts. Visits each of its items that match (the event itself where it has none) until a visit gives
// true.
template <typename Visit>
bool Evaluator::match(const Selection& selection, const Event& event, Visit&& visit) {
  const auto items = event.products.size();
  bool matched = false;
  for (std::size_t i = 0; i < std::max<std::size_t>(items, 1); ++i) {
    const auto item = items == 0 ? Cell::kOfEvent : static_cast<std::uint16_t>(i);
    if (!selection.where.empty() && run(selection.where, {&event, item, nullptr}) != 1) continue;
    matched = true;
    if (visit(item)) break;
  }
  return matched;
}

bool Evaluator::matches_event(const Selection& selection, const Event& event) {
  return may_match(selection, event) && match(selection, event, [](std::uint16_t) { return true; });
}

// Visits the values that a matching event gives an aggregate: those of its matching items; one of the event itself counts once.
template <typename Visit>
void Evaluator::visit_values(const Aggregate& aggregate, const Event& event, Visit&& visit) {
  if (counts_events(aggregate.function)) return;
  bool event_counted = false;
  match(aggregate.selection, event, [&](std::uint16_t item) {
    if (aggregate.field == kTimeField) {
      if (!event_counted) visit(event.time);
      event_counted = true;
      return false;
    }
    const auto found = reader_->read(event, item, aggregate.field, aggregate.type);
    if (!found || (found->of_event && event_counted)) return false;
    event_counted = event_counted || found->of_event;
    visit(found->value);
    return false;
  });
}

// A value as rules see it.
double Evaluator::shown(const Aggregate& aggregate, std::int64_t value) {
  const auto number = static_cast<double>(value);
  if (aggregate.field == kTimeField || aggregate.type != Type::number) return number;
  return number / static_cast<double>(profile::kUnit);
}

// What matches is found out once for all aggregates of a selection.
void Evaluator::enter_group(std::uint32_t group, std::uint32_t index, bool guard_holds) {
  const auto& [first, is_guard] = links_.groups[group];
  const auto& event = profile_->events()[index];
  const bool matches =
      (guard_holds && is_guard) || matches_event(program_.aggregates[first].selection, event);
  if (!matches) return;
  auto& list = lists_[group];
  const auto position = static_cast<std::uint32_t>(list.size());
  list.push_back(index);
  for (const auto which : links_.aggregates_of_group[group])
    enter_aggregate(which, position, event);
}

// Even what has left the window already enters first: so what leaves is always the first of what counts.
void Evaluator::enter_aggregate(std::uint32_t which, std::uint32_t position, const Event& event) {
  const auto& aggregate = program_.aggregates[which];
  auto& state = aggregates_[which];
  visit_values(aggregate, event, [&](std::int64_t value) {
    ++state.values;
    if (adds_up(aggregate.function)) state.sum += value;
    include(aggregate, state, value);
  });
  if (state.count++ == 0) {
    state.first = position;
    wake_at(aggregate_wakes_, which, event.time + aggregate.window, next_aggregate_);
  }
  state.last_time = event.time;
  tell_rules_of(which);
}

void Evaluator::include(const Aggregate& aggregate, AggregateState& state, std::int64_t fixed) {
  const auto value = shown(aggregate, fixed);
  auto& extreme = state.extreme;
  switch (aggregate.function) {
    case Function::minimum:
      extreme = is_missing(extreme) || value < extreme ? value : extreme;
      break;
    case Function::maximum:
      extreme = is_missing(extreme) || value > extreme ? value : extreme;
      break;
    case Function::first: extreme = is_missing(extreme) ? value : extreme; break;
    case Function::last: extreme = value; break;
    case Function::distinct: state.stale = true; break;
    default: break;
  }
}

// Lets go of the events that have left the window.
void Evaluator::lapse_aggregate(std::uint32_t which) {
  const auto& aggregate = program_.aggregates[which];
  auto& state = aggregates_[which];
  const auto oldest = clock_.now - aggregate.window;
  const auto& list = lists_[links_.group_of[which]];
  const auto events = profile_->events();
  for (; state.count > 0; --state.count, ++state.first) {
    const auto& event = events[list[state.first]];
    if (event.time > oldest) {
      wake_at(aggregate_wakes_, which, event.time + aggregate.window, next_aggregate_);
      break;
    }
    visit_values(aggregate, event, [&](std::int64_t value) {
      --state.values;
      if (adds_up(aggregate.function)) state.sum -= value;
    });
    state.stale = state.stale || has_extreme(aggregate.function);
  }
  // What has left was not the latest.
  if (aggregate.function == Function::days_since && state.count > 0) return;
  tell_rules_of(which);
}

void Evaluator::find_extreme(std::uint32_t which) {
  const auto& aggregate = program_.aggregates[which];
  auto& state = aggregates_[which];
  state.stale = false;
  state.extreme = kMissing;
  const auto& list = lists_[links_.group_of[which]];
  const auto events = profile_->events();
  std::vector<std::int64_t> values;  // that are distinct
  for (std::uint32_t i = 0; i < state.count; ++i) {
    visit_values(aggregate, events[list[state.first + i]], [&](std::int64_t value) {
      include(aggregate, state, value);
      if (aggregate.function == Function::distinct) bytes::insert_once(values, value);
    });
  }
  if (!values.empty()) state.extreme = static_cast<double>(values.size());
  state.stale = false;
}

// The cart's lines are few, and any of them may change: they are counted anew each time.
void Evaluator::count_cart_lines(std::uint32_t which) {
  const auto& aggregate = program_.aggregates[which];
  auto& state = aggregates_[which];
  state = {};
  std::vector<std::int64_t> values;  // that are distinct
  if (profile_->cart().products.empty()) return;
  match(aggregate.selection, profile_->cart(), [&](std::uint16_t item) {
    ++state.count;
    if (counts_events(aggregate.function)) return false;
    const auto found = reader_->read(profile_->cart(), item, aggregate.field, aggregate.type);
    if (!found) return false;
    ++state.values;
    if (adds_up(aggregate.function)) state.sum += found->value;
    include(aggregate, state, found->value);
    if (aggregate.function == Function::distinct) bytes::insert_once(values, found->value);
    return false;
  });
  if (!values.empty()) state.extreme = static_cast<double>(values.size());
  state.stale = false;
}

double Evaluator::read_aggregate(std::uint32_t which) {
  const auto& aggregate = program_.aggregates[which];
  auto& state = aggregates_[which];
  if (state.stale) find_extreme(which);
  if (has_extreme(aggregate.function)) return state.extreme;
  if (is_settled(aggregate.function)) return settled(which);
  if (aggregate.function == Function::average) {
    if (state.values == 0) return kMissing;
    return static_cast<double>(state.sum) / state.values / static_cast<double>(profile::kUnit);
  }
  if (state.count == 0) return kMissing;
  lapses(clock_.now);
  return static_cast<double>(clock_.now - state.last_time) / static_cast<double>(kDay);
}

// Tells those rules of a change for which it makes a difference.
void Evaluator::tell_rules_of(std::uint32_t which) {
  mark(links_.rules_of_aggregate[which]);
  const auto begin = links_.first_cut[which];
  const auto end = links_.first_cut[which + 1];
  if (begin == end) return;
  const auto flip = [&](const Links::Cut& cut) {
    auto& shortcut = shortcuts_[cut.at];
    shortcut = shortcut == Shortcut::holds ? Shortcut::fails : Shortcut::holds;
    mark(std::span(&cut.rule, 1));
  };
  const auto value = settled(which);
  auto& next = next_cut_[which];
  for (; next < end && links_.cuts[next].value <= value; ++next) flip(links_.cuts[next]);
  for (; next > begin && links_.cuts[next - 1].value > value; --next) flip(links_.cuts[next - 1]);
}

// The value of one that only events change (is_settled).
double Evaluator::settled(std::uint32_t which) const {
  const auto& state = aggregates_[which];
  const auto function = program_.aggregates[which].function;
  if (function == Function::count) return state.count;
  if (function == Function::exists) return state.count > 0 ? 1 : 0;
  return static_cast<double>(state.sum) / static_cast<double>(profile::kUnit);
}

}  // namespace etalage::rules
