// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// lint: what is wrong with a rule, or odd, although every name and type in it is right.
#pragma once

#include <cstdint>
#include <vector>

#include "compile/checker.h"
#include "compile/diagnostic.h"

namespace etalage::compile {

// Errors: a case that is never reached. Warnings: a condition that always or never holds; a rule of absence that does not ask
// how old the profile is. REQUIRES: the rule's own trees are checked, and the rules that it uses parsed.
[[nodiscard]] std::vector<Diagnostic> lint(const Checked& checked, std::uint32_t index);

}  // namespace etalage::compile
