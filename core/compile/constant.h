// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// constant: the value of an expression that is the same for every shopper, computed as the evaluator would.
#pragma once

#include <optional>

#include "compile/ast.h"

namespace etalage::compile {

// NaN: it is always missing. Empty: it depends on something, or is a text. REQUIRES: a checked tree.
[[nodiscard]] std::optional<double> constant(const Node& node);

// What a comparison of two numbers says; of a missing one (NaN) it says no, != too.
[[nodiscard]] bool compare(Compare sign, double a, double b);

}  // namespace etalage::compile
