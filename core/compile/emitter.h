// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// emit: checked rules as a program.
//
// Lifetime  Emitted refers to the RuleSet.
// Errors    a rule that needs more instructions or a deeper stack than a program may have: "rule-limit".
#pragma once

#include <vector>

#include "compile/checker.h"
#include "compile/diagnostic.h"
#include "compile/tables.h"
#include "rules/explanation.h"
#include "rules/program.h"

namespace etalage::compile {

struct Emitted {
  rules::Program program;
  std::vector<std::string> sources;  // as in Explanations
  std::vector<rules::Span> spans;    // as in Explanations
  std::vector<Origin> aggregates;    // what each aggregate of the program was made of
  std::vector<Origin> sequences;
  std::vector<Diagnostic> diagnostics;
};

// REQUIRES: checked.ok(), and that it was made of rule_set.
[[nodiscard]] Emitted emit(const RuleSet& rule_set, const Checked& checked);

}  // namespace etalage::compile
