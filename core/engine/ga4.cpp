// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/ga4.h"

#include <algorithm>
#include <span>

namespace etalage::engine {
namespace {

constexpr std::string_view kOfItems[] = {"item_id", "item_name", "category", "brand", "variant",
                                         "price",   "quantity",  "discount", "index"};
constexpr std::string_view kOfEvents[] = {
    "transaction_id", "value",     "tax",    "shipping", "currency", "method", "reason",
    "search_term",    "promotion", "rating", "channel",  "type",     "results"};
constexpr std::string_view kNumbers[] = {"price", "quantity", "discount", "index",  "value",
                                         "tax",   "shipping", "rating",   "results"};

bool among(std::span<const std::string_view> names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

std::vector<std::string_view> keys_of(std::string_view field) {
  if (field == "category") {
    return {"item_category",  "item_category2", "item_category3",
            "item_category4", "item_category5", "category"};
  }
  if (field == "brand") return {"item_brand", "brand"};
  if (field == "variant") return {"item_variant", "variant"};
  if (field == "list") return {"item_list_id", "item_list_name", "list"};
  if (field == "promotion") return {"promotion_id", "promotion_name", "promotion"};
  return {field};
}

bool is_of_items(std::string_view field) { return !among(kOfEvents, field); }
bool is_of_events(std::string_view field) { return !among(kOfItems, field); }
bool is_number(std::string_view field) { return among(kNumbers, field); }
bool is_text(std::string_view field) {
  return !is_number(field) && (among(kOfItems, field) || among(kOfEvents, field));
}

}  // namespace etalage::engine
