// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// SensitiveGuard: looks for sensitive terms in everything that a rule set says: texts in rules, names, labels, choices, questions.
// A segment that is called pregnant is an inference whatever it asks.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compile/ast.h"
#include "compile/diagnostic.h"
#include "compile/rule_set.h"
#include "rules/sensitive.h"

namespace etalage::compile {

class SensitiveGuard {
 public:
  // The list, with what the shop adds and without what it allows.
  explicit SensitiveGuard(const RuleSet& rule_set);

  // What is refused, as rules::Terms takes it.
  [[nodiscard]] const std::vector<std::string>& refused() const { return refused_; }

  // Of everything beside the rules; also terms that are none, or that the shop allows although nobody refuses them.
  [[nodiscard]] std::vector<Diagnostic> check_declarations() const;
  // Of one rule and the trees of its cases.
  [[nodiscard]] std::vector<Diagnostic> check(const RuleSource& rule,
                                              const std::vector<Node>& cases) const;

 private:
  [[nodiscard]] std::optional<Problem> find(std::string_view text, const std::string& where) const;

  const RuleSet& rule_set_;
  std::vector<std::string> refused_;
  std::vector<std::string_view> categories_;  // of each refused term
  std::vector<Diagnostic> wrong_terms_;
  rules::Terms terms_;
};

}  // namespace etalage::compile
