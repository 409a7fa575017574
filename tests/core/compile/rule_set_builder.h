// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// RuleSetBuilder: a rule set in a few words, for tests.
//
//   RuleSetBuilder shop;
//   shop.segment("loyal", "count(purchase) >= 3").metric("spent", "sum(purchase.value)");
//   const auto checked = compile::check(shop.set);
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "compile/rule_set.h"

namespace etalage::test {

inline constexpr std::int64_t kRuleDay = 86'400'000;

struct RuleSetBuilder {
  compile::RuleSet set;

  RuleSetBuilder() { set.retention = 400 * kRuleDay; }

  RuleSetBuilder& rule(rules::RuleKind kind, std::string name, std::string expression) {
    compile::RuleSource rule;
    rule.kind = kind;
    rule.name = std::move(name);
    rule.cases.push_back({"", std::move(expression), 1});
    set.rules.push_back(std::move(rule));
    return *this;
  }
  RuleSetBuilder& metric(std::string name, std::string expression) {
    return rule(rules::RuleKind::metric, std::move(name), std::move(expression));
  }
  RuleSetBuilder& segment(std::string name, std::string expression) {
    return rule(rules::RuleKind::segment, std::move(name), std::move(expression));
  }
  RuleSetBuilder& filter(std::string slot, std::string expression) {
    return rule(rules::RuleKind::filter, std::move(slot), std::move(expression));
  }
  RuleSetBuilder& trigger(std::string name, std::string expression) {
    return rule(rules::RuleKind::trigger, std::move(name), std::move(expression));
  }
  // A fact that is one expression.
  RuleSetBuilder& inferred(std::string name, std::string expression) {
    rule(rules::RuleKind::inferred, std::move(name), std::move(expression));
    set.rules.back().is_value = true;
    return *this;
  }
  RuleSetBuilder& cases(rules::RuleKind kind, std::string name,
                        std::vector<compile::CaseSource> cases) {
    compile::RuleSource rule;
    rule.kind = kind;
    rule.name = std::move(name);
    rule.cases = std::move(cases);
    set.rules.push_back(std::move(rule));
    return *this;
  }
  RuleSetBuilder& decision(std::string name, std::vector<compile::CaseSource> list) {
    return cases(rules::RuleKind::decision, std::move(name), std::move(list));
  }
  RuleSetBuilder& fact(std::string name, rules::Type type, std::vector<std::string> choices = {}) {
    set.facts.push_back({std::move(name), type, std::move(choices), 0, {}});
    return *this;
  }
  // A measure, with the rule that gives its answers.
  RuleSetBuilder& measure(std::string name, std::vector<compile::CaseSource> answers) {
    cases(rules::RuleKind::measure, name, std::move(answers)).for_measuring();
    auto& measure = set.measures.emplace_back();
    measure.name = std::move(name);
    measure.of = "test";
    set.budget_week = 100;
    set.budget_lifetime = 1000;
    return *this;
  }
  RuleSetBuilder& for_measuring() {
    set.rules.back().purpose = rules::Purpose::measure;
    return *this;
  }
};

}  // namespace etalage::test
