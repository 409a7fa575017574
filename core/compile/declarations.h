// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// What is checked of a RuleSet before any expression is read: names, duplicates, the values of cases, limits.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "compile/diagnostic.h"
#include "compile/names.h"
#include "compile/rule_set.h"

namespace etalage::compile {

// Of everything beside the rules.
[[nodiscard]] std::vector<Diagnostic> check_declarations(const RuleSet& rule_set);
// Of one rule.
[[nodiscard]] std::vector<Diagnostic> check_declaration(const RuleSet& rule_set, const Names& names,
                                                        std::uint32_t index);

// The number that a case of a number fact gives; empty where its text is none.
[[nodiscard]] std::optional<double> case_number(const std::string& text);

}  // namespace etalage::compile
