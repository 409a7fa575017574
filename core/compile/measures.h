// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// compile_measures: the measures of a RuleSet, in the terms of its program.
#pragma once

#include <cstdint>
#include <vector>

#include "compile/checker.h"
#include "compile/diagnostic.h"
#include "compile/rule_set.h"

namespace etalage::compile {

struct CompiledMeasure {
  const MeasureSource* source = nullptr;
  // Another one as soon as anything that decides what an answer means is another: the answers, their expressions, the rules
  // that these use, how often is asked, at which epsilon, in which experiment.
  std::uint64_t series = 0;
  std::uint32_t rule = 0;  // of the program
  std::uint32_t rows = 2;  // its cases
  std::uint32_t by = 0;    // a rule of the program, or an experiment of the RuleSet
  std::uint32_t columns = 1;
  bool personal = false;  // answered only where the shop may personalise
};

struct CompiledMeasures {
  std::vector<CompiledMeasure> measures;
  std::vector<Diagnostic> diagnostics;
};

// REQUIRES: checked.ok(), and that it was made of rule_set.
// Lifetime  refers to the RuleSet.
[[nodiscard]] CompiledMeasures compile_measures(const RuleSet& rule_set, const Checked& checked);

}  // namespace etalage::compile
