// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "compile/parser.h"

#include <utility>

#include "compile/did_you_mean.h"
#include "compile/functions.h"
#include "compile/token_stream.h"
#include "compile/utf8.h"

namespace etalage::compile {
namespace {

using rules::Match;
using rules::Span;

std::string quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

// Recursive descent: one function a line of the grammar (docs/rules.md). Each returns whether it could read `out`.
class Parser {
 public:
  explicit Parser(std::string_view text) : in_(text) {}

  std::expected<Node, Problem> run() {
    Node root;
    if (expression(root) &&
        (in_.at(TokenKind::end) || in_.unexpected("and, or, or the end of the rule"))) {
      return root;
    }
    return std::unexpected(*in_.problem());
  }

 private:
  // ---- operators

  bool deeper(bool (Parser::*rule)(Node&), Node& out) {
    if (++depth_ > kMaxNesting) {
      return in_.fail(in_.peek().span, "nested too deeply", "at most 64 levels",
                      "a part of it can be a segment or a metric of its own");
    }
    const bool read = (this->*rule)(out);
    --depth_;
    return read;
  }

  bool expression(Node& out) { return deeper(&Parser::disjunction, out); }

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

  // ---- primaries

  bool primary(Node& out) {
    const auto& token = in_.peek();
    switch (token.kind) {
      case TokenKind::number:
      case TokenKind::duration:
      case TokenKind::date:
      case TokenKind::text: return constant(out);
      case TokenKind::name: return named(out);
      default: break;
    }
    if (!in_.take_symbol("(")) return in_.unexpected("a value");
    const auto begin = token.span.begin;
    return expression(out) && in_.need_symbol(")") && close(out, begin);
  }

  bool constant(Node& out) {
    const auto& token = in_.take();
    out.kind = token.kind == TokenKind::number     ? NodeKind::number
               : token.kind == TokenKind::duration ? NodeKind::duration
               : token.kind == TokenKind::date     ? NodeKind::time
                                                   : NodeKind::text;
    out.number = token.number;
    out.text = token.text;
    out.span = token.span;
    return true;
  }

  // A text or a number, which may have a sign, as one more child.
  bool literal(Node& whole) {
    Node value;
    const auto begin = in_.peek().span.begin;
    const bool minus = in_.take_symbol("-");
    if (minus && !in_.at(TokenKind::number)) return in_.unexpected("a number");
    constant(value);
    if (minus) value.number = -value.number;
    close(value, begin);
    whole.children.push_back(std::move(value));
    return true;
  }

  bool named(Node& out) {
    const auto token = in_.peek();
    if (token.text == "true" || token.text == "false") {
      in_.take();
      out.kind = NodeKind::boolean;
      out.number = token.text == "true" ? 1 : 0;
      return close(out, token.span.begin);
    }
    if (in_.at_symbol("(", 1)) return call(out);
    if (holds(kKeywords, token.text)) return in_.unexpected("a value");
    if (in_.at_symbol(".", 1)) return reference(out);
    in_.take();
    out.kind = token.text == "now" ? NodeKind::reference : NodeKind::field;
    (token.text == "now" ? out.scope : out.text) = token.text;
    out.text_span = token.span;
    return close(out, token.span.begin);
  }

  bool reference(Node& out) {
    const auto scope = in_.peek();
    if (!holds(kScopes, scope.text)) {
      auto hint = suggestion(scope.text, kScopes);
      if (hint.empty()) hint = "a field of an event stands in a function: sum(purchase.value)";
      return in_.fail(scope.span, "unknown word " + quoted(scope.text) + " before a dot",
                      "one of " + listed(kScopes), std::move(hint));
    }
    in_.take(), in_.take();
    out.kind = NodeKind::reference;
    out.scope = scope.text;
    return name(out.text, out.text_span, "a name") && close(out, scope.span.begin);
  }

  bool name(std::string& out, Span& span, const char* expected) {
    if (!in_.at(TokenKind::name)) return in_.unexpected(expected);
    const auto& token = in_.take();
    out = token.text;
    span = token.span;
    return true;
  }

  // ---- calls

  bool call(Node& out) {
    const auto word = in_.peek();
    if (const auto function = function_named(word.text)) {
      in_.take(), in_.take();
      out.function = *function;
      return aggregate(out) && close(out, word.span.begin);
    }
    struct Call {
      std::string_view name;
      bool (Parser::*arguments)(Node&);
    };
    static constexpr Call kArguments[] = {
        {"sequence", &Parser::sequence},     {"known", &Parser::known},
        {"default", &Parser::otherwise},     {"lower", &Parser::lower},
        {"interest", &Parser::interest},     {"strongest", &Parser::strongest},
        {"confidence", &Parser::confidence}, {"points", &Parser::points},
        {"percentile", &Parser::percentile}};
    for (const auto& [spelling, arguments] : kArguments) {
      if (spelling != word.text) continue;
      in_.take(), in_.take();
      return (this->*arguments)(out) && in_.need_symbol(")") && close(out, word.span.begin);
    }
    if (holds(kKeywords, word.text)) return in_.unexpected("a value");
    std::vector<std::string_view> known(kCalls.begin(), kCalls.end());
    for (const auto& entry : kFunctions) known.push_back(entry.name);
    return in_.fail(word.span, "unknown function " + quoted(word.text), "one of " + listed(known),
                    suggestion(word.text, known));
  }

