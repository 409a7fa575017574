// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Reason: why a product is shown (promise P10): a code, the products that caused it, and a sentence for the shopper.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace etalage::recommend {

enum class ReasonCode : std::uint8_t {
  bestseller,
  bestseller_in_category,
  because_viewed,
  because_carted,
  because_bought,
  similar,
  together,
  recent,
  resume,
  alternative,
  cheaper,
  greener,
  step_up,
  series,
  buy_again,
  trending,
  arrival,
  arrival_like,
  discovery,
  pinned,
  segment,
};

enum class Language : std::uint8_t { en, nl };

// The code's stable name: "because-viewed".
[[nodiscard]] std::string_view name(ReasonCode code);

// Whether it is about the product's category, and no other product.
[[nodiscard]] inline bool is_about_category(ReasonCode code) {
  return code == ReasonCode::bestseller_in_category || code == ReasonCode::discovery;
}

// A sentence; `subject` is the title of the causing product, or the name of the category.
[[nodiscard]] std::string sentence(ReasonCode code, Language language, std::string_view subject);

}  // namespace etalage::recommend
