// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Diagnostic: what is wrong (or worth a warning) in a rule, where, and what was expected.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "compile/problem.h"
#include "compile/rule_set.h"
#include "rules/explanation.h"
#include "rules/program.h"

namespace etalage::compile {

inline constexpr std::uint32_t kNoCase = 0xFFFFFFFF;

struct Diagnostic {
  bool warning = false;
  std::string code;  // stable: "rule-syntax", "rule-type", "rule-unknown-name", "rule-cycle", ...
  rules::RuleKind kind = rules::RuleKind::segment;
  std::string rule;
  std::uint32_t which = kNoCase;  // the case of a decision
  std::uint32_t line = 1,
                column = 1;  // in the expression, from 1; columns count characters, not bytes
  std::uint32_t length = 1;  // characters that a caret underlines, on that line
  std::string
      source;  // that line of the expression; empty: it is about no expression, and `length` is 0
  std::string what;      // "unknown event \"view_itm\""
  std::string expected;  // "one of ..."; may be empty
  std::string hint;      // "did you mean view_item?"; may be empty
  std::string
      subject;  // "fact skill", "event newsletter", ... where it is about no rule; else empty
};

// A problem in a rule's expression, or in a case's of it.
[[nodiscard]] Diagnostic at(const RuleSource& rule, std::uint32_t which, const Problem& problem);
// A problem with a rule as a whole, or with something beside the rules.
[[nodiscard]] Diagnostic about(const RuleSource& rule, const Problem& problem);
[[nodiscard]] Diagnostic about(std::string subject, const Problem& problem);

}  // namespace etalage::compile
