// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "compile/tree.h"

namespace etalage::compile {
namespace {

void collect(const Node& node, std::vector<const Node*>& found) {
  if (node.kind != NodeKind::both) {
    found.push_back(&node);
    return;
  }
  for (const auto& child : node.children) collect(child, found);
}

}  // namespace

bool equal(const Node& a, const Node& b) {
  const bool same = a.kind == b.kind && a.scope == b.scope && a.text == b.text &&
                    a.event == b.event && a.number == b.number && a.function == b.function &&
                    a.compare == b.compare && a.match == b.match && a.op == b.op &&
                    a.negated == b.negated && a.all == b.all &&
                    a.children.size() == b.children.size();
  if (!same) return false;
  for (std::size_t i = 0; i < a.children.size(); ++i) {
    if (!equal(a.children[i], b.children[i])) return false;
  }
  return true;
}

std::vector<const Node*> conjuncts(const Node& node) {
  std::vector<const Node*> found;
  collect(node, found);
  return found;
}

bool may_be_missing(const Node& node) {
  switch (node.kind) {
    case NodeKind::number:
    case NodeKind::text:
    case NodeKind::duration:
    case NodeKind::time:
    case NodeKind::boolean:
    case NodeKind::sequence:
    case NodeKind::percentile:
    case NodeKind::known:
    case NodeKind::points:
    case NodeKind::comparison:
    case NodeKind::between:
    case NodeKind::in:
    case NodeKind::match:
    case NodeKind::both:
    case NodeKind::either:
    case NodeKind::negation: return false;
    case NodeKind::aggregate:
      return node.function != rules::Function::count && node.function != rules::Function::sum &&
             node.function != rules::Function::exists;
    case NodeKind::otherwise: return may_be_missing(node.children[1]);
    case NodeKind::negate:
    case NodeKind::lower: return may_be_missing(node.children[0]);
    case NodeKind::reference: return node.scope != "segment" && node.scope != "now";
    case NodeKind::field: return node.text != "time";
    default: return true;
  }
}

}  // namespace etalage::compile
