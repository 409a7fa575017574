// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// implies: whether one condition can only hold where another does, as far as can be read off them.
//
// Knows `and`, `or`, equal conditions, numbers in narrower bounds of the same expression, and texts in fewer values.
#pragma once

#include "compile/ast.h"

namespace etalage::compile {

// false: it does not, or it cannot be seen. REQUIRES: checked trees.
[[nodiscard]] bool implies(const Node& condition, const Node& other);

}  // namespace etalage::compile
