// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// compile: a RuleSet in, everything that a pack holds of it out. Linked into the build module only.
//
// Errors    diagnostics that are not warnings; program, manifest and explanations are then empty.
// Cost      linear in the number of rules, but for the search for equal aggregates (n log n); at most quadratic in the length of
//           one rule and in the number of cases of one decision.
#pragma once

#include <vector>

#include "compile/diagnostic.h"
#include "compile/measures.h"
#include "compile/rule_set.h"
#include "rules/explanation.h"
#include "rules/manifest.h"
#include "rules/program.h"

namespace etalage::compile {

struct Compiled {
  rules::Program program;
  rules::Manifest manifest;
  rules::Explanations explanations;
  std::vector<CompiledMeasure> measures;  // refer to the RuleSet
  std::vector<std::string> refused;       // terms that nothing kept may hold (rules/sensitive.h)
  std::vector<Diagnostic> diagnostics;    // in the order of the rules

  [[nodiscard]] bool ok() const {
    for (const auto& diagnostic : diagnostics) {
      if (!diagnostic.warning) return false;
    }
    return true;
  }
};

[[nodiscard]] Compiled compile(const RuleSet& rule_set);

}  // namespace etalage::compile
