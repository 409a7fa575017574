// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "compile/tree_text.h"

#include <cstdio>

#include "compile/functions.h"

namespace etalage::test {
namespace {

using compile::Node;
using compile::NodeKind;

std::string number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.15g", value);
  return text;
}

// "(head child child)"; without children only the head.
std::string form(const std::string& head, const Node& node) {
  std::string text = "(" + head;
  for (const auto& child : node.children) text += " " + tree_text(child);
  return text + ")";
}

std::string window(const Node& node) {
  return node.number == 0 ? "" : " within " + number(node.number / 60'000) + "m";
}

const char* sign(compile::Compare compare) {
  static constexpr const char* kSigns[] = {"==", "!=", "<", "<=", ">", ">="};
  return kSigns[static_cast<std::size_t>(compare)];
}

const char* word(rules::Match match) {
  static constexpr const char* kWords[] = {
      "", "equals", "one_of", "contains", "starts_with", "ends_with", "under"};
  return kWords[static_cast<std::size_t>(match)];
}

}  // namespace

std::string tree_text(const Node& node) {
  const std::string negated = node.negated ? "not " : "";
  switch (node.kind) {
    case NodeKind::number: return number(node.number);
    case NodeKind::text: return "'" + node.text + "'";
    case NodeKind::duration: return number(node.number / 60'000) + "m";
    case NodeKind::time: return "@" + number(node.number / 1000);
    case NodeKind::boolean: return node.number == 1 ? "true" : "false";
    case NodeKind::field: return node.text;
    case NodeKind::reference: return node.scope + (node.text.empty() ? "" : "." + node.text);
    case NodeKind::aggregate: {
      const std::string name(compile::name_of(node.function));
      return form(
          name + " " + node.event + (node.text.empty() ? "" : "." + node.text) + window(node),
          node);
    }
    case NodeKind::sequence: return form("sequence" + window(node), node);
    case NodeKind::step: return form(negated + node.event, node);
    case NodeKind::interest: return "(interest " + node.scope + " '" + node.text + "')";
    case NodeKind::strongest: return "(strongest " + node.scope + ")";
    case NodeKind::confidence: return "(confidence " + node.scope + "." + node.text + ")";
    case NodeKind::percentile:
      return "(percentile '" + node.text + "' " + number(node.number) + ")";
    case NodeKind::known: return form("known", node);
    case NodeKind::otherwise: return form("default", node);
    case NodeKind::lower: return form("lower", node);
    case NodeKind::points: return form("points", node);
    case NodeKind::negate: return form("-", node);
    case NodeKind::arithmetic: return form(std::string(1, node.op), node);
    case NodeKind::comparison: return form(sign(node.compare), node);
    case NodeKind::between: return form(negated + "between", node);
    case NodeKind::in: return form(negated + "in", node);
    case NodeKind::match: return form(negated + word(node.match) + (node.all ? " all" : ""), node);
    case NodeKind::both: return form("and", node);
    case NodeKind::either: return form("or", node);
    case NodeKind::negation: return form("not", node);
  }
  return "";
}

}  // namespace etalage::test
