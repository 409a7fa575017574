// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Lexer: the text of a rule as tokens. What is no token becomes one of kind `invalid`, which ends the list: the parser
// reports it if it gets that far.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rules/explanation.h"

namespace etalage::compile {

enum class TokenKind : std::uint8_t {
  name,      // text; after a dot with its hyphens
  number,    // number
  duration,  // number: milliseconds
  date,      // number: milliseconds since 1970
  text,      // text: what stands between the quotes, escapes resolved
  symbol,    // text: "==", "(", ...
  invalid,   // text: what is wrong
  end,
};

struct Token {
  TokenKind kind = TokenKind::end;
  rules::Span span;
  std::string text;
  double number = 0;
  std::string expected;  // of an invalid token; may be empty

  [[nodiscard]] bool is(TokenKind other, std::string_view spelling) const {
    return kind == other && text == spelling;
  }
};

// REQUIRES: text is UTF-8. The last token is `invalid` or `end`.
[[nodiscard]] std::vector<Token> tokens(std::string_view text);

}  // namespace etalage::compile
