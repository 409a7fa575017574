// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Names: what a rule may refer to by "scope.name", as indexes into the RuleSet. Of two of one name the first counts.
//
// Lifetime  refers to the RuleSet.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "compile/rule_set.h"

namespace etalage::compile {

// "metric", "segment", ...; of a filter "slot".
[[nodiscard]] std::string_view word_for(rules::RuleKind kind);
// The kind of rule that a scope stands for; empty for stated, fact, cart, ...
[[nodiscard]] std::optional<rules::RuleKind> kind_of_scope(std::string_view scope);

class Names {
 public:
  explicit Names(const RuleSet& rule_set);

  [[nodiscard]] std::optional<std::uint32_t> rule(rules::RuleKind kind,
                                                  std::string_view name) const;
  [[nodiscard]] const FactSource* fact(std::string_view name) const;
  [[nodiscard]] std::optional<std::uint32_t> fact_index(std::string_view name) const;
  [[nodiscard]] const Distribution* distribution(std::string_view name) const;

  [[nodiscard]] std::vector<std::string_view> rules(rules::RuleKind kind) const;
  [[nodiscard]] std::vector<std::string_view> facts() const;
  [[nodiscard]] std::vector<std::string_view> distributions() const;

 private:
  using Index = std::map<std::string_view, std::uint32_t>;

  const RuleSet* rule_set_;
  std::array<Index, 9> rules_;  // by kind
  Index facts_, distributions_;
};

}  // namespace etalage::compile
