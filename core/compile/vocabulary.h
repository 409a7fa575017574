// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Vocabulary: the events that a rule may name and the fields that these, and products, have: those that every shop has, as GA4
// names them but for the prefixes, and those that this one declares.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compile/rule_set.h"
#include "rules/program.h"

namespace etalage::compile {

inline constexpr std::string_view kCartEvent = "cart";

class Vocabulary {
 public:
  explicit Vocabulary(const RuleSet& rule_set);

  // Whether a shop need not declare it.
  [[nodiscard]] static bool is_given_event(std::string_view name);
  [[nodiscard]] static std::optional<rules::Type> given_field(std::string_view name);

  [[nodiscard]] bool has_event(std::string_view name) const;
  // Of an event or its items; of "cart" of its lines. Empty: it has no such field.
  [[nodiscard]] std::optional<rules::Type> field(std::string_view event,
                                                 std::string_view name) const;
  // Of a product, in a filter.
  [[nodiscard]] std::optional<rules::Type> product_field(std::string_view name) const;
  // Of an item, whatever the event: a dimension of interest.
  [[nodiscard]] std::optional<rules::Type> item_field(std::string_view name) const;

  [[nodiscard]] std::vector<std::string_view> events() const;
  [[nodiscard]] std::vector<std::string_view> fields(std::string_view event) const;
  [[nodiscard]] std::vector<std::string_view> product_fields() const;

  // What a field that GA4 or a feed calls so is called here; empty: nothing.
  [[nodiscard]] static std::string_view our_name(std::string_view theirs);

 private:
  using Fields = std::map<std::string, rules::Type, std::less<>>;

  std::map<std::string, Fields, std::less<>> declared_;  // events
  Fields attributes_;
};

}  // namespace etalage::compile
