// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "compile/parser.h"

#include <utility>

#include "compile/functions.h"
#include "compile/utf8.h"
#include "compile/value_parser.h"

namespace etalage::compile {
namespace {

using rules::Match;
using rules::Span;

// Recursive descent through the operators, down to their operands, which are the base's.
class Parser final : ValueParser {
 public:
  using ValueParser::ValueParser;

  std::expected<Node, Problem> run() {
    Node root;
    if (expression(root) &&
        (in_.at(TokenKind::end) || in_.unexpected("and, or, or the end of the rule"))) {
      return root;
    }
    return std::unexpected(*in_.problem());
  }

 private:
  bool deeper(bool (Parser::*rule)(Node&), Node& out) {
    if (++depth_ > kMaxNesting) {
      return in_.fail(in_.peek().span, "nested too deeply", "at most 64 levels",
                      "a part of it can be a segment or a metric of its own");
    }
    const bool read = (this->*rule)(out);
    --depth_;
    return read;
  }

  bool expression(Node& out) override { return deeper(&Parser::disjunction, out); }

  bool disjunction(Node& out) {
    return chain(out, NodeKind::either, &Parser::conjunction, {"or"}, TokenKind::name);
  }
  bool conjunction(Node& out) {
    return chain(out, NodeKind::both, &Parser::negation, {"and"}, TokenKind::name);
  }
  bool sum(Node& out) {
    return chain(out, NodeKind::arithmetic, &Parser::product, {"+", "-"}, TokenKind::symbol);
  }
  bool product(Node& out) {
    return chain(out, NodeKind::arithmetic, &Parser::unary, {"*", "/"}, TokenKind::symbol);
  }

  // operand { operator operand }, to the left.
  bool chain(Node& out, NodeKind kind, bool (Parser::*part)(Node&),
             std::initializer_list<std::string_view> operators, TokenKind spelt_as) {
    const auto begin = in_.peek().span.begin;
    if (!(this->*part)(out)) return false;
    while (in_.at(spelt_as) && holds(operators, in_.peek().text)) {
      Node joined;
      const auto op = in_.take();
      if (!count_operator(op.span)) return false;
      joined.kind = kind;
      joined.op = kind == NodeKind::arithmetic ? op.text[0] : '\0';
      joined.children.push_back(std::move(out));
      joined.children.emplace_back();
      if (!(this->*part)(joined.children.back())) return false;
      out = std::move(joined);
      close(out, begin);
    }
    return true;
  }

  bool count_operator(Span span) {
    return ++operators_ <= kMaxOperators ||
           in_.fail(span, "too many operators in one rule", "at most 500",
                    "a part of it can be a segment or a metric of its own");
  }

  bool negation(Node& out) {
    if (!in_.at_word("not")) return comparison(out);
    const auto begin = in_.take().span.begin;
    out.kind = NodeKind::negation;
    out.children.emplace_back();
    return deeper(&Parser::negation, out.children[0]) && close(out, begin);
  }

  bool comparison(Node& out) {
    const auto begin = in_.peek().span.begin;
    if (!sum(out)) return false;
    if (!compare(out, begin)) return false;
    if (!out.children.empty() && out.kind == NodeKind::comparison && compare_sign(in_.peek())) {
      return in_.unexpected("and, or, or the end of the rule", "x < y and y < z");
    }
    return true;
  }

  static std::optional<Compare> compare_sign(const Token& token) {
    if (token.kind != TokenKind::symbol) return {};
    if (token.text == "==") return Compare::equal;
    if (token.text == "!=") return Compare::not_equal;
    if (token.text == "<") return Compare::less;
    if (token.text == "<=") return Compare::less_equal;
    if (token.text == ">") return Compare::greater;
    if (token.text == ">=") return Compare::greater_equal;
    return {};
  }

