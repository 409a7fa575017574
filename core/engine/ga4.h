// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// How GA4 spells the fields that rules name, and where they are found.
#pragma once

#include <string_view>
#include <vector>

namespace etalage::engine {

// The GA4 keys that a field may be given under, the best first; a field that has no other name there is its own key.
// `category` has those of its elements, in their order: item_category, item_category2, ...
[[nodiscard]] std::vector<std::string_view> keys_of(std::string_view field);

// Whether a field is looked for in items, and in the event itself.
[[nodiscard]] bool is_of_items(std::string_view field);
[[nodiscard]] bool is_of_events(std::string_view field);

// Whether a field that is given as a text is a number all the same: shops send prices so.
[[nodiscard]] bool is_number(std::string_view field);
// What a shop declares itself is neither known to be a number nor a text.
[[nodiscard]] bool is_text(std::string_view field);

}  // namespace etalage::engine
