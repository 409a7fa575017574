// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "profile/profile.h"

#include <algorithm>

namespace etalage::profile {

void Profile::apply(const Record& record) {
  if (record.transaction && knows_transaction(*record.transaction)) return;
  if (!since_ || record.time < *since_) since_ = record.time;
  switch (record.type) {
    case RecordType::event:
    case RecordType::cart: update_cart(record); break;
    case RecordType::fact: return apply_answer(record);
    case RecordType::trigger:
    case RecordType::trigger_left: return apply_trigger(record);
  }
  if (record.type == RecordType::event) apply_event(record);
}

void Profile::evict(std::size_t bytes) {
  while (!events_.empty() && snapshot().size() > bytes) {
    const auto oldest = static_cast<std::ptrdiff_t>(events_.size() / 8 + 1);
    events_.erase(events_.begin(), events_.begin() + oldest);
    ++revision_;
  }
}

bool Profile::empty() const {
  return events_.empty() && cart_.products.empty() && answers_.empty() && firings_.empty();
}

Cell Profile::cell(const Field& field, std::uint16_t item) {
  const auto value = field.is_text ? std::int64_t{dictionary_.place(field.text)} : field.number;
  return {value, dictionary_.place(field.name), item, field.is_text};
}

void Profile::apply_event(const Record& record) {
  if (events_.size() == kMaxEvents) {
    events_.erase(events_.begin(), events_.begin() + kEvicted);
    ++revision_;
  }
  Event event;
  event.time = record.time;
  event.kind = record.kind;
  if (record.kind == EventKind::other) event.name = dictionary_.place(record.name);
  event.transaction = record.transaction.value_or(0);
  for (const auto& item : record.items) {
    const auto number = static_cast<std::uint16_t>(event.products.size());
    event.products.push_back(dictionary_.place(item.id));
    for (const auto& field : item.fields) event.cells.push_back(cell(field, number));
  }
  for (const auto& field : record.fields) event.cells.push_back(cell(field, Cell::kOfEvent));
  event.products.shrink_to_fit();
  event.cells.shrink_to_fit();
  events_.push_back(std::move(event));
}

void Profile::apply_answer(const Record& record) {
  ++answer_revision_;
  const auto fact = dictionary_.place(record.name);
  std::erase_if(answers_, [&](const Answer& answer) { return answer.fact == fact; });
  if (record.fields.empty() || answers_.size() == kMaxAnswers) return;
  Answer answer{fact, record.time, {}};
  for (const auto& field : record.fields) answer.values.push_back(cell(field, Cell::kOfEvent));
  answers_.push_back(std::move(answer));
}

void Profile::apply_trigger(const Record& record) {
  const auto trigger = dictionary_.place(record.name);
  const auto same = [&](const Firings& fired) { return fired.trigger == trigger; };
  auto found = std::find_if(firings_.begin(), firings_.end(), same);
  if (found == firings_.end()) {
    if (firings_.size() == kMaxAnswers) return;
    firings_.push_back({trigger, true, {}});
    found = firings_.end() - 1;
  }
  found->armed = record.type == RecordType::trigger_left;
  if (found->armed) return;
  if (found->times.size() == kMaxFirings) found->times.erase(found->times.begin());
  found->times.push_back(record.time);
}

bool Profile::knows_transaction(std::uint64_t transaction) const {
  const auto same = [&](const Event& event) { return event.transaction == transaction; };
  return transaction != 0 && std::any_of(events_.begin(), events_.end(), same);
}

}  // namespace etalage::profile
