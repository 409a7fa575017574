// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// order: which rules refer to which, and an order in which each comes after those it refers to.
#pragma once

#include <cstdint>
#include <vector>

#include "compile/ast.h"
#include "compile/names.h"

namespace etalage::compile {

// The rules that a node refers to, its children aside.
[[nodiscard]] std::vector<std::uint32_t> uses_of(const Node& node, const Names& names);

struct Order {
  std::vector<std::uint32_t> order;  // what a rule uses before it, else as given
  std::vector<std::vector<std::uint32_t>>
      cycles;  // each from its first rule on, which is not repeated
};

[[nodiscard]] Order order_of(const std::vector<std::vector<std::uint32_t>>& uses);

}  // namespace etalage::compile
