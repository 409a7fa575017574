// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Parser: the text of a rule as a tree, or the first thing in it that is no rule. Knows the grammar and nothing else: names
// and types are the checker's.
//
// Limits    10,000 characters, 64 levels of nesting, 500 operators: so that every walk over a tree may recurse.
#pragma once

#include <cstdint>
#include <expected>
#include <string_view>

#include "compile/ast.h"
#include "compile/problem.h"

namespace etalage::compile {

inline constexpr std::uint32_t kMaxCharacters = 10'000;
inline constexpr std::uint32_t kMaxNesting = 64;
inline constexpr std::uint32_t kMaxOperators = 500;

[[nodiscard]] std::expected<Node, Problem> parse(std::string_view text);

}  // namespace etalage::compile
