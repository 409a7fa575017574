// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "compile/lexer.h"

#include <array>

#include "compile/characters.h"
#include "compile/literal.h"

namespace etalage::compile {
namespace {

// The longer before what they begin with.
constexpr std::array<std::string_view, 16> kSymbols = {"==", "!=", "<=", ">=", "<", ">", "(", ")",
                                                       "[",  "]",  ",",  ".",  "+", "-", "*", "/"};

// What other languages write, and what is written here.
struct Foreign {
  std::string_view theirs, ours;
};
constexpr std::array<Foreign, 7> kForeign = {{{"===", "=="},
                                              {"!==", "!="},
                                              {"<>", "!="},
                                              {"&&", "and"},
                                              {"||", "or"},
                                              {"=", "=="},
                                              {"!", "not"}}};

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  std::vector<Token> run() {
    do {
      skip_space();
      begin_ = at_;
      token_ = {};
      read();
      token_.span = {static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(at_)};
      after_dot_ = token_.is(TokenKind::symbol, ".");
      tokens_.push_back(token_);
    } while (token_.kind != TokenKind::invalid && token_.kind != TokenKind::end);
    return std::move(tokens_);
  }

 private:
  [[nodiscard]] bool ended() const { return at_ == text_.size(); }
  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  [[nodiscard]] bool line_ended() const { return ended() || peek() == '\n' || peek() == '\r'; }

  void skip_space() {
    while (!ended()) {
      if (peek() == '#') {
        while (!line_ended()) ++at_;
      } else if (peek() == ' ' || peek() == '\t' || line_ended()) {
        ++at_;
      } else {
        return;
      }
    }
  }

  void read() {
    if (ended()) {
      token_.kind = TokenKind::end;
    } else if (begins_name(peek())) {
      read_name();
    } else if (is_digit(peek())) {
      read_number();
    } else if (peek() == '"' || peek() == '\'') {
      read_text();
    } else {
      read_symbol();
    }
  }

  void read_name() {
    while (continues_name(peek()) ||
           (after_dot_ && peek() == '-' && continues_name(peek(1)) && peek(1) != '_')) {
      ++at_;
    }
    token_.kind = TokenKind::name;
    token_.text = text_.substr(begin_, at_ - begin_);
  }

  void read_number() {
    auto literal = read_literal(text_.substr(at_));
    at_ += literal.length;
    if (!literal.wrong.empty()) return refuse(literal.wrong, literal.expected);
    token_.kind = literal.kind;
    token_.number = literal.number;
  }

  void read_text() {
    const char quote = peek();
    for (++at_; !line_ended() && peek() != quote; ++at_) {
      if (peek() != '\\') {
        token_.text += peek();
        continue;
      }
      const char escaped = peek(1);
      if (std::string_view("\"'\\nt").find(escaped) == std::string_view::npos || escaped == '\0') {
        begin_ = at_;
        if (!ended()) ++at_;
        return refuse("a backslash before what needs none", R"(one of \" \' \\ \n \t)");
      }
      token_.text += escaped == 'n' ? '\n' : escaped == 't' ? '\t' : escaped;
      ++at_;
    }
    if (line_ended()) {
      return refuse("a text that does not end", std::string(1, quote) + " at its end, on one line");
    }
    ++at_;
    token_.kind = TokenKind::text;
  }

  void read_symbol() {
    const auto rest = text_.substr(at_);
    for (const auto& [theirs, ours] : kForeign) {
      const bool known = rest.starts_with("==") || rest.starts_with("!=");
      if (!rest.starts_with(theirs) || (known && theirs.size() < 3)) continue;
      at_ += theirs.size();
      return refuse("unknown sign \"" + std::string(theirs) + "\"", std::string(ours));
    }
    for (const auto symbol : kSymbols) {
      if (!rest.starts_with(symbol)) continue;
      at_ += symbol.size();
      token_.kind = TokenKind::symbol;
      token_.text = symbol;
      return;
    }
    do ++at_;
    while (!ended() && (static_cast<unsigned char>(peek()) & 0xC0) == 0x80);
    refuse("unknown sign \"" + std::string(text_.substr(begin_, at_ - begin_)) + "\"", "");
  }

  void refuse(std::string wrong, std::string expected) {
    token_ = {};
    token_.kind = TokenKind::invalid;
    token_.text = std::move(wrong);
    token_.expected = std::move(expected);
  }

  std::string_view text_;
  std::size_t at_ = 0, begin_ = 0;
  bool after_dot_ = false;
  Token token_;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> tokens(std::string_view text) { return Lexer(text).run(); }

}  // namespace etalage::compile
