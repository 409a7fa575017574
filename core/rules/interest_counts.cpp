// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// How events feed interests.
#include "rules/evaluator.h"

namespace etalage::rules {

using profile::Cell;
using profile::Event;

Interests& Evaluator::interests_of(std::uint16_t field) {
  const auto found = std::lower_bound(links_.dimensions.begin(), links_.dimensions.end(), field);
  return interests_[static_cast<std::size_t>(found - links_.dimensions.begin())];
}

void Evaluator::enter_interests(std::uint32_t index, std::uint16_t kind) {
  weighted_.push_back(index);
  add_interests(kind, profile_->events()[index]);
  mark(links_.rules_of_interests);
}

// A value of the event itself counts once.
void Evaluator::add_interests(std::uint16_t kind, const Event& event) {
  if (event.time <= clock_.now - program_.retention) return;
  const auto items = event.products.size();
  for (std::size_t d = 0; d < interests_.size(); ++d) {
    bool event_counted = false;
    for (std::size_t i = 0; i < std::max<std::size_t>(items, 1); ++i) {
      const auto item = items == 0 ? Cell::kOfEvent : static_cast<std::uint16_t>(i);
      const auto found = reader_->read(event, item, links_.dimensions[d], Type::text);
      if (!found || (found->of_event && event_counted)) continue;
      event_counted = event_counted || found->of_event;
      interests_[d].add(static_cast<Symbol>(found->value), weights_[kind], event.time);
    }
  }
}

// Adds up anew what still counts, once the oldest event has left the window.
void Evaluator::lapse_interests() {
  const auto oldest = clock_.now - program_.retention;
  const auto events = profile_->events();
  const auto before = first_weighted_;
  while (first_weighted_ < weighted_.size() && events[weighted_[first_weighted_]].time <= oldest) {
    ++first_weighted_;
  }
  if (first_weighted_ == before) return;
  for (auto& interests : interests_) interests.clear(clock_.now);
  for (auto i = first_weighted_; i < weighted_.size(); ++i) {
    const auto& event = events[weighted_[i]];
    add_interests(reader_->event_of(event), event);
  }
  mark(links_.rules_of_interests);
}

}  // namespace etalage::rules
