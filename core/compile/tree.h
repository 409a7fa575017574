// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// What every walk over a tree needs.
#pragma once

#include <vector>

#include "compile/ast.h"

namespace etalage::compile {

// Calls visit(node) for a tree's nodes, each before its children.
template <typename Visit>
void for_each(const Node& node, Visit&& visit) {
  visit(node);
  for (const auto& child : node.children) for_each(child, visit);
}

// Whether two trees say the same, wherever they stand.
[[nodiscard]] bool equal(const Node& a, const Node& b);

// x of `x and y and z`, y, z: what must hold at once. Any other tree is its own only conjunct.
[[nodiscard]] std::vector<const Node*> conjuncts(const Node& node);

// Whether a value of it can be missing. Of those that could be, but never are, it may say so too.
[[nodiscard]] bool may_be_missing(const Node& node);

}  // namespace etalage::compile
