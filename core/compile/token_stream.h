// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// TokenStream: what a parser reads from: the next token, and the first thing that went wrong.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compile/lexer.h"
#include "compile/problem.h"

namespace etalage::compile {

class TokenStream {
 public:
  explicit TokenStream(std::string_view text) : tokens_(tokens(text)) {}

  [[nodiscard]] const Token& peek(std::size_t ahead = 0) const {
    return tokens_[at_ + ahead < tokens_.size() ? at_ + ahead : tokens_.size() - 1];
  }
  [[nodiscard]] bool at(TokenKind kind) const { return peek().kind == kind; }
  [[nodiscard]] bool at_symbol(std::string_view spelling, std::size_t ahead = 0) const {
    return peek(ahead).is(TokenKind::symbol, spelling);
  }
  [[nodiscard]] bool at_word(std::string_view spelling, std::size_t ahead = 0) const {
    return peek(ahead).is(TokenKind::name, spelling);
  }

  // Where what was taken last ends.
  [[nodiscard]] std::uint32_t end() const { return at_ == 0 ? 0 : tokens_[at_ - 1].span.end; }

  const Token& take() {
    const auto& token = peek();
    if (at_ + 1 < tokens_.size()) ++at_;
    return token;
  }
  bool take_symbol(std::string_view spelling) { return at_symbol(spelling) && (take(), true); }
  bool take_word(std::string_view spelling) { return at_word(spelling) && (take(), true); }

  bool need_symbol(std::string_view spelling) {
    return take_symbol(spelling) || unexpected("\"" + std::string(spelling) + "\"");
  }

  // Both return false, and keep the first problem only.
  bool fail(rules::Span span, std::string what, std::string expected, std::string hint = "") {
    if (!problem_) {
      problem_ =
          Problem{"rule-syntax", span, std::move(what), std::move(expected), std::move(hint)};
    }
    return false;
  }
  bool unexpected(std::string expected, std::string hint = "") {
    const auto& token = peek();
    if (token.kind == TokenKind::invalid) return fail(token.span, token.text, token.expected);
    return fail(token.span, describe(token), std::move(expected), std::move(hint));
  }

  [[nodiscard]] const std::optional<Problem>& problem() const { return problem_; }

 private:
  static std::string describe(const Token& token) {
    switch (token.kind) {
      case TokenKind::end: return "the rule ends here";
      case TokenKind::text: return "unexpected text";
      case TokenKind::number: return "unexpected number";
      case TokenKind::duration: return "unexpected duration";
      case TokenKind::date: return "unexpected date";
      default: return "unexpected \"" + token.text + "\"";
    }
  }

  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  std::optional<Problem> problem_;
};

}  // namespace etalage::compile
