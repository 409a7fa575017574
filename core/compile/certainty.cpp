// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "compile/certainty.h"

#include <limits>

#include "compile/constant.h"
#include "compile/expansion.h"
#include "compile/tree.h"

namespace etalage::compile {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

struct Interval {
  double low = 0, high = kInfinity;
};

std::optional<Interval> of_clock(const std::string& name) {
  if (name == "hour") return Interval{0, 23};
  if (name == "weekday") return Interval{1, 7};
  if (name == "month") return Interval{1, 12};
  if (name == "day") return Interval{1, 31};
  return {};
}

// Between which values a number lies, where it is known.
std::optional<Interval> interval_of(const Node& node) {
  if (const auto value = constant(node)) return Interval{*value, *value};
  if (const auto whole = expansion(node)) return interval_of(*whole);
  switch (node.kind) {
    case NodeKind::reference:
      if (node.scope == "now") return of_clock(node.text);
      return node.scope == "profile" ? std::optional(Interval{}) : std::nullopt;
    case NodeKind::interest:
    case NodeKind::confidence: return Interval{0, 1};
    case NodeKind::aggregate:
      if (node.function == rules::Function::distinct) return Interval{1, kInfinity};
      if (node.function == rules::Function::count || node.function == rules::Function::days_since) {
        return Interval{};
      }
      return {};
    default: return {};
  }
}

// Of two intervals: whether the comparison holds of all pairs of values, or of none.
std::optional<bool> compare_all(Compare sign, const Interval& a, const Interval& b) {
  const bool apart = a.high < b.low || b.high < a.low;
  const bool point = a.low == a.high && b.low == b.high && a.low == b.low;
  switch (sign) {
    case Compare::equal:
      return apart ? std::optional(false) : point ? std::optional(true) : std::nullopt;
    case Compare::not_equal:
      return apart ? std::optional(true) : point ? std::optional(false) : std::nullopt;
    case Compare::less:
      return a.high < b.low    ? std::optional(true)
             : a.low >= b.high ? std::optional(false)
                               : std::nullopt;
    case Compare::less_equal:
      return a.high <= b.low  ? std::optional(true)
             : a.low > b.high ? std::optional(false)
                              : std::nullopt;
    case Compare::greater: return compare_all(Compare::less, b, a);
    case Compare::greater_equal: return compare_all(Compare::less_equal, b, a);
  }
  return {};
}

std::optional<bool> of_comparison(const Node& node) {
  const auto a = interval_of(node.children[0]), b = interval_of(node.children[1]);
  if (!a || !b) return {};
  const auto holds = compare_all(node.compare, *a, *b);
  // Of a missing value no comparison holds.
  const bool missing = may_be_missing(node.children[0]) || may_be_missing(node.children[1]);
  return holds && *holds && missing ? std::nullopt : holds;
}

std::optional<bool> of_between(const Node& node) {
  const auto low = constant(node.children[1]), high = constant(node.children[2]);
  if (!low || !high || node.negated) return {};
  if (*low > *high) return false;
  const auto subject = interval_of(node.children[0]);
  if (!subject) return {};
  return subject->high < *low || subject->low > *high ? std::optional(false) : std::nullopt;
}

std::optional<bool> of_in(const Node& node) {
  const auto subject = node.negated ? std::nullopt : interval_of(node.children[0]);
  if (!subject) return {};
  for (std::size_t i = 1; i < node.children.size(); ++i) {
    const double value = *constant(node.children[i]);
    if (value >= subject->low && value <= subject->high) return {};
  }
  return false;
}

}  // namespace

std::optional<bool> certainty(const Node& condition) {
  switch (condition.kind) {
    case NodeKind::negation: {
      const auto inner = certainty(condition.children[0]);
      return inner ? std::optional(!*inner) : std::nullopt;
    }
    case NodeKind::both:
    case NodeKind::either: {
      const bool decisive = condition.kind == NodeKind::either;
      const auto a = certainty(condition.children[0]), b = certainty(condition.children[1]);
      if (a == decisive || b == decisive) return decisive;
      return a && b ? std::optional(!decisive) : std::nullopt;
    }
    default: break;
  }
  if (const auto value = constant(condition)) return *value == 1;
  switch (condition.kind) {
    case NodeKind::comparison: return of_comparison(condition);
    case NodeKind::between: return of_between(condition);
    case NodeKind::in: return of_in(condition);
    default: return {};
  }
}

}  // namespace etalage::compile