  bool aggregate(Node& out) {
    out.kind = NodeKind::aggregate;
    if (!name(out.event, out.event_span, "the name of an event")) return false;
    if (in_.take_symbol(".") && !name(out.text, out.text_span, "the name of a field")) return false;
    return where(out) && within(out) && (in_.take_symbol(")") || in_.unexpected(rest_of(out)));
  }

  static std::string rest_of(const Node& aggregate) {
    if (aggregate.number != 0) return "\")\"";
    if (!aggregate.children.empty()) return "and, or, within or \")\"";
    return aggregate.text.empty() ? "\".\" and a field, where, within or \")\""
                                  : "where, within or \")\"";
  }

  bool where(Node& out) {
    if (!in_.take_word("where")) return true;
    out.children.emplace_back();
    return expression(out.children.back());
  }

  bool within(Node& out) {
    if (!in_.take_word("within")) return true;
    if (!in_.at(TokenKind::duration)) return in_.unexpected("a duration (30d)");
    const auto& token = in_.take();
    out.number = token.number;
    out.number_span = token.span;
    return out.number > 0 || in_.fail(token.span, "a window of no length", "at least 1m");
  }

  bool sequence(Node& out) {
    out.kind = NodeKind::sequence;
    do {
      auto& step = out.children.emplace_back();
      step.kind = NodeKind::step;
      const auto begin = in_.peek().span.begin;
      step.negated =
          out.children.size() > 1 && in_.at_word("no") && in_.peek(1).kind == TokenKind::name;
      if (step.negated) in_.take();
      if (!name(step.event, step.event_span, "the name of an event") || !where(step)) return false;
      close(step, begin);
    } while (in_.take_word("then"));
    if (out.children.size() < 2) return in_.unexpected("then and a second event");
    if (!within(out)) return false;
    for (const auto& step : out.children) {
      if (!step.negated) continue;
      if (&step != &out.children.back()) {
        return in_.fail(step.span, "\"no\" before a step that is not the last",
                        "it before the last step only");
      }
      if (out.number == 0) {
        return in_.unexpected("within and a duration: how long nothing must have followed");
      }
    }
    return in_.at_symbol(")") ||
           in_.unexpected(out.number != 0 ? "\")\"" : "then, within or \")\"");
  }

  bool known(Node& out) {
    out.kind = NodeKind::known;
    return child(out, &Parser::expression);
  }
  bool otherwise(Node& out) {
    out.kind = NodeKind::otherwise;
    return child(out, &Parser::expression) && in_.need_symbol(",") &&
           child(out, &Parser::expression);
  }
  bool lower(Node& out) {
    out.kind = NodeKind::lower;
    return child(out, &Parser::expression);
  }
  bool interest(Node& out) {
    out.kind = NodeKind::interest;
    if (!name(out.scope, out.event_span, "the name of a field") || !in_.need_symbol(","))
      return false;
    return text(out);
  }
  bool strongest(Node& out) {
    out.kind = NodeKind::strongest;
    return name(out.scope, out.event_span, "the name of a field");
  }
  bool confidence(Node& out) {
    out.kind = NodeKind::confidence;
    if (!in_.at_word("inferred") && !in_.at_word("observed")) {
      return in_.unexpected("inferred. or observed. and the name of a fact");
    }
    out.scope = in_.take().text;
    return in_.need_symbol(".") && name(out.text, out.text_span, "the name of a fact");
  }
  bool points(Node& out) {
    out.kind = NodeKind::points;
    do {
      if (!in_.at(TokenKind::number) && !in_.at_symbol("-")) return in_.unexpected("a number");
      if (!literal(out) || !(in_.take_word("when") || in_.unexpected("when"))) return false;
      if (!child(out, &Parser::expression)) return false;
    } while (in_.take_symbol(","));
    return in_.at_symbol(")") || in_.unexpected("and, or, \",\" or \")\"");
  }
  bool percentile(Node& out) {
    out.kind = NodeKind::percentile;
    if (!text(out) || !in_.need_symbol(",")) return false;
    if (!in_.at(TokenKind::number)) return in_.unexpected("a number from 0 to 100");
    out.number_span = in_.peek().span;
    out.number = in_.take().number;
    return out.number <= 100 ||
           in_.fail(out.number_span, "a percentile above 100", "a number from 0 to 100");
  }

  bool text(Node& out) {
    if (!in_.at(TokenKind::text)) return in_.unexpected("a text in quotes");
    out.text_span = in_.peek().span;
    out.text = in_.take().text;
    return true;
  }

  // ---- trees

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
  bool close(Node& node, std::uint32_t begin) {
    node.span = {begin, in_.end()};
    return true;
  }

  TokenStream in_;
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
