// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// check: a RuleSet as trees that have types, in an order in which they can be run; or all that is wrong with it.
//
// Lifetime  Checked refers to the RuleSet.
#pragma once

#include <cstdint>
#include <vector>

#include "compile/ast.h"
#include "compile/diagnostic.h"
#include "compile/rule_set.h"

namespace etalage::compile {

struct CheckedRule {
  const RuleSource* source = nullptr;
  rules::Type type = rules::Type::boolean;  // of what it gives
  std::vector<Node> cases;                  // one a case of the source
  std::vector<std::uint32_t> uses;          // the rules it refers to, sorted, each once
};

struct Checked {
  std::vector<CheckedRule> rules;  // as in the RuleSet
  std::vector<std::uint32_t>
      order;  // indexes of rules: each after those it uses, else as in the RuleSet
  std::vector<Diagnostic> diagnostics;  // in the order of the rules

  [[nodiscard]] bool ok()
      const;  // no errors; where there are, `rules` and `order` may be incomplete
};

[[nodiscard]] Checked check(const RuleSet& rule_set);

}  // namespace etalage::compile
