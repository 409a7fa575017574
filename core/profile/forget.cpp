// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Forgetting one fact, and putting what was imported in its place.
#include <algorithm>

#include "profile/profile.h"
#include "profile/subject.h"

namespace etalage::profile {
namespace {

void remove_item(Event& event, std::size_t item) {
  event.products.erase(event.products.begin() + static_cast<std::ptrdiff_t>(item));
  std::erase_if(event.cells, [&](const Cell& cell) { return cell.item == item; });
  for (auto& cell : event.cells) {
    if (cell.item != Cell::kOfEvent && cell.item > item) --cell.item;
  }
}

// The item that says it; the number of items where the event itself does, or nobody.
std::size_t item_saying(const Profile& profile, const Event& event, const Subject& subject) {
  const auto items = subject.text == 0 ? 0 : event.products.size();
  for (std::size_t item = 0; item < items; ++item) {
    if (subject.field.empty()) {
      if (event.products[item] == subject.text) return item;
      continue;
    }
    for (const auto& cell : event.cells) {
      const bool says =
          cell.is_text && cell.value == subject.text && profile.text(cell.field) == subject.field;
      if (says && cell.item == item && event.products[item] == 0) return item;
    }
  }
  return event.products.size();
}

bool same(const Event& a, const Event& b) {
  return a.time == b.time && a.kind == b.kind && a.name == b.name && a.products == b.products &&
         a.cells == b.cells;
}

}  // namespace

bool Profile::forget(const Subject& subject) {
  const auto says = [&](const Event& event) {
    const auto said = subjects_of(*this, event, subject.event);
    return std::find(said.begin(), said.end(), subject) != said.end();
  };
  bool changed = false;
  // Without the items that say it; true where nothing is left of the event.
  const auto cut = [&](Event& event) {
    while (says(event)) {
      changed = true;
      const auto item = item_saying(*this, event, subject);
      if (item == event.products.size() || event.products.size() == 1) return true;
      remove_item(event, item);
    }
    return false;
  };
  if (subject.event == kCartName) {
    if (subject.text != 0 && cut(cart_)) cart_ = Event{};
    if (changed) ++cart_revision_;
    return changed;
  }
  std::erase_if(events_, [&](Event& event) { return name(event) == subject.event && cut(event); });
  if (changed) ++revision_;
  return changed;
}

bool Profile::forget_answer(std::string_view fact) {
  const auto about = [&](const Answer& answer) { return text(answer.fact) == fact; };
  if (std::erase_if(answers_, about) == 0) return false;
  ++answer_revision_;
  return true;
}

void Profile::put_in_order() {
  const auto earlier = [](const Event& a, const Event& b) { return a.time < b.time; };
  std::stable_sort(events_.begin(), events_.end(), earlier);
  std::vector<Event> once;
  for (auto& event : events_) {
    const auto known = [&](const Event& other) { return same(other, event); };
    auto since = once.end();
    while (since != once.begin() && (since - 1)->time == event.time) --since;
    if (std::none_of(since, once.end(), known)) once.push_back(std::move(event));
  }
  events_ = std::move(once);
  ++revision_;
}

}  // namespace etalage::profile
