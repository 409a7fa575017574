// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "rules/evaluator.h"

#include <bit>
#include <cstring>

namespace etalage::rules {

using profile::Event;

Evaluator::Evaluator(const Program& program)
    : program_(program),
      links_(program),
      symbols_(program),
      lists_(links_.groups.size()),
      rules_(program.rules.size()),
      dirty_((program.rules.size() + 63) / 64),
      fed_(links_.groups.size() + program.sequences.size(), 0) {
  for (const auto& name : program.events) weights_.push_back(interest_weight(name));
  for (const auto field : links_.dimensions) {
    interests_.emplace_back(program.fields[field] == "category");
  }
  next_cut_.assign(links_.first_cut.begin(), links_.first_cut.end() - 1);
  shortcuts_.assign(program.code.size(), Shortcut::none);
  for (const auto& rule : program.rules) {  // what belongs to no rule is not verified
    for (auto at = rule.code.begin; at < rule.code.end; ++at)
      shortcuts_[at] = shortcut_at(rule, at);
  }
  forget();
}

void Evaluator::attach(const profile::Profile* profile) {
  profile_ = profile;
  reader_.reset();
  if (profile != nullptr) reader_.emplace(program_, symbols_, profile->dictionary());
  forget();
  counted_ = false;
}

void Evaluator::allow(bool personalise, bool measure) {
  allowed_[static_cast<std::size_t>(Purpose::personalise)] = personalise;
  allowed_[static_cast<std::size_t>(Purpose::measure)] = measure;
  mark_all();
}

void Evaluator::refuse(std::span<const std::uint32_t> rules) {
  refused_.assign(rules.begin(), rules.end());
  mark_all();
}

void Evaluator::set_page(const Page& page) {
  page_ = page;
  mark(links_.rules_of_page);
}

void Evaluator::update(const Clock& clock) {
  changed_.clear();
  const bool same_clock = clock.offset == clock_.offset;
  const bool backwards = clock.now < clock_.now;
  clock_ = clock;
  if (profile_ == nullptr) {
    for (std::uint32_t rule = 0; rule < rules_.size(); ++rule) {
      if (!is_missing(rules_[rule].value)) changed_.push_back(rule);
    }
    rules_.assign(rules_.size(), {});
    return;
  }
  if (!same_clock) mark_all();
  if (!counted_ || backwards || revision_ != profile_->revision()) {
    count_anew();
  } else {
    take_new_events();
    enter_due();
  }
  lapse_due();
  if (cart_revision_ != profile_->cart_revision()) count_cart();
  if (answer_revision_ != profile_->answer_revision()) compare_answers();
  if (since_ != profile_->since()) mark(links_.rules_of_age);
  since_ = profile_->since();
  run_due();
}

// As if nothing had ever happened.
void Evaluator::forget() {
  seen_ = 0;
  waiting_.clear();
  weighted_.clear();
  first_weighted_ = 0;
  last_entered_ = kNever;
  for (auto& list : lists_) list.clear();
  aggregates_.assign(program_.aggregates.size(), {});
  sequences_.assign(program_.sequences.size(), {});
  starts_.assign(program_.steps.size(), kNever);
  aggregate_wakes_.assign(program_.aggregates.size(), kForever);
  next_aggregate_ = kForever;
  for (auto& interests : interests_) interests.clear(clock_.now);
  for (std::uint32_t which = 0; which < aggregates_.size(); ++which) tell_rules_of(which);
  mark_all();
}

void Evaluator::count_anew() {
  forget();
  counted_ = true;
  revision_ = profile_->revision();
  answer_revision_ = profile_->answer_revision();
  take_new_events();
  enter_due();
  count_cart();
}

// Sorts the profile's new events in among those that wait; one that is earlier than what counts already makes it all be
// counted anew.
void Evaluator::take_new_events() {
  const auto events = profile_->events();
  const auto later = [&](std::uint32_t a, std::uint32_t b) {
    return events[a].time != events[b].time ? events[a].time > events[b].time : a > b;
  };
  for (; seen_ < events.size(); ++seen_) {
    if (events[seen_].time < last_entered_) return count_anew();
    const auto event = static_cast<std::uint32_t>(seen_);
    waiting_.insert(std::lower_bound(waiting_.begin(), waiting_.end(), event, later), event);
  }
}

void Evaluator::enter_due() {
  const auto events = profile_->events();
  while (!waiting_.empty() && events[waiting_.back()].time <= clock_.now) {
    const auto event = waiting_.back();
    waiting_.pop_back();
    last_entered_ = events[event].time;
    enter(event);
  }
}

// Shows an event to those that could count it.
void Evaluator::enter(std::uint32_t index) {
  const auto& event = profile_->events()[index];
  const auto kind = reader_->event_of(event);
  if (kind == kNone) return;
  ++feeding_;
  for (const auto listener : links_.plain[kind]) feed(listener, kind, index, false);
  // `of_item`: the text is that of an item and not of the event, which an item may override.
  const auto feed_guarded = [&](std::uint16_t field, Symbol symbol, bool of_item) {
    // A listener's own conditions may meet new texts, which moves the list of tests: it is asked for anew each time.
    for (std::size_t i = 0; i < symbols_.holding(symbol).size(); ++i) {
      for (const auto place : links_.guarded_by_test[symbols_.holding(symbol)[i]]) {
        const auto& guarded = links_.guarded[place];
        if (guarded.event != kind || guarded.field != field) continue;
        feed(guarded.listener, kind, index, of_item);
      }
    }
  };
  if (reader_->item_id() != kNone) {
    for (const auto product : event.products) {
      feed_guarded(reader_->item_id(), reader_->symbol_of(product), true);
    }
  }
  for (const auto& cell : event.cells) {
    const auto field = cell.is_text ? reader_->field_of(cell) : kNone;
    if (field == kNone) continue;
    feed_guarded(field, reader_->symbol_of(static_cast<std::uint32_t>(cell.value)),
                 cell.item != profile::Cell::kOfEvent || event.products.empty());
  }
  if (weights_[kind] > 0 && !interests_.empty()) enter_interests(index, kind);
}

void Evaluator::feed(std::uint32_t listener, std::uint16_t kind, std::uint32_t index,
                     bool guard_holds) {
  if (fed_[listener] == feeding_) return;
  fed_[listener] = feeding_;
  const auto groups = static_cast<std::uint32_t>(links_.groups.size());
  if (listener < groups) {
    enter_group(listener, index, guard_holds);
  } else {
    enter_sequence(listener - groups, kind, profile_->events()[index]);
  }
}

void Evaluator::lapse_due() {
  if (next_aggregate_ <= clock_.now) {
    next_aggregate_ = kForever;
    for (std::uint32_t which = 0; which < aggregate_wakes_.size(); ++which) {
      auto& wake = aggregate_wakes_[which];
      if (wake <= clock_.now) {
        wake = kForever;
        lapse_aggregate(which);
      }
      next_aggregate_ = std::min(next_aggregate_, wake);
    }
  }
  if (!interests_.empty()) lapse_interests();
}

void Evaluator::count_cart() {
  cart_revision_ = profile_->cart_revision();
  for (const auto aggregate : links_.cart_aggregates) {
    count_cart_lines(aggregate);
    tell_rules_of(aggregate);
  }
}

void Evaluator::compare_answers() {
  answer_revision_ = profile_->answer_revision();
  for (std::uint32_t fact = 0; fact < program_.facts.size(); ++fact)
    mark(links_.rules_of_fact[fact]);
}

void Evaluator::mark(std::span<const std::uint32_t> rules) {
  for (const auto rule : rules) dirty_[rule / 64] |= std::uint64_t{1} << (rule % 64);
}

void Evaluator::mark_all() {
  for (std::uint32_t rule = 0; rule < rules_.size(); ++rule) {
    dirty_[rule / 64] |= std::uint64_t{1} << (rule % 64);
  }
}

// Runs what is marked, in the order of the program: a rule that changes marks only later ones.
void Evaluator::run_due() {
  if (next_rule_ <= clock_.now) {
    next_rule_ = kForever;
    for (std::uint32_t rule = 0; rule < rules_.size(); ++rule) {
      if (rules_[rule].until <= clock_.now) {
        dirty_[rule / 64] |= std::uint64_t{1} << (rule % 64);
      } else {
        next_rule_ = std::min(next_rule_, rules_[rule].until);
      }
    }
  }
  for (std::uint32_t word = 0; word < dirty_.size(); ++word) {
    while (dirty_[word] != 0) {
      const auto bit = static_cast<std::uint32_t>(std::countr_zero(dirty_[word]));
      dirty_[word] &= dirty_[word] - 1;
      run_rule(word * 64 + bit);
    }
  }
}

void Evaluator::run_rule(std::uint32_t number) {
  const auto& rule = program_.rules[number];
  auto& state = rules_[number];
  if (rule.kind == RuleKind::filter || rule.kind == RuleKind::measure) return;
  until_ = kForever;
  confidence_ = kMissing;
  const auto value = may_run(number) ? run(rule.code, {}, &rule) : kMissing;
  if (is_missing(confidence_) && !is_missing(value) && !rule.cases.empty()) {
    confidence_ = program_.cases[rule.cases.begin].confidence;
  }
  state.until = until_;
  next_rule_ = std::min(next_rule_, until_);
  const auto same = [](double a, double b) { return a == b || (is_missing(a) && is_missing(b)); };
  if (same(value, state.value) && same(confidence_, state.confidence)) return;
  state.value = value;
  state.confidence = confidence_;
  changed_.push_back(number);
  mark(links_.rules_of_rule[number]);
}

bool Evaluator::may_run(std::uint32_t rule) const {
  return allowed_[static_cast<std::size_t>(program_.rules[rule].purpose)] &&
         std::find(refused_.begin(), refused_.end(), rule) == refused_.end();
}

std::optional<std::uint32_t> Evaluator::chosen(std::uint32_t number) {
  const auto& rule = program_.rules[number];
  if (rule.kind != RuleKind::measure || profile_ == nullptr || !may_run(number)) return {};
  const auto value = run(rule.code, {}, &rule);
  for (std::uint32_t i = 0; i < rule.cases.size(); ++i) {
    if (value == symbols_.of_string(program_.cases[rule.cases.begin + i].value)) return i;
  }
  return {};
}

bool Evaluator::passes(std::uint32_t number, const ProductFields& product) {
  const auto& rule = program_.rules[number];
  return run(rule.code, {nullptr, profile::Cell::kOfEvent, &product}, &rule) == 1;
}

void Evaluator::trace(std::uint32_t number, Tracer& tracer) {
  const auto& rule = program_.rules[number];
  (void)run(rule.code, {}, &rule, &tracer);
}

}  // namespace etalage::rules
