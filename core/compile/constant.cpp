// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "compile/constant.h"

#include <cmath>
#include <limits>
#include <vector>

namespace etalage::compile {
namespace {

constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

double finite(double value) { return std::isfinite(value) ? value : kMissing; }
double truth(bool value) { return value ? 1 : 0; }

double arithmetic(char op, double a, double b) {
  switch (op) {
    case '+': return finite(a + b);
    case '-': return finite(a - b);
    case '*': return finite(a * b);
    default: return b == 0 ? kMissing : finite(a / b);
  }
}

// `and` with a false operand is false, `or` with a true one true, whatever the other is.
std::optional<double> logic(const Node& node) {
  const double decisive = truth(node.kind == NodeKind::either);
  const auto a = constant(node.children[0]), b = constant(node.children[1]);
  if ((a && *a == decisive) || (b && *b == decisive)) return decisive;
  return a && b ? std::optional(1 - decisive) : std::nullopt;
}

bool any_equal(const std::vector<double>& values) {
  for (std::size_t i = 1; i < values.size(); ++i) {
    if (values[i] == values[0]) return true;
  }
  return false;
}

double points(const std::vector<double>& values) {
  double sum = 0;
  for (std::size_t i = 0; i + 1 < values.size(); i += 2) sum += values[i + 1] == 1 ? values[i] : 0;
  return sum;
}

}  // namespace

bool compare(Compare sign, double a, double b) {
  switch (sign) {
    case Compare::equal: return a == b;
    case Compare::not_equal: return a < b || a > b;
    case Compare::less: return a < b;
    case Compare::less_equal: return a <= b;
    case Compare::greater: return a > b;
    case Compare::greater_equal: return a >= b;
  }
  return false;
}

std::optional<double> constant(const Node& node) {
  switch (node.kind) {
    case NodeKind::number:
    case NodeKind::duration:
    case NodeKind::time:
    case NodeKind::boolean: return node.number;
    case NodeKind::both:
    case NodeKind::either: return logic(node);
    case NodeKind::comparison: {
      const auto &a = node.children[0], &b = node.children[1];
      const bool equality = node.compare == Compare::equal || node.compare == Compare::not_equal;
      if (a.kind != NodeKind::text || b.kind != NodeKind::text || !equality) break;
      return truth((a.text == b.text) == (node.compare == Compare::equal));
    }
    case NodeKind::negate:
    case NodeKind::arithmetic:
    case NodeKind::between:
    case NodeKind::in:
    case NodeKind::known:
    case NodeKind::otherwise:
    case NodeKind::points:
    case NodeKind::negation: break;
    default: return {};
  }
  std::vector<double> values;
  for (const auto& child : node.children) {
    const auto value = constant(child);
    if (!value) return {};
    values.push_back(*value);
  }
  const auto known = [&](double value) { return !std::isnan(value); };
  switch (node.kind) {
    case NodeKind::negate: return -values[0];
    case NodeKind::arithmetic: return arithmetic(node.op, values[0], values[1]);
    case NodeKind::comparison: return truth(compare(node.compare, values[0], values[1]));
    case NodeKind::between: {
      if (!known(values[0]) || !known(values[1]) || !known(values[2])) return 0.0;
      return truth((values[0] >= values[1] && values[0] <= values[2]) != node.negated);
    }
    case NodeKind::in: return truth(known(values[0]) && any_equal(values) != node.negated);
    case NodeKind::known: return truth(known(values[0]));
    case NodeKind::otherwise: return known(values[0]) ? values[0] : values[1];
    case NodeKind::points: return points(values);
    default: return 1 - values[0];
  }
}

}  // namespace etalage::compile
