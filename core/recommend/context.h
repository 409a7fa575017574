// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Context: what is known when a slot is filled. Everything but `item`, `category`, `day` and a cart that the page told comes
// from the profile, and is empty without one.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "profile/event.h"

namespace etalage::recommend {

struct Touch {
  std::uint32_t row = 0;
  profile::EventKind kind = profile::EventKind::view_item;
  std::int64_t time = 0;  // milliseconds since 1970

  [[nodiscard]] bool is_purchase() const { return kind == profile::EventKind::purchase; }
};

struct Context {
  std::vector<Touch> touched;              // newest first
  std::vector<std::uint32_t> cart;         // newest first
  bool cart_is_personal = false;           // the cart comes from the profile
  std::optional<std::uint32_t> item;       // the product that the page, or the call, is about
  std::string_view category;               // the path of the category that the page is about
  std::vector<std::string_view> segments;  // that the shopper is in
  std::int64_t now = 0;                    // milliseconds since 1970
  std::int64_t day = 0;                    // where the shopper is, since 1970
};

}  // namespace etalage::recommend
