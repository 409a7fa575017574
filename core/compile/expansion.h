// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// expansion: what cart.value, visit.number and the like are short for.
#pragma once

#include <optional>

#include "compile/ast.h"

namespace etalage::compile {

// A checked tree, each node at the reference's place; empty: the reference is not short for anything.
[[nodiscard]] std::optional<Node> expansion(const Node& reference);

}  // namespace etalage::compile
