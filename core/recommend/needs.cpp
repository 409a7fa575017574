// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "recommend/needs.h"

namespace etalage::recommend {
namespace {

using pack::Strategy;
using profile::EventKind;

std::uint8_t strategy_needs(Strategy strategy, EventKind kind) {
  const bool sees =
      strategy == Strategy::for_you || strategy == Strategy::recently_viewed ||
      strategy == Strategy::similar;  // similar: to the newest, where the page names none
  const bool carts = strategy == Strategy::for_you || strategy == Strategy::bought_together;
  switch (kind) {
    case EventKind::view_item: return sees ? profile::kFieldItems : 0;
    case EventKind::add_to_cart:
    case EventKind::remove_from_cart: return carts ? profile::kFieldItems : 0;
    case EventKind::purchase: return carts ? profile::kFieldItems | profile::kFieldTransaction : 0;
  }
  return 0;
}

}  // namespace

std::uint8_t fields_needed(const pack::Slot& slot, EventKind kind) {
  auto fields = strategy_needs(slot.strategy, kind);
  for (const auto fallback : slot.fallback) fields |= strategy_needs(fallback, kind);
  return fields;
}

std::vector<pack::ManifestEntry> manifest_for(std::span<const pack::Slot> slots) {
  std::vector<pack::ManifestEntry> entries;
  for (const auto kind : profile::kEventKinds) {
    std::uint8_t fields = 0;
    for (const auto& slot : slots) fields |= fields_needed(slot, kind);
    if (fields != 0) entries.push_back({static_cast<std::uint8_t>(kind), fields});
  }
  return entries;
}

}  // namespace etalage::recommend
