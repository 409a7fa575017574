// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Literals that begin with a digit: 12.5, 30d, 2026-01-31, 2026-01-31T09:30+01:00.
//
// Units     a duration and a time are in milliseconds; 1y is 365d.
// Limits    numbers of 15 digits, durations up to 100y, years 0000 to 9999.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "compile/lexer.h"

namespace etalage::compile {

struct Literal {
  TokenKind kind = TokenKind::number;
  std::size_t length = 0;  // bytes that belong to it, right or wrong
  double number = 0;
  std::string wrong, expected;  // where `wrong` is not empty it is no literal
};

// REQUIRES: text begins with a digit.
[[nodiscard]] Literal read_literal(std::string_view text);

}  // namespace etalage::compile
