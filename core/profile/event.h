// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Events: what the shopper did, by its GA4 name, and the fields of it that a profile can keep.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace etalage::profile {

// Stored in packs and profiles: a number never changes its meaning.
enum class EventKind : std::uint8_t {
  view_item = 1,
  add_to_cart = 2,
  remove_from_cart = 3,
  purchase = 4,
};

inline constexpr EventKind kEventKinds[] = {EventKind::view_item, EventKind::add_to_cart,
                                            EventKind::remove_from_cart, EventKind::purchase};

// The GA4 name; empty for a number that this release does not know.
[[nodiscard]] std::string_view name(EventKind kind);
[[nodiscard]] std::optional<EventKind> event_named(std::string_view name);

// Fields, as bits. The time of an event is always kept.
inline constexpr std::uint8_t kFieldItems = 1;        // items[].item_id
inline constexpr std::uint8_t kFieldTransaction = 2;  // transaction_id, stored hashed

// The field's GA4 name.
[[nodiscard]] std::string_view field_name(std::uint8_t field);

}  // namespace etalage::profile
