// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Subject: something that the events of one name say: that they were about a product; a text, where no product is kept; or
// nothing but that they happened. What a shopper is shown as one fact, and forgets as one.
//
// Lifetime  views into the profile, until its next change.
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>
#include <vector>

#include "profile/profile.h"

namespace etalage::profile {

inline constexpr std::string_view kCartName = "cart";

struct Subject {
  std::string_view event;
  std::string_view field;  // empty: a product, or nothing
  std::uint32_t text = 0;  // a place in the dictionary; 0: nothing

  auto operator<=>(const Subject&) const = default;
};

// What an event of that name says, each once, in its order; one subject of nothing where it says nothing else.
[[nodiscard]] std::vector<Subject> subjects_of(const Profile& profile, const Event& event,
                                               std::string_view name);

}  // namespace etalage::profile
