// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "compile/compile.h"

#include <iterator>
#include <utility>

#include "compile/checker.h"
#include "compile/emitter.h"
#include "compile/needs.h"
#include "compile/sensitive_guard.h"
#include "compile/sentences.h"

namespace etalage::compile {

Compiled compile(const RuleSet& rule_set) {
  Compiled compiled;
  auto checked = check(rule_set);
  compiled.diagnostics = std::move(checked.diagnostics);
  if (!compiled.ok()) return compiled;

  auto emitted = emit(rule_set, checked);
  std::move(emitted.diagnostics.begin(), emitted.diagnostics.end(),
            std::back_inserter(compiled.diagnostics));
  if (!compiled.ok()) return compiled;
  auto measures = compile_measures(rule_set, checked);
  std::move(measures.diagnostics.begin(), measures.diagnostics.end(),
            std::back_inserter(compiled.diagnostics));
  if (!compiled.ok()) return compiled;
  compiled.measures = std::move(measures.measures);

  compiled.explanations.sentences = sentences_of(rule_set, emitted);
  compiled.program = std::move(emitted.program);
  compiled.explanations.sources = std::move(emitted.sources);
  compiled.manifest = manifest_of(rule_set, checked);
  compiled.refused = SensitiveGuard(rule_set).refused();
  compiled.explanations.spans = std::move(emitted.spans);
  return compiled;
}

}  // namespace etalage::compile
