// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "compile/names.h"

namespace etalage::compile {
namespace {

using rules::RuleKind;

template <typename Index>
std::optional<std::uint32_t> find(const Index& index, std::string_view name) {
  const auto found = index.find(name);
  return found == index.end() ? std::nullopt : std::optional(found->second);
}

template <typename Index>
std::vector<std::string_view> keys(const Index& index) {
  std::vector<std::string_view> names;
  for (const auto& [name, at] : index) names.push_back(name);
  return names;
}

template <typename List, typename Index>
void enter(const List& list, Index& index) {
  for (std::uint32_t i = 0; i < list.size(); ++i) index.emplace(list[i].name, i);
}

}  // namespace

std::string_view word_for(RuleKind kind) {
  switch (kind) {
    case RuleKind::metric: return "metric";
    case RuleKind::segment: return "segment";
    case RuleKind::decision: return "decision";
    case RuleKind::trigger: return "trigger";
    case RuleKind::observed: return "observed";
    case RuleKind::inferred: return "inferred";
    case RuleKind::filter: return "slot";
    case RuleKind::measure: return "measure";
  }
  return "";
}

std::optional<RuleKind> kind_of_scope(std::string_view scope) {
  for (const auto kind : {RuleKind::metric, RuleKind::segment, RuleKind::decision,
                          RuleKind::observed, RuleKind::inferred}) {
    if (word_for(kind) == scope) return kind;
  }
  return {};
}

Names::Names(const RuleSet& rule_set) : rule_set_(&rule_set) {
  for (std::uint32_t i = 0; i < rule_set.rules.size(); ++i) {
    const auto& rule = rule_set.rules[i];
    rules_[static_cast<std::size_t>(rule.kind)].emplace(rule.name, i);
  }
  enter(rule_set.facts, facts_);
  enter(rule_set.distributions, distributions_);
}

std::optional<std::uint32_t> Names::rule(RuleKind kind, std::string_view name) const {
  return find(rules_[static_cast<std::size_t>(kind)], name);
}

std::optional<std::uint32_t> Names::fact_index(std::string_view name) const {
  return find(facts_, name);
}

const FactSource* Names::fact(std::string_view name) const {
  const auto found = find(facts_, name);
  return found ? &rule_set_->facts[*found] : nullptr;
}

const Distribution* Names::distribution(std::string_view name) const {
  const auto found = find(distributions_, name);
  return found ? &rule_set_->distributions[*found] : nullptr;
}

std::vector<std::string_view> Names::rules(RuleKind kind) const {
  return keys(rules_[static_cast<std::size_t>(kind)]);
}
std::vector<std::string_view> Names::facts() const { return keys(facts_); }
std::vector<std::string_view> Names::distributions() const { return keys(distributions_); }

}  // namespace etalage::compile
