// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// sentences_of: what every value that a program looks up means, in English and Dutch, for whoever asks why.
#pragma once

#include <vector>

#include "compile/emitter.h"
#include "compile/rule_set.h"
#include "rules/explanation.h"

namespace etalage::compile {

// Sorted by op, then index: of aggregates, sequences, interests, strongest values, rules that others use, and answers.
[[nodiscard]] std::vector<rules::Sentence> sentences_of(const RuleSet& rule_set,
                                                        const Emitted& emitted);

}  // namespace etalage::compile
