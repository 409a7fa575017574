// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// manifest_of: what has to be kept of a shopper for the rules and slots of a set, and nothing else (promise P4).
//
// A rule needs what the rules that it uses need, for its own purpose: a segment that personalises needs the events of a metric
// that otherwise only measures.
#pragma once

#include "compile/checker.h"
#include "compile/rule_set.h"
#include "rules/manifest.h"

namespace etalage::compile {

// REQUIRES: checked.ok(), and that it was made of rule_set.
[[nodiscard]] rules::Manifest manifest_of(const RuleSet& rule_set, const Checked& checked);

// Whether a measure's rule has a value only where the shop may personalise: it uses a rule that does.
[[nodiscard]] bool is_personal(const Checked& checked, std::uint32_t index);

// Whether some rule reads the shopper's own answer.
[[nodiscard]] bool reads_fact(const Checked& checked, std::string_view name);

}  // namespace etalage::compile
