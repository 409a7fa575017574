// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "compile/vocabulary.h"

#include <array>

namespace etalage::compile {
namespace {

using rules::Type;

constexpr std::array<std::string_view, 30> kEvents = {"view_item",
                                                      "view_item_list",
                                                      "select_item",
                                                      "filter_item_list",
                                                      "search",
                                                      "view_search_results",
                                                      "add_to_wishlist",
                                                      "remove_from_wishlist",
                                                      "add_to_cart",
                                                      "remove_from_cart",
                                                      "view_cart",
                                                      "begin_checkout",
                                                      "add_shipping_info",
                                                      "add_payment_info",
                                                      "purchase",
                                                      "update_order",
                                                      "cancel_order",
                                                      "refund",
                                                      "purchase_failed",
                                                      "view_promotion",
                                                      "select_promotion",
                                                      "coupon",
                                                      "review",
                                                      "share",
                                                      "login",
                                                      "sign_up",
                                                      "generate_lead",
                                                      "contact",
                                                      "session_start",
                                                      "page_view"};

struct Field {
  std::string_view name;
  Type type;
};

constexpr std::array<Field, 12> kItemFields = {{{"item_id", Type::text},
                                                {"item_name", Type::text},
                                                {"category", Type::text},
                                                {"brand", Type::text},
                                                {"variant", Type::text},
                                                {"price", Type::number},
                                                {"quantity", Type::number},
                                                {"discount", Type::number},
                                                {"coupon", Type::text},
                                                {"index", Type::number},
                                                {"list", Type::text},
                                                {"revenue", Type::number}}};

constexpr std::array<Field, 15> kEventFields = {{{"time", Type::time},
                                                 {"value", Type::number},
                                                 {"tax", Type::number},
                                                 {"shipping", Type::number},
                                                 {"currency", Type::text},
                                                 {"coupon", Type::text},
                                                 {"search_term", Type::text},
                                                 {"list", Type::text},
                                                 {"method", Type::text},
                                                 {"reason", Type::text},
                                                 {"promotion", Type::text},
                                                 {"rating", Type::number},
                                                 {"channel", Type::text},
                                                 {"type", Type::text},
                                                 {"results", Type::number}}};

constexpr std::array<Field, 6> kProductFields = {{{"item_id", Type::text},
                                                  {"item_name", Type::text},
                                                  {"category", Type::text},
                                                  {"brand", Type::text},
                                                  {"price", Type::number},
                                                  {"in_stock", Type::boolean}}};

struct OtherName {
  std::string_view theirs, ours;
};
constexpr std::array<OtherName, 24> kOtherNames = {
    {{"item_category", "category"},   {"item_category2", "category"},
     {"item_category3", "category"},  {"item_category4", "category"},
     {"item_category5", "category"},  {"item_brand", "brand"},
     {"item_variant", "variant"},     {"item_list_id", "list"},
     {"item_list_name", "list"},      {"item_price", "price"},
     {"item_revenue", "revenue"},     {"promotion_id", "promotion"},
     {"promotion_name", "promotion"}, {"search_query", "search_term"},
     {"query", "search_term"},        {"id", "item_id"},
     {"product_id", "item_id"},       {"sku", "item_id"},
     {"name", "item_name"},           {"title", "item_name"},
     {"position", "index"},           {"timestamp", "time"},
     {"availability", "in_stock"},    {"stock", "in_stock"}}};

template <typename List>
std::optional<Type> find(const List& list, std::string_view name) {
  for (const auto& entry : list) {
    if (entry.name == name) return entry.type;
  }
  return {};
}

template <typename Map>
std::optional<Type> find_in(const Map& map, std::string_view name) {
  const auto found = map.find(name);
  return found == map.end() ? std::nullopt : std::optional<Type>(found->second);
}

}  // namespace

Vocabulary::Vocabulary(const RuleSet& rule_set) {
  for (const auto& event : rule_set.events) {
    auto& fields = declared_[event.name];
    for (const auto& field : event.fields) fields.emplace(field.name, field.type);
  }
  for (const auto& attribute : rule_set.attributes) {
    attributes_.emplace(attribute.name, attribute.type);
  }
}

bool Vocabulary::is_given_event(std::string_view name) {
  for (const auto event : kEvents) {
    if (event == name) return true;
  }
  return name == kCartEvent;
}

std::optional<Type> Vocabulary::given_field(std::string_view name) {
  if (const auto type = find(kItemFields, name)) return type;
  if (const auto type = find(kEventFields, name)) return type;
  return find(kProductFields, name);
}

bool Vocabulary::has_event(std::string_view name) const {
  return is_given_event(name) || declared_.contains(name);
}

std::optional<Type> Vocabulary::item_field(std::string_view name) const {
  if (const auto type = find(kItemFields, name)) return type;
  return find_in(attributes_, name);
}

std::optional<Type> Vocabulary::field(std::string_view event, std::string_view name) const {
  if (const auto type = item_field(name)) return type;
  if (event == kCartEvent) return {};
  if (const auto type = find(kEventFields, name)) return type;
  const auto declared = declared_.find(event);
  return declared == declared_.end() ? std::nullopt : find_in(declared->second, name);
}

std::optional<Type> Vocabulary::product_field(std::string_view name) const {
  if (const auto type = find(kProductFields, name)) return type;
  return find_in(attributes_, name);
}

std::vector<std::string_view> Vocabulary::events() const {
  std::vector<std::string_view> names(kEvents.begin(), kEvents.end());
  names.push_back(kCartEvent);
  for (const auto& [name, fields] : declared_) names.push_back(name);
  return names;
}

std::vector<std::string_view> Vocabulary::fields(std::string_view event) const {
  std::vector<std::string_view> names;
  for (const auto& field : kItemFields) names.push_back(field.name);
  for (const auto& [name, type] : attributes_) names.push_back(name);
  if (event == kCartEvent) return names;
  for (const auto& field : kEventFields) names.push_back(field.name);
  if (const auto declared = declared_.find(event); declared != declared_.end()) {
    for (const auto& [name, type] : declared->second) names.push_back(name);
  }
  return names;
}

std::vector<std::string_view> Vocabulary::product_fields() const {
  std::vector<std::string_view> names;
  for (const auto& field : kProductFields) names.push_back(field.name);
  for (const auto& [name, type] : attributes_) names.push_back(name);
  return names;
}

std::string_view Vocabulary::our_name(std::string_view theirs) {
  for (const auto& name : kOtherNames) {
    if (name.theirs == theirs) return name.ours;
  }
  return {};
}

}  // namespace etalage::compile
