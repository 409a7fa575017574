// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "compile/implication.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <vector>

#include "compile/constant.h"
#include "compile/tree.h"
#include "rules/text.h"

namespace etalage::compile {
namespace {

// A condition on one number: that it lies between two, or is one of some.
struct Bounds {
  const Node* subject = nullptr;
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
  bool low_open = false, high_open = false;
  std::vector<double> values;  // not empty: one of these

  [[nodiscard]] bool hold(double value) const {
    if (!values.empty()) return std::find(values.begin(), values.end(), value) != values.end();
    return (low_open ? value > low : value >= low) && (high_open ? value < high : value <= high);
  }
};

Compare swapped(Compare compare) {
  switch (compare) {
    case Compare::less: return Compare::greater;
    case Compare::less_equal: return Compare::greater_equal;
    case Compare::greater: return Compare::less;
    case Compare::greater_equal: return Compare::less_equal;
    default: return compare;
  }
}

std::optional<Bounds> bounds_of_comparison(const Node& node) {
  auto value = constant(node.children[1]);
  const bool behind = value.has_value();
  if (!behind) value = constant(node.children[0]);
  if (!value) return {};
  Bounds bounds{.subject = &node.children[behind ? 0 : 1], .values = {}};
  const auto compare = behind ? node.compare : swapped(node.compare);
  if (compare == Compare::not_equal) return {};
  if (compare == Compare::equal) bounds.values = {*value};
  bounds.low_open = compare == Compare::greater;
  bounds.high_open = compare == Compare::less;
  if (bounds.low_open || compare == Compare::greater_equal) bounds.low = *value;
  if (bounds.high_open || compare == Compare::less_equal) bounds.high = *value;
  return bounds;
}

std::optional<Bounds> bounds_of(const Node& node) {
  if (node.negated) return {};
  if (node.kind == NodeKind::comparison) return bounds_of_comparison(node);
  Bounds bounds{.subject = &node.children[0], .values = {}};
  if (node.kind == NodeKind::between) {
    const auto low = constant(node.children[1]), high = constant(node.children[2]);
    if (!low || !high) return {};
    bounds.low = *low;
    bounds.high = *high;
    return bounds;
  }
  if (node.kind != NodeKind::in || node.children[0].type != rules::Type::number) return {};
  for (std::size_t i = 1; i < node.children.size(); ++i) {
    bounds.values.push_back(*constant(node.children[i]));
  }
  return bounds;
}

bool within(const Bounds& inner, const Bounds& outer) {
  if (!equal(*inner.subject, *outer.subject)) return false;
  if (!inner.values.empty()) {
    return std::all_of(inner.values.begin(), inner.values.end(),
                       [&](double value) { return outer.hold(value); });
  }
  if (!outer.values.empty()) return false;
  const bool low =
      inner.low > outer.low || (inner.low == outer.low && (inner.low_open || !outer.low_open));
  const bool high = inner.high < outer.high ||
                    (inner.high == outer.high && (inner.high_open || !outer.high_open));
  return low && high;
}

// A condition on one text: that it matches one of some.
struct TextBounds {
  const Node* subject = nullptr;  // lower() included
  rules::Match match = rules::Match::equals;
  std::vector<std::string> texts;
};

std::optional<TextBounds> text_bounds_of(const Node& node) {
  if (node.negated || node.all) return {};
  TextBounds bounds{&node.children[0], rules::Match::equals, {}};
  if (node.kind == NodeKind::comparison) {
    const bool behind = node.children[1].kind == NodeKind::text;
    if (node.compare != Compare::equal) return {};
    const auto& literal = node.children[behind ? 1 : 0];
    if (literal.kind != NodeKind::text) return {};
    bounds.subject = &node.children[behind ? 0 : 1];
    bounds.texts = {literal.text};
    return bounds;
  }
  if (node.kind != NodeKind::in && node.kind != NodeKind::match) return {};
  if (node.children[0].type != rules::Type::text) return {};
  if (node.kind == NodeKind::match) bounds.match = node.match;
  for (std::size_t i = 1; i < node.children.size(); ++i) {
    bounds.texts.push_back(node.children[i].text);
  }
  return bounds;
}

// What matches a text in a way that matches another text in the same way, matches that too; so do equal texts.
bool within(const TextBounds& inner, const TextBounds& outer) {
  if (inner.match != rules::Match::equals && inner.match != outer.match) return false;
  if (!equal(*inner.subject, *outer.subject)) return false;
  return std::all_of(inner.texts.begin(), inner.texts.end(), [&](const std::string& text) {
    return std::any_of(outer.texts.begin(), outer.texts.end(), [&](const std::string& pattern) {
      return rules::matches(outer.match, text, pattern);
    });
  });
}

bool compares(const Node& node) {
  return node.kind == NodeKind::comparison || node.kind == NodeKind::between ||
         node.kind == NodeKind::in || node.kind == NodeKind::match;
}

bool leaf_implies(const Node& condition, const Node& other) {
  if (equal(condition, other)) return true;
  if (!compares(condition) || !compares(other)) return false;
  const auto inner = bounds_of(condition), outer = bounds_of(other);
  if (inner && outer) return within(*inner, *outer);
  const auto inner_text = text_bounds_of(condition), outer_text = text_bounds_of(other);
  return inner_text && outer_text && within(*inner_text, *outer_text);
}

}  // namespace

bool implies(const Node& condition, const Node& other) {
  const auto& own = condition.children;
  const auto& others = other.children;
  if (other.kind == NodeKind::both) {
    return implies(condition, others[0]) && implies(condition, others[1]);
  }
  if (condition.kind == NodeKind::either) return implies(own[0], other) && implies(own[1], other);
  if (condition.kind == NodeKind::both) return implies(own[0], other) || implies(own[1], other);
  if (other.kind == NodeKind::either) {
    return implies(condition, others[0]) || implies(condition, others[1]);
  }
  return leaf_implies(condition, other);
}

}  // namespace etalage::compile
