// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "compile/type_checker.h"

#include "compile/did_you_mean.h"
#include "rules/text.h"

namespace etalage::compile {
namespace {

using rules::Type;

bool is_ordered(Type type) {
  return type == Type::number || type == Type::duration || type == Type::time;
}

// What `a op b` gives; empty: there is no such thing.
std::optional<Type> result(Type a, char op, Type b) {
  const bool number = a == Type::number && b == Type::number;
  switch (op) {
    case '+':
      if (a == Type::duration && b == Type::time) return Type::time;
      [[fallthrough]];
    case '-':
      if (op == '-' && a == Type::time && b == Type::time) return Type::duration;
      if (number || (a == Type::duration && b == Type::duration)) return a;
      return a == Type::time && b == Type::duration ? std::optional(a) : std::nullopt;
    case '*':
      if (a == Type::number && b == Type::duration) return b;
      return number || (a == Type::duration && b == Type::number) ? std::optional(a) : std::nullopt;
    default:
      if (a == Type::duration && b == Type::duration) return Type::number;
      return number || (a == Type::duration && b == Type::number) ? std::optional(a) : std::nullopt;
  }
}

std::string both(Type a, Type b) {
  return std::string(name_of(a)) + " and " + std::string(name_of(b));
}

}  // namespace

std::string_view name_of(Type type) {
  switch (type) {
    case Type::boolean: return "true or false";
    case Type::number: return "a number";
    case Type::text: return "a text";
    case Type::duration: return "a duration";
    case Type::time: return "a time";
    case Type::list: return "a list";
  }
  return "";
}

bool TypeChecker::fail(std::string code, rules::Span span, std::string what, std::string expected,
                       std::string hint) {
  if (!problem_) {
    problem_ =
        Problem{std::move(code), span, std::move(what), std::move(expected), std::move(hint)};
  }
  return false;
}

bool TypeChecker::unknown(rules::Span span, std::string_view what, std::string_view name,
                          const std::vector<std::string_view>& names, std::string hint) {
  if (hint.empty()) hint = suggestion(name, names);
  auto expected = names.empty() ? "there is none" : "one of " + listed(names);
  return fail("rule-unknown-name", span,
              "unknown " + std::string(what) + " \"" + std::string(name) + "\"",
              std::move(expected), std::move(hint));
}

bool TypeChecker::check(Node& node) {
  switch (node.kind) {
    case NodeKind::number: return has(node, Type::number);
    case NodeKind::text: return has(node, Type::text);
    case NodeKind::duration: return has(node, Type::duration);
    case NodeKind::time: return has(node, Type::time);
    case NodeKind::boolean: return has(node, Type::boolean);
    case NodeKind::field: return field(node);
    case NodeKind::reference: return reference(node);
    case NodeKind::aggregate: return aggregate(node);
    case NodeKind::sequence: return sequence(node);
    case NodeKind::step: return false;  // only ever in a sequence
    case NodeKind::interest: return dimension(node) && has(node, Type::number);
    case NodeKind::strongest: return dimension(node) && has(node, Type::text);
    case NodeKind::confidence: return confidence(node);
    case NodeKind::percentile: return percentile(node);
    case NodeKind::points: return points(node);
    case NodeKind::known: return check(node.children[0]) && has(node, Type::boolean);
    case NodeKind::lower:
      return fail("rule-type", node.span, "lower() that is not compared",
                  "lower(x) before ==, !=, in, contains, starts_with, ends_with or under");
    case NodeKind::otherwise: {
      if (!check_children(node)) return false;
      const auto first = node.children[0].type, second = node.children[1].type;
      if (first != second || first == Type::list) {
        return fail("rule-type", node.span, "default() of " + both(first, second),
                    "two of the same type, no lists");
      }
      return has(node, first);
    }
    case NodeKind::negate: {
      if (!check_children(node)) return false;
      const auto type = node.children[0].type;
      if (type != Type::number && type != Type::duration) {
        return fail("rule-type", node.children[0].span,
                    "a minus before " + std::string(name_of(type)), "a number or a duration");
      }
      return has(node, type);
    }
    case NodeKind::arithmetic: return arithmetic(node);
    case NodeKind::comparison: return comparison(node);
    case NodeKind::between: return between(node);
    case NodeKind::in: return in(node);
    case NodeKind::match: return match(node);
    case NodeKind::both:
    case NodeKind::either: {
      const auto* word = node.kind == NodeKind::both ? "beside \"and\"" : "beside \"or\"";
      return check_boolean(node.children[0], word) && check_boolean(node.children[1], word) &&
             has(node, Type::boolean);
    }
    case NodeKind::negation:
      return check_boolean(node.children[0], "after \"not\"") && has(node, Type::boolean);
  }
  return false;
}

bool TypeChecker::check_children(Node& node) {
  for (auto& child : node.children) {
    if (!check(child)) return false;
  }
  return true;
}

bool TypeChecker::check_boolean(Node& node, std::string_view where) {
  if (!check(node)) return false;
  if (node.type == Type::boolean) return true;
  return fail("rule-type", node.span, std::string(name_of(node.type)) + " " + std::string(where),
              "a condition: something that is true or false");
}

bool TypeChecker::check_value(Node& node, std::optional<Type> type, std::string_view of) {
  if (!check(node)) return false;
  const bool value =
      node.type == Type::boolean || node.type == Type::number || node.type == Type::text;
  if (type ? node.type == *type : value) return true;
  const char* hint = node.type == Type::duration ? "divide it by 1d"
                     : node.type == Type::time   ? "(now - it) / 1d"
                                                 : "";
  return fail("rule-type", node.span,
              std::string(name_of(node.type)) + " as the value " + std::string(of),
              type ? std::string(name_of(*type)) : "true or false, a number or a text", hint);
}

bool TypeChecker::arithmetic(Node& node) {
  if (!check_children(node)) return false;
  const auto a = node.children[0].type, b = node.children[1].type;
  if (const auto type = result(a, node.op, b)) return has(node, *type);
  const char sign[] = {' ', node.op, ' ', '\0'};
  return fail("rule-type", node.span, std::string(name_of(a)) + sign + std::string(name_of(b)),
              node.op == '+' || node.op == '-'
                  ? "two numbers, two durations, or a time and a duration"
                  : "two numbers, or a duration and a number");
}

bool TypeChecker::comparison(Node& node) {
  auto& left = node.children[0];
  auto& right = node.children[1];
  const bool order = node.compare != Compare::equal && node.compare != Compare::not_equal;
  if (left.kind == NodeKind::lower && !order) {
    if (!lowered(left) || !check(right)) return false;
    if (right.kind != NodeKind::text) {
      return fail("rule-type", right.span, "lower() compared with what is no text in quotes",
                  "a text in quotes");
    }
    return lower_case(right) && has(node, Type::boolean);
  }
  if (!check_children(node)) return false;
  if (left.type != right.type) {
    return fail("rule-type", node.span, both(left.type, right.type) + " compared",
                "two of the same type");
  }
  if (order && !is_ordered(left.type)) {
    return fail("rule-type", node.span, std::string(name_of(left.type)) + " put in order",
                "numbers, durations or times");
  }
  if (left.type == Type::list) {
    return fail("rule-type", left.span, "a list compared",
                "contains, contains any or contains all");
  }
  return possible(left, right) && possible(right, left) && has(node, Type::boolean);
}

bool TypeChecker::between(Node& node) {
  if (!check_children(node)) return false;
  for (const auto& child : node.children) {
    if (!is_ordered(child.type)) {
      return fail("rule-type", child.span, std::string(name_of(child.type)) + " in between",
                  "numbers, durations or times");
    }
    if (child.type != node.children[0].type) {
      return fail("rule-type", child.span, both(node.children[0].type, child.type) + " compared",
                  "three of the same type");
    }
  }
  return has(node, Type::boolean);
}

bool TypeChecker::in(Node& node) {
  auto& subject = node.children[0];
  const bool lower = subject.kind == NodeKind::lower;
  if (lower ? !lowered(subject) : !check(subject)) return false;
  if (subject.type != Type::number && subject.type != Type::text) {
    return fail("rule-type", subject.span, std::string(name_of(subject.type)) + " before \"in\"",
                "a number or a text",
                subject.type == Type::list ? "a list has contains any [...]" : "");
  }
  for (std::size_t i = 1; i < node.children.size(); ++i) {
    auto& literal = node.children[i];
    if (!check(literal)) return false;
    if (literal.type != subject.type) {
      return fail("rule-type", literal.span, both(subject.type, literal.type) + " compared",
                  std::string(name_of(subject.type)));
    }
    if (lower ? !lower_case(literal) : !possible(subject, literal)) return false;
  }
  return has(node, Type::boolean);
}

bool TypeChecker::match(Node& node) {
  auto& subject = node.children[0];
  const bool lower = subject.kind == NodeKind::lower;
  if (lower ? !lowered(subject) : !check(subject)) return false;
  const bool list = subject.type == Type::list && node.match == rules::Match::contains;
  if (subject.type != Type::text && !list) {
    return fail("rule-type", subject.span,
                std::string(name_of(subject.type)) + " where a text is looked into", "a text",
                subject.type == Type::list ? "a list has contains" : "");
  }
  for (std::size_t i = 1; i < node.children.size(); ++i) {
    auto& literal = node.children[i];
    if (!check(literal)) return false;
    if (literal.text.empty()) {
      return fail("rule-never-matches", literal.span, "an empty text to look for",
                  "at least one character");
    }
    if (lower && !lower_case(literal)) return false;
    if (list && !possible(subject, literal)) return false;
  }
  return has(node, Type::boolean);
}

bool TypeChecker::lowered(Node& node) {
  if (!check_children(node)) return false;
  if (node.children[0].type != Type::text) {
    return fail("rule-type", node.children[0].span,
                std::string(name_of(node.children[0].type)) + " in lower()", "a text");
  }
  return has(node, Type::text);
}

bool TypeChecker::lower_case(const Node& literal) {
  const auto lower = rules::lower(literal.text);
  return lower == literal.text || fail("rule-never-matches", literal.span,
                                       "capitals that lower() never gives", "\"" + lower + "\"");
}

}  // namespace etalage::compile
