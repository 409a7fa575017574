// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "compile/guard.h"

#include "compile/tree.h"

namespace etalage::compile {
namespace {

using rules::Match;

// What a conjunct demands of a field's text, if that is what it is about.
std::optional<Guard> demand(const Node& node) {
  const bool equality = node.kind == NodeKind::comparison && node.compare == Compare::equal;
  if (!equality && node.kind != NodeKind::in && node.kind != NodeKind::match) return {};
  if (node.negated) return {};
  const bool swapped = node.children[0].kind == NodeKind::text;
  const auto& side = node.children[swapped ? 1 : 0];
  const bool lower = side.kind == NodeKind::lower;
  const auto& subject = lower ? side.children[0] : side;
  if (subject.kind != NodeKind::field || subject.type != rules::Type::text) return {};

  Guard guard{subject.text, Match::equals, lower, {}};
  if (equality) {
    const auto& other = node.children[swapped ? 0 : 1];
    if (other.kind != NodeKind::text) return {};
    guard.texts = {other.text};
    return guard;
  }
  for (std::size_t i = 1; i < node.children.size(); ++i)
    guard.texts.push_back(node.children[i].text);
  if (node.kind == NodeKind::match)
    guard.match = node.match;
  else if (guard.texts.size() > 1)
    guard.match = Match::one_of;
  if (node.all) guard.texts.resize(1);  // all have to match, so the first has
  return guard;
}

int rank(Match match) { return match == Match::equals ? 0 : match == Match::one_of ? 1 : 2; }

}  // namespace

std::optional<Guard> guard_of(const Node& where) {
  std::optional<Guard> best;
  for (const auto* node : conjuncts(where)) {
    auto guard = demand(*node);
    if (guard && (!best || rank(guard->match) < rank(best->match))) best = std::move(guard);
  }
  return best;
}

}  // namespace etalage::compile
