// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "compile/value_parser.h"

#include <utility>
#include <vector>

#include "compile/did_you_mean.h"
#include "compile/functions.h"

namespace etalage::compile {
namespace {

std::string quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

}  // namespace

bool ValueParser::close(Node& node, std::uint32_t begin) {
  node.span = {begin, in_.end()};
  return true;
}

bool ValueParser::expression_in(Node& whole) {
  whole.children.emplace_back();
  return expression(whole.children.back());
}

bool ValueParser::primary(Node& out) {
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

bool ValueParser::constant(Node& out) {
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
bool ValueParser::literal(Node& whole) {
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

bool ValueParser::named(Node& out) {
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

bool ValueParser::reference(Node& out) {
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

bool ValueParser::name(std::string& out, rules::Span& span, const char* expected) {
  if (!in_.at(TokenKind::name)) return in_.unexpected(expected);
  const auto& token = in_.take();
  out = token.text;
  span = token.span;
  return true;
}

bool ValueParser::call(Node& out) {
  const auto word = in_.peek();
  if (const auto function = function_named(word.text)) {
    in_.take(), in_.take();
    out.function = *function;
    return aggregate(out) && close(out, word.span.begin);
  }
  struct Call {
    std::string_view name;
    bool (ValueParser::*arguments)(Node&);
  };
  static constexpr Call kArguments[] = {
      {"sequence", &ValueParser::sequence},     {"known", &ValueParser::known},
      {"default", &ValueParser::otherwise},     {"lower", &ValueParser::lower},
      {"interest", &ValueParser::interest},     {"strongest", &ValueParser::strongest},
      {"confidence", &ValueParser::confidence}, {"points", &ValueParser::points},
      {"percentile", &ValueParser::percentile}};
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

bool ValueParser::aggregate(Node& out) {
  out.kind = NodeKind::aggregate;
  if (!name(out.event, out.event_span, "the name of an event")) return false;
  if (in_.take_symbol(".") && !name(out.text, out.text_span, "the name of a field")) return false;
  return where(out) && within(out) && (in_.take_symbol(")") || in_.unexpected(rest_of(out)));
}

std::string ValueParser::rest_of(const Node& aggregate) {
  if (aggregate.number != 0) return "\")\"";
  if (!aggregate.children.empty()) return "and, or, within or \")\"";
  return aggregate.text.empty() ? "\".\" and a field, where, within or \")\""
                                : "where, within or \")\"";
}

bool ValueParser::where(Node& out) {
  if (!in_.take_word("where")) return true;
  out.children.emplace_back();
  return expression(out.children.back());
}

bool ValueParser::within(Node& out) {
  if (!in_.take_word("within")) return true;
  if (!in_.at(TokenKind::duration)) return in_.unexpected("a duration (30d)");
  const auto& token = in_.take();
  out.number = token.number;
  out.number_span = token.span;
  return out.number > 0 || in_.fail(token.span, "a window of no length", "at least 1m");
}

bool ValueParser::sequence(Node& out) {
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
  return in_.at_symbol(")") || in_.unexpected(out.number != 0 ? "\")\"" : "then, within or \")\"");
}

bool ValueParser::known(Node& out) {
  out.kind = NodeKind::known;
  return expression_in(out);
}

bool ValueParser::otherwise(Node& out) {
  out.kind = NodeKind::otherwise;
  return expression_in(out) && in_.need_symbol(",") && expression_in(out);
}

bool ValueParser::lower(Node& out) {
  out.kind = NodeKind::lower;
  return expression_in(out);
}

bool ValueParser::interest(Node& out) {
  out.kind = NodeKind::interest;
  if (!name(out.scope, out.event_span, "the name of a field") || !in_.need_symbol(","))
    return false;
  return text(out);
}

bool ValueParser::strongest(Node& out) {
  out.kind = NodeKind::strongest;
  return name(out.scope, out.event_span, "the name of a field");
}

bool ValueParser::confidence(Node& out) {
  out.kind = NodeKind::confidence;
  if (!in_.at_word("inferred") && !in_.at_word("observed")) {
    return in_.unexpected("inferred. or observed. and the name of a fact");
  }
  out.scope = in_.take().text;
  return in_.need_symbol(".") && name(out.text, out.text_span, "the name of a fact");
}

bool ValueParser::points(Node& out) {
  out.kind = NodeKind::points;
  do {
    if (!in_.at(TokenKind::number) && !in_.at_symbol("-")) return in_.unexpected("a number");
    if (!literal(out) || !(in_.take_word("when") || in_.unexpected("when"))) return false;
    if (!expression_in(out)) return false;
  } while (in_.take_symbol(","));
  return in_.at_symbol(")") || in_.unexpected("and, or, \",\" or \")\"");
}

bool ValueParser::percentile(Node& out) {
  out.kind = NodeKind::percentile;
  if (!text(out) || !in_.need_symbol(",")) return false;
  if (!in_.at(TokenKind::number)) return in_.unexpected("a number from 0 to 100");
  out.number_span = in_.peek().span;
  out.number = in_.take().number;
  return out.number <= 100 ||
         in_.fail(out.number_span, "a percentile above 100", "a number from 0 to 100");
}

bool ValueParser::text(Node& out) {
  if (!in_.at(TokenKind::text)) return in_.unexpected("a text in quotes");
  out.text_span = in_.peek().span;
  out.text = in_.take().text;
  return true;
}

}  // namespace etalage::compile
