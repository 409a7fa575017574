// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// tree_text: a tree with brackets around everything, so that tests can say how an expression was read.
#pragma once

#include <string>

#include "compile/ast.h"

namespace etalage::test {

[[nodiscard]] std::string tree_text(const compile::Node& node);

}  // namespace etalage::test
