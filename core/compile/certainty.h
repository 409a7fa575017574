// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// certainty: whether a condition holds of everybody or of nobody, as far as can be read off it: because nothing in it varies, or
// because a count is never negative, an hour never 24, ...
#pragma once

#include <optional>

#include "compile/ast.h"

namespace etalage::compile {

// Empty: it depends. REQUIRES: a checked tree of type boolean.
[[nodiscard]] std::optional<bool> certainty(const Node& condition);

}  // namespace etalage::compile
