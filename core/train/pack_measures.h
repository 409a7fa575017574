// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// pack_measures: compiled measures as a pack holds them: each with the mechanism that suits it, and what an answer costs.
#pragma once

#include "compile/compile.h"
#include "compile/rule_set.h"
#include "measure/formats.h"

namespace etalage::train {

// REQUIRES: compiled.ok(), and that it was made of rule_set.
// Errors    invalid_argument: an epsilon that is not ln(a/b) of whole numbers a > b up to 2^20, an epoch that is not 1 to 366
//           days, more experiments or measures than a pack can hold, a holdout above 1.
[[nodiscard]] Result<measure::Measures> pack_measures(const compile::RuleSet& rule_set,
                                                      const compile::Compiled& compiled);

}  // namespace etalage::train
