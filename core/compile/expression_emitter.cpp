// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "compile/expression_emitter.h"

#include <cmath>

#include "compile/constant.h"
#include "compile/expansion.h"
#include "compile/guard.h"
#include "compile/tree.h"
#include "compile/vocabulary.h"

namespace etalage::compile {
namespace {

using rules::Match;
using rules::Op;
using rules::RuleKind;
using rules::Type;

Op op_of(Compare compare) {
  switch (compare) {
    case Compare::equal: return Op::equal;
    case Compare::not_equal: return Op::not_equal;
    case Compare::less: return Op::less;
    case Compare::less_equal: return Op::less_equal;
    case Compare::greater: return Op::greater;
    case Compare::greater_equal: return Op::greater_equal;
  }
  return Op::equal;
}

Op op_of(char sign) {
  return sign == '+'   ? Op::add
         : sign == '-' ? Op::subtract
         : sign == '*' ? Op::multiply
                       : Op::divide;
}

std::vector<std::string> texts_of(const Node& node) {
  std::vector<std::string> texts;
  for (std::size_t i = 1; i < node.children.size(); ++i) texts.push_back(node.children[i].text);
  return texts;
}

}  // namespace

void ExpressionEmitter::condition(const Node& node, Code& out) {
  value(node, out);
  if (may_be_missing(node) && !constant(node)) out.add(Op::truth, node.span);
}

void ExpressionEmitter::value(const Node& node, Code& out) {
  if (too_large_ || out.size() > rules::kMaxCode) {
    too_large_ = true;
    return;
  }
  if (const auto known = constant(node)) {
    const auto type = static_cast<std::uint32_t>(node.type);
    if (std::isnan(*known)) return out.add(Op::missing, node.span, 0, type);
    if (node.type == Type::boolean) {
      return out.add(Op::boolean, node.span, *known == 1 ? 1 : 0);
    }
    return out.add(Op::number, node.span, tables_.number(*known));
  }
  switch (node.kind) {
    case NodeKind::text: return out.add(Op::text, node.span, tables_.string(node.text));
    case NodeKind::field:
      if (node.type == Type::time) return out.add(Op::event_time, node.span);
      return out.add(Op::field, node.span, tables_.field(node.text),
                     static_cast<std::uint32_t>(node.type));
    case NodeKind::reference: return reference(node, out);
    case NodeKind::aggregate: return aggregate(node, out);
    case NodeKind::sequence: return sequence(node, out);
    case NodeKind::interest:
      return out.add(Op::interest, node.span, tables_.interest(node.scope, node.text));
    case NodeKind::strongest:
      return out.add(Op::strongest, node.span, tables_.dimension(node.scope));
    case NodeKind::confidence: return confidence(node, out);
    case NodeKind::known: return value(node.children[0], out), out.add(Op::known, node.span);
    case NodeKind::otherwise: return binary(Op::otherwise, node, out);
    case NodeKind::points: return points(node, out);
    case NodeKind::negate: return value(node.children[0], out), out.add(Op::negate, node.span);
    case NodeKind::arithmetic: return binary(op_of(node.op), node, out);
    case NodeKind::comparison: return comparison(node, out);
    case NodeKind::between: return between(node, out);
    case NodeKind::in:
      return node.children[0].type == Type::number ? in_numbers(node, out) : match(node, out);
    case NodeKind::match:
      return node.children[0].type == Type::list ? list_match(node, out) : match(node, out);
    case NodeKind::both:
    case NodeKind::either: return logic(node, out);
    case NodeKind::negation:
      return condition(node.children[0], out), out.add(Op::negation, node.span);
    default: return;  // literals are constants, lower() and steps are their parents'
  }
}

void ExpressionEmitter::binary(Op op, const Node& node, Code& out) {
  value(node.children[0], out);
  value(node.children[1], out);
  out.add(op, node.span);
}

// a; skip_if_false n; b; both: where a is false, b and the operator are skipped.
void ExpressionEmitter::logic(const Node& node, Code& out) {
  const bool both = node.kind == NodeKind::both;
  Code second{{}, {}, out.source, out.offset};
  condition(node.children[0], out);
  condition(node.children[1], second);
  out.add(both ? Op::skip_if_false : Op::skip_if_true, node.span, second.size() + 1);
  out.append(second);
  out.add(both ? Op::both : Op::either, node.span);
}

// A negated comparison is one too: it does not hold of a missing value.
void ExpressionEmitter::only_if_known(const Node& whole, const Node& subject, Code& out) {
  if (!may_be_missing(subject)) return;
  value(subject, out);
  out.add(Op::known, whole.span);
  out.add(Op::both, whole.span);
}

// Whether a text, or lower() of one, matches one of some.
void ExpressionEmitter::test(const Node& whole, const Node& subject, Match match,
                             const std::vector<std::string>& texts, Code& out) {
  const bool lower = subject.kind == NodeKind::lower;
  value(lower ? subject.children[0] : subject, out);
  out.add(Op::test, whole.span, tables_.test(match, lower, texts));
}

void ExpressionEmitter::comparison(const Node& node, Code& out) {
  const auto &left = node.children[0], &right = node.children[1];
  const bool lower = left.kind == NodeKind::lower;
  const auto* literal = right.kind == NodeKind::text  ? &right
                        : left.kind == NodeKind::text ? &left
                                                      : nullptr;
  if (literal == nullptr || (node.compare != Compare::equal && !lower)) {
    return binary(op_of(node.compare), node, out);
  }
  test(node, literal == &right ? left : right, Match::equals, {literal->text}, out);
  if (node.compare == Compare::equal) return;
  out.add(Op::negation, node.span);
  only_if_known(node, left.children[0], out);
}

void ExpressionEmitter::between(const Node& node, Code& out) {
  for (const auto& child : node.children) value(child, out);
  out.add(Op::between, node.span);
  if (!node.negated) return;
  out.add(Op::negation, node.span);
  for (const auto& child : node.children) only_if_known(node, child, out);
}

void ExpressionEmitter::in_numbers(const Node& node, Code& out) {
  for (std::size_t i = 1; i < node.children.size(); ++i) {
    value(node.children[0], out);
    value(node.children[i], out);
    out.add(node.negated ? Op::not_equal : Op::equal, node.span);
    if (i > 1) out.add(node.negated ? Op::both : Op::either, node.span);
  }
}

void ExpressionEmitter::match(const Node& node, Code& out) {
  const auto texts = texts_of(node);
  const auto& subject = node.children[0];
  if (node.all) {
    for (std::size_t i = 0; i < texts.size(); ++i) {
      test(node, subject, node.match, {texts[i]}, out);
      if (i > 0) out.add(Op::both, node.span);
    }
  } else if (node.kind == NodeKind::in) {
    test(node, subject, texts.size() == 1 ? Match::equals : Match::one_of, texts, out);
  } else {
    test(node, subject, node.match, texts, out);
  }
  if (!node.negated) return;
  out.add(Op::negation, node.span);
  only_if_known(node, subject.kind == NodeKind::lower ? subject.children[0] : subject, out);
}

void ExpressionEmitter::list_match(const Node& node, Code& out) {
  const auto fact = stated(node.children[0]);
  for (std::size_t i = 1; i < node.children.size(); ++i) {
    out.add(Op::holds, node.span, tables_.string(node.children[i].text), fact);
    if (i > 1) out.add(node.all ? Op::both : Op::either, node.span);
  }
  if (!node.negated) return;
  out.add(Op::negation, node.span);
  only_if_known(node, node.children[0], out);
}

void ExpressionEmitter::points(const Node& node, Code& out) {
  for (std::size_t i = 0; i + 1 < node.children.size(); i += 2) {
    value(node.children[i], out);
    condition(node.children[i + 1], out);
    out.add(Op::points, node.span);
    if (i > 0) out.add(Op::add, node.span);
  }
}

void ExpressionEmitter::reference(const Node& node, Code& out) {
  if (const auto whole = expansion(node)) return value(*whole, out);
  if (const auto kind = kind_of_scope(node.scope)) return rule(*kind, node, out);
  if (node.scope == "stated" || node.scope == "fact") return fact(node, out);
  context(node, out);
}

void ExpressionEmitter::rule(RuleKind kind, const Node& node, Code& out) {
  if (const auto index = names_.rule(kind, node.text))
    out.add(Op::rule, node.span, places_[*index]);
}

std::uint32_t ExpressionEmitter::stated(const Node& node) {
  return tables_.fact(*names_.fact(node.text));
}

// fact.x: what was stated, else observed, else inferred, of those that there are.
void ExpressionEmitter::fact(const Node& node, Code& out) {
  bool any = names_.fact(node.text) != nullptr;
  if (any) out.add(Op::stated, node.span, stated(node));
  if (node.scope == "stated") return;
  for (const auto kind : {RuleKind::observed, RuleKind::inferred}) {
    if (!names_.rule(kind, node.text)) continue;
    rule(kind, node, out);
    if (any) out.add(Op::otherwise, node.span);
    any = true;
  }
}

void ExpressionEmitter::confidence(const Node& node, Code& out) {
  const auto index = names_.rule(*kind_of_scope(node.scope), node.text);
  out.add(Op::confidence, node.span, places_[*index]);
}

void ExpressionEmitter::context(const Node& node, Code& out) {
  using rules::Context;
  struct Entry {
    std::string_view scope, name;
    Context context;
  };
  static constexpr Entry kContexts[] = {{"now", "", Context::now},
                                        {"now", "hour", Context::hour},
                                        {"now", "weekday", Context::weekday},
                                        {"now", "month", Context::month},
                                        {"now", "day", Context::day},
                                        {"profile", "age", Context::profile_age},
                                        {"page", "type", Context::page_type},
                                        {"page", "item", Context::page_item},
                                        {"page", "category", Context::page_category},
                                        {"page", "brand", Context::page_brand},
                                        {"page", "price", Context::page_price},
                                        {"page", "query", Context::page_query}};
  for (const auto& entry : kContexts) {
    if (entry.scope != node.scope || entry.name != node.text) continue;
    out.add(Op::context, node.span, static_cast<std::uint32_t>(entry.context));
  }
}

rules::Selection ExpressionEmitter::selection(const Node& node, const Code& in) {
  rules::Selection selection;
  selection.event = tables_.event(node.event);
  if (node.children.empty()) return selection;
  Code where{{}, {}, in.source, in.offset};
  condition(node.children[0], where);
  if (too_large_ || stack_depth(where) >= rules::kMaxStack) {
    too_large_ = true;
    return selection;
  }
  selection.where = tables_.where(where);
  if (selection.where.end > rules::kMaxCode) too_large_ = true;
  if (const auto guard = guard_of(node.children[0])) {
    const auto index = tables_.test(guard->match, guard->ignore_case, guard->texts);
    if (index >= rules::kNone) return selection;
    selection.guard_field = tables_.field(guard->field);
    selection.guard_test = static_cast<std::uint16_t>(index);
  }
  return selection;
}

void ExpressionEmitter::aggregate(const Node& node, Code& out) {
  rules::Aggregate aggregate;
  aggregate.function = node.function;
  aggregate.selection = selection(node, out);
  if (!node.text.empty()) {
    aggregate.field = node.text == "time" ? rules::kTimeField : tables_.field(node.text);
    aggregate.type = vocabulary_.field(node.event, node.text).value_or(Type::number);
  }
  const auto window = static_cast<std::int64_t>(node.number);
  if (node.event != kCartEvent) aggregate.window = window == 0 ? rule_set_.retention : window;
  out.add(Op::aggregate, node.span, tables_.aggregate(aggregate, {node, out.source}));
}

void ExpressionEmitter::sequence(const Node& node, Code& out) {
  rules::Sequence sequence;
  std::vector<rules::Selection> steps;
  for (const auto& step : node.children) {
    steps.push_back(selection(step, out));
    sequence.last_is_absent = step.negated;
  }
  sequence.within = static_cast<std::int64_t>(node.number);
  out.add(Op::sequence, node.span, tables_.sequence(sequence, steps, {node, out.source}));
}

}  // namespace etalage::compile
