// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "profile/event.h"

namespace etalage::profile {

std::string_view name(EventKind kind) {
  switch (kind) {
    case EventKind::other: return {};
    case EventKind::view_item: return "view_item";
    case EventKind::add_to_cart: return "add_to_cart";
    case EventKind::remove_from_cart: return "remove_from_cart";
    case EventKind::purchase: return "purchase";
  }
  return {};
}

EventKind event_named(std::string_view wanted) {
  for (const auto kind : kEventKinds) {
    if (name(kind) == wanted) return kind;
  }
  return EventKind::other;
}

}  // namespace etalage::profile