  // What may follow a sum, with that sum as its first child.
  bool compare(Node& out, std::uint32_t begin) {
    Node whole;
    if (const auto sign = compare_sign(in_.peek())) {
      in_.take();
      whole.kind = NodeKind::comparison;
      whole.compare = *sign;
      return take_first(whole, out) && child(whole, &Parser::sum) && replace(out, whole, begin);
    }
    whole.negated = in_.take_word("not");
    if (in_.at_word("in") || in_.at_word("between")) {
      whole.kind = in_.at_word("in") ? NodeKind::in : NodeKind::between;
    } else if (const auto match = match_named(in_.peek())) {
      whole.kind = NodeKind::match;
      whole.match = *match;
    } else {
      return !whole.negated ||
             in_.unexpected("in, between, contains, starts_with, ends_with or under");
    }
    in_.take();
    take_first(whole, out);
    const bool read = whole.kind == NodeKind::in        ? list(whole, true)
                      : whole.kind == NodeKind::between ? bounds(whole)
                                                        : operand(whole);
    return read && replace(out, whole, begin);
  }

  static std::optional<Match> match_named(const Token& token) {
    if (token.is(TokenKind::name, "contains")) return Match::contains;
    if (token.is(TokenKind::name, "starts_with")) return Match::starts_with;
    if (token.is(TokenKind::name, "ends_with")) return Match::ends_with;
    if (token.is(TokenKind::name, "under")) return Match::under;
    return {};
  }

  bool bounds(Node& whole) {
    return child(whole, &Parser::sum) && (in_.take_word("and") || in_.unexpected("and")) &&
           child(whole, &Parser::sum);
  }

  bool operand(Node& whole) {
    const bool any = whole.match == Match::contains && in_.at_word("any");
    whole.all = whole.match == Match::contains && in_.at_word("all");
    if (any || whole.all) return in_.take(), list(whole, false);
    return in_.at(TokenKind::text) ? literal(whole) : in_.unexpected("a text in quotes");
  }

  bool list(Node& whole, bool numbers) {
    if (!in_.need_symbol("[")) return false;
    do {
      const bool number = in_.at(TokenKind::number) || in_.at_symbol("-");
      if (!in_.at(TokenKind::text) && !(numbers && number)) {
        return in_.unexpected(numbers ? "a text in quotes or a number" : "a text in quotes");
      }
      if (!literal(whole)) return false;
    } while (in_.take_symbol(","));
    return in_.take_symbol("]") || in_.unexpected("\",\" or \"]\"");
  }

  bool unary(Node& out) {
    if (!in_.at_symbol("-")) return primary(out);
    const auto begin = in_.take().span.begin;
    out.kind = NodeKind::negate;
    out.children.emplace_back();
    return deeper(&Parser::unary, out.children[0]) && close(out, begin);
  }

  bool child(Node& whole, bool (Parser::*rule)(Node&)) {
    whole.children.emplace_back();
    return (this->*rule)(whole.children.back());
  }
  static bool take_first(Node& whole, Node& first) {
    whole.children.push_back(std::move(first));
    return true;
  }
  bool replace(Node& out, Node& whole, std::uint32_t begin) {
    out = std::move(whole);
    return close(out, begin);
  }

  std::uint32_t depth_ = 0, operators_ = 0;
};

Problem refusal(Span span, const char* what, const char* expected) {
  return {"rule-syntax", span, what, expected, ""};
}

}  // namespace

std::expected<Node, Problem> parse(std::string_view text) {
  if (const auto at = invalid_utf8(text); at != std::string_view::npos) {
    const auto begin = static_cast<std::uint32_t>(at);
    return std::unexpected(refusal({begin, begin + 1}, "a byte that is no UTF-8", "UTF-8"));
  }
  if (characters(text) > kMaxCharacters) {
    return std::unexpected(refusal({0, 1}, "a rule that is too long", "at most 10000 characters"));
  }
  return Parser(text).run();
}

}  // namespace etalage::compile
