// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Phrases: what events and fields are called when somebody is told why, in English and Dutch.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace etalage::compile {

enum class Language : std::uint8_t { english = 0, dutch = 1 };
inline constexpr Language kLanguages[] = {Language::english, Language::dutch};

// "You looked at one product", "U bekeek een product": a verb, what it was done to, and what stands behind that.
struct EventWords {
  std::string verb, one, many, tail;
};

// An event, or the cart. What a shop declares itself is called by its name.
[[nodiscard]] EventWords event_words(std::string_view event, Language language);
// Whether the words speak of products: conditions on items may follow them directly.
[[nodiscard]] bool speaks_of_products(std::string_view event);

struct FieldWords {
  std::string article, one, many;  // Dutch has two articles
};

[[nodiscard]] FieldWords field_words(std::string_view field, Language language);
// Whether a field is an amount of money.
[[nodiscard]] bool is_money(std::string_view field);
// Whether a field is of an item rather than of its event.
[[nodiscard]] bool is_of_item(std::string_view field);

// In single typographic quotes.
[[nodiscard]] std::string quote(std::string_view text);
[[nodiscard]] std::string capitalised(std::string text);

}  // namespace etalage::compile
