// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "compile/order.h"

#include <algorithm>

namespace etalage::compile {
namespace {

enum class State : std::uint8_t { unseen, open, done };

struct Search {
  const std::vector<std::vector<std::uint32_t>>& uses;
  std::vector<State> states;
  std::vector<std::uint32_t> path;
  Order result;

  void visit(std::uint32_t rule) {
    if (states[rule] == State::done) return;
    if (states[rule] == State::open) {
      std::vector<std::uint32_t> cycle(std::find(path.begin(), path.end(), rule), path.end());
      std::rotate(cycle.begin(), std::min_element(cycle.begin(), cycle.end()), cycle.end());
      result.cycles.push_back(std::move(cycle));
      return;
    }
    states[rule] = State::open;
    path.push_back(rule);
    for (const auto used : uses[rule]) visit(used);
    path.pop_back();
    states[rule] = State::done;
    result.order.push_back(rule);
  }
};

}  // namespace

std::vector<std::uint32_t> uses_of(const Node& node, const Names& names) {
  std::vector<std::uint32_t> uses;
  const auto add = [&](rules::RuleKind kind) {
    if (const auto index = names.rule(kind, node.text)) uses.push_back(*index);
  };
  if (node.kind != NodeKind::reference && node.kind != NodeKind::confidence) return uses;
  if (const auto kind = kind_of_scope(node.scope)) add(*kind);
  if (node.scope == "fact") {
    add(rules::RuleKind::observed);
    add(rules::RuleKind::inferred);
  }
  return uses;
}

Order order_of(const std::vector<std::vector<std::uint32_t>>& uses) {
  Search search{uses, std::vector<State>(uses.size(), State::unseen), {}, {}};
  for (std::uint32_t rule = 0; rule < uses.size(); ++rule) search.visit(rule);
  return std::move(search.result);
}

}  // namespace etalage::compile
