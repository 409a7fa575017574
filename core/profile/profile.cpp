// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "profile/profile.h"

#include <algorithm>

namespace etalage::profile {

void Profile::apply(const Record& record) {
  if (record.transaction && knows_transaction(*record.transaction)) return;
  if (!since_ || record.time < *since_) since_ = record.time;
  std::vector<std::uint32_t> products;
  for (const auto& id : record.items) products.push_back(place(id));
  update_cart(record, products);
  if (record.type == RecordType::cart) return;
  if (events_.size() == kMaxEvents) events_.erase(events_.begin());
  events_.push_back({record.time, record.kind, record.transaction.value_or(0), products});
}

void Profile::update_cart(const Record& record, std::span<const std::uint32_t> products) {
  const bool replaced = record.type == RecordType::cart;
  if (!replaced && record.kind == EventKind::view_item) return;
  cart_time_ = record.time;
  if (replaced || record.kind == EventKind::purchase) cart_.clear();
  if (!replaced && record.kind == EventKind::purchase) return;
  for (const auto product : products) {
    const auto found = std::find(cart_.begin(), cart_.end(), product);
    if (!replaced && record.kind == EventKind::remove_from_cart) {
      if (found != cart_.end()) cart_.erase(found);
    } else if (found == cart_.end() && cart_.size() < kMaxItems) {
      cart_.push_back(product);
    }
  }
}

bool Profile::knows_transaction(std::uint64_t transaction) const {
  const auto same = [&](const Event& event) { return event.transaction == transaction; };
  return transaction != 0 && std::any_of(events_.begin(), events_.end(), same);
}

void Profile::expire(std::int64_t oldest) {
  std::erase_if(events_, [&](const Event& event) { return event.time < oldest; });
  if (cart_time_ < oldest) cart_.clear();
}

std::uint32_t Profile::place(const std::string& id) {
  const auto below = [&](std::uint32_t place, const std::string& key) { return ids_[place] < key; };
  const auto found = std::lower_bound(sorted_.begin(), sorted_.end(), id, below);
  if (found != sorted_.end() && ids_[*found] == id) return *found;
  const auto at = found - sorted_.begin();
  const auto place = dictionary_size();
  ids_.push_back(id);
  sorted_.push_back(place);
  std::rotate(sorted_.begin() + at, sorted_.end() - 1, sorted_.end());
  return place;
}

}  // namespace etalage::profile
