// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "compile/checker.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "compile/declarations.h"
#include "compile/lint.h"
#include "compile/needs.h"
#include "compile/order.h"
#include "compile/parser.h"
#include "compile/sensitive_guard.h"
#include "compile/tree.h"
#include "compile/type_checker.h"

namespace etalage::compile {
namespace {

using rules::RuleKind;
using rules::Type;

bool is_fact(const RuleSource& rule) {
  return rule.kind == RuleKind::observed || rule.kind == RuleKind::inferred;
}

class Checker {
 public:
  explicit Checker(const RuleSet& rule_set)
      : rule_set_(rule_set),
        vocabulary_(rule_set),
        names_(rule_set),
        around_{rule_set, vocabulary_, names_, {}},
        states_(rule_set.rules.size()) {}

  Checked run() {
    for (std::uint32_t i = 0; i < rule_set_.rules.size(); ++i) parse_rule(i);
    put_in_order();
    for (const auto index : checked_.order) check_rule(index);
    checked_.diagnostics = check_declarations(rule_set_);
    const SensitiveGuard guard(rule_set_);
    append(checked_.diagnostics, guard.check_declarations());
    append(checked_.diagnostics, unused_facts());
    for (std::uint32_t i = 0; i < states_.size(); ++i) {
      auto& [parsed, right, found] = states_[i];
      append(checked_.diagnostics, std::move(found));
      append(checked_.diagnostics, guard.check(rule_set_.rules[i], checked_.rules[i].cases));
      // A measure's cases follow from what it is of: there is nothing that somebody could word better.
      if (right && rule_set_.rules[i].kind != RuleKind::measure)
        append(checked_.diagnostics, lint(checked_, i));
    }
    return std::move(checked_);
  }

 private:
  static void append(std::vector<Diagnostic>& list, std::vector<Diagnostic> more) {
    std::move(more.begin(), more.end(), std::back_inserter(list));
  }

  std::vector<Diagnostic> unused_facts() const {
    std::vector<Diagnostic> found;
    for (const auto& fact : rule_set_.facts) {
      const bool asked = !fact.ask[0].empty() || !fact.ask[1].empty();
      if (!asked || reads_fact(checked_, fact.name)) continue;
      found.push_back(
          about("fact " + fact.name, {"fact-unused",
                                      {},
                                      "a question whose answer no rule uses: it is not kept",
                                      "a rule that reads stated." + fact.name,
                                      ""}));
      found.back().warning = true;
    }
    return found;
  }

  struct State {
    std::vector<bool> parsed;  // of each case
    bool right = true;         // all of its trees are checked
    std::vector<Diagnostic> found;
  };

  // What is known of a rule's type before anything was checked.
  std::optional<Type> type_of(const RuleSource& rule) const {
    if (rule.kind == RuleKind::metric) return Type::number;
    if (is_choice(rule.kind)) return Type::text;
    if (!is_fact(rule)) return Type::boolean;
    if (const auto* fact = names_.fact(rule.name)) return fact->type;
    return rule.is_value ? std::nullopt : std::optional(Type::text);
  }

  void parse_rule(std::uint32_t index) {
    const auto& source = rule_set_.rules[index];
    auto& rule = checked_.rules.emplace_back();
    rule.source = &source;
    around_.types.push_back(type_of(source));
    states_[index].found = check_declaration(rule_set_, names_, index);
    for (std::uint32_t i = 0; i < source.cases.size(); ++i) {
      auto tree = parse(source.cases[i].expression);
      if (!tree) states_[index].found.push_back(at(source, i, tree.error()));
      states_[index].parsed.push_back(tree.has_value());
      rule.cases.push_back(tree ? std::move(*tree) : Node{});
      for_each(rule.cases.back(), [&](const Node& node) {
        for (const auto used : uses_of(node, names_)) rule.uses.push_back(used);
      });
    }
    std::sort(rule.uses.begin(), rule.uses.end());
    rule.uses.erase(std::unique(rule.uses.begin(), rule.uses.end()), rule.uses.end());
  }

  void put_in_order() {
    std::vector<std::vector<std::uint32_t>> uses;
    for (const auto& rule : checked_.rules) uses.push_back(rule.uses);
    auto [order, cycles] = order_of(uses);
    checked_.order = std::move(order);
    for (const auto& cycle : cycles) report(cycle);
  }

  void report(const std::vector<std::uint32_t>& cycle) {
    std::string path;
    for (std::size_t i = 0; i <= cycle.size(); ++i) {
      const auto& rule = rule_set_.rules[cycle[i % cycle.size()]];
      path += (i == 0 ? "" : " -> ") + std::string(word_for(rule.kind)) + " " + rule.name;
    }
    Problem problem{"rule-cycle", {}, "rules that need each other: " + path, "", ""};
    if (cycle.size() == 1) problem.what = "a rule that needs itself: " + path;
    const auto& rule = checked_.rules[cycle[0]];
    std::uint32_t which = 0;
    for (std::uint32_t i = 0; i < rule.cases.size(); ++i) {
      for_each(rule.cases[i], [&](const Node& node) {
        const auto uses = uses_of(node, names_);
        if (problem.span.end != 0 || !holds(uses, cycle[1 % cycle.size()])) return;
        problem.span = node.span;
        which = i;
      });
    }
    states_[cycle[0]].found.push_back(at(*rule.source, which, problem));
  }

  static bool holds(const std::vector<std::uint32_t>& list, std::uint32_t value) {
    return std::find(list.begin(), list.end(), value) != list.end();
  }

  void check_rule(std::uint32_t index) {
    auto& rule = checked_.rules[index];
    auto& state = states_[index];
    for (std::uint32_t i = 0; i < rule.cases.size(); ++i) {
      if (!state.parsed[i]) {
        state.right = false;
        continue;
      }
      TypeChecker checker(around_, rule.source->kind == RuleKind::filter);
      if (check_root(checker, index, rule.cases[i])) continue;
      state.right = false;
      if (checker.problem()) state.found.push_back(at(*rule.source, i, *checker.problem()));
    }
    rule.type = around_.types[index].value_or(Type::boolean);
  }

  bool check_root(TypeChecker& checker, std::uint32_t index, Node& root) {
    const auto& source = rule_set_.rules[index];
    auto& type = around_.types[index];
    if (source.kind == RuleKind::metric) {
      return checker.check_value(root, type, "of a metric");
    }
    if (!is_fact(source) || !source.is_value) return checker.check_boolean(root, "as a condition");
    if (!checker.check_value(root, type, "of a fact")) return false;
    type = root.type;
    return true;
  }

  const RuleSet& rule_set_;
  Vocabulary vocabulary_;
  Names names_;
  Surroundings around_;
  Checked checked_;
  std::vector<State> states_;  // of each rule
};

}  // namespace

bool Checked::ok() const {
  return std::none_of(diagnostics.begin(), diagnostics.end(),
                      [](const Diagnostic& diagnostic) { return !diagnostic.warning; });
}

Checked check(const RuleSet& rule_set) { return Checker(rule_set).run(); }

}  // namespace etalage::compile
