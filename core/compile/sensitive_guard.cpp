// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "compile/sensitive_guard.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "compile/sensitive_terms.h"
#include "compile/tree.h"

namespace etalage::compile {
namespace {

std::string quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

// "isPregnant" has two words.
std::string words_of_name(std::string_view name) {
  std::string words;
  char before = ' ';
  for (const char c : name) {
    const bool capital = c >= 'A' && c <= 'Z';
    if (capital && !(before >= 'A' && before <= 'Z')) words += ' ';
    words += before = c;
  }
  return words;
}

// The star of a term that is allowed need not be repeated.
std::string_view without_stars(std::string_view term) {
  while (term.starts_with('*')) term.remove_prefix(1);
  while (term.ends_with('*')) term.remove_suffix(1);
  return term;
}

bool is_term(std::string_view term) {
  const auto word = without_stars(term);
  return !word.empty() && word.find('*') == std::string_view::npos;
}

}  // namespace

SensitiveGuard::SensitiveGuard(const RuleSet& rule_set) : rule_set_(rule_set), terms_({}) {
  std::set<std::string, std::less<>> allowed, used;
  for (const auto& term : rule_set.allowed) {
    allowed.emplace(without_stars(rules::plain_term(term)));
  }
  const auto add = [&](std::string_view category, std::string_view spelling) {
    auto term = rules::plain_term(spelling);
    if (!is_term(term)) {
      wrong_terms_.push_back(about("sensitive", {"sensitive-term",
                                                 {},
                                                 quoted(spelling) + " as a term",
                                                 "words, a star at their beginning or end",
                                                 ""}));
      return;
    }
    if (const auto found = allowed.find(without_stars(term)); found != allowed.end()) {
      used.insert(*found);
      return;
    }
    refused_.push_back(std::move(term));
    categories_.push_back(category);
  };
  for (auto [category, terms] : sensitive_terms()) {
    while (!terms.empty()) {
      const auto end = std::min(terms.find(", "), terms.size());
      add(category, terms.substr(0, end));
      terms.remove_prefix(std::min(end + 2, terms.size()));
    }
  }
  for (const auto& term : rule_set.sensitive) add("what this shop lists itself", term);
  for (const auto& term : allowed) {
    if (used.contains(term)) continue;
    wrong_terms_.push_back(about("sensitive", {"sensitive-allow",
                                               {},
                                               quoted(term) + " allowed, which nobody refuses",
                                               "a term as the error message spells it",
                                               ""}));
    wrong_terms_.back().warning = true;
  }
  terms_ = rules::Terms(refused_);
}

std::optional<Problem> SensitiveGuard::find(std::string_view text, const std::string& where) const {
  const auto found = terms_.find(text);
  if (!found) return {};
  const std::string category(categories_[*found]);
  return Problem{
      "sensitive-inference",
      {},
      where + " is about " + category + ": it holds the term " + quoted(refused_[*found]),
      "nothing about " + category,
      "a shop that must may allow it: privacy: { sensitive: { allow: ['" + refused_[*found] +
          "'] } }"};
}

std::vector<Diagnostic> SensitiveGuard::check_declarations() const {
  auto found = wrong_terms_;
  const auto look = [&](const std::string& subject, std::string_view text) {
    if (const auto problem = find(text, quoted(text))) found.push_back(about(subject, *problem));
  };
  for (const auto& fact : rule_set_.facts) {
    look("fact " + fact.name, words_of_name(fact.name));
    for (const auto& choice : fact.choices) look("fact " + fact.name, choice);
    for (const auto& question : fact.ask) look("fact " + fact.name, question);
  }
  for (const auto& event : rule_set_.events) {
    look("event " + event.name, words_of_name(event.name));
    for (const auto& field : event.fields) look("event " + event.name, words_of_name(field.name));
  }
  for (const auto& field : rule_set_.attributes)
    look("attribute " + field.name, words_of_name(field.name));
  for (const auto& entry : rule_set_.distributions)
    look("distribution " + entry.name, words_of_name(entry.name));
  return found;
}

std::vector<Diagnostic> SensitiveGuard::check(const RuleSource& rule,
                                              const std::vector<Node>& cases) const {
  std::vector<Diagnostic> found;
  const auto look = [&](const std::string& where, std::string_view text) {
    if (const auto problem = find(text, where)) found.push_back(about(rule, *problem));
  };
  look("the name", words_of_name(rule.name));
  look("the label " + quoted(rule.label[0]), rule.label[0]);
  look("the label " + quoted(rule.label[1]), rule.label[1]);
  for (const auto& entry : rule.cases) look("the value " + quoted(entry.value), entry.value);
  for (std::uint32_t i = 0; i < cases.size(); ++i) {
    for_each(cases[i], [&](const Node& node) {
      if (node.kind != NodeKind::text && node.kind != NodeKind::interest) return;
      auto problem = find(node.text, quoted(node.text));
      if (!problem) return;
      problem->span = node.kind == NodeKind::text ? node.span : node.text_span;
      found.push_back(at(rule, i, *problem));
    });
  }
  return found;
}

}  // namespace etalage::compile
