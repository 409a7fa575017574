// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Events: what the shopper did, by its GA4 name. Those that recommendations know have a number; of all others the name is kept.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace etalage::profile {

// Stored in profiles: a number never changes its meaning.
enum class EventKind : std::uint8_t {
  other = 0,
  view_item = 1,
  add_to_cart = 2,
  remove_from_cart = 3,
  purchase = 4,
};

inline constexpr EventKind kEventKinds[] = {EventKind::view_item, EventKind::add_to_cart,
                                            EventKind::remove_from_cart, EventKind::purchase};

// The GA4 name; empty for `other` and for a number that this release does not know.
[[nodiscard]] std::string_view name(EventKind kind);
// `other` for a name that has no number.
[[nodiscard]] EventKind event_named(std::string_view name);

}  // namespace etalage::profile
