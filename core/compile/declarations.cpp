// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "compile/declarations.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "compile/characters.h"
#include "compile/did_you_mean.h"
#include "compile/literal.h"
#include "compile/vocabulary.h"

namespace etalage::compile {
namespace {

using rules::RuleKind;
using rules::Type;

constexpr std::size_t kMaxCases = 1000;

bool is_name(std::string_view text) {
  if (text.empty() || !begins_name(text[0])) return false;
  for (std::size_t i = 1; i < text.size(); ++i) {
    const bool joins =
        text[i] == '-' && i + 1 < text.size() && text[i + 1] != '_' && continues_name(text[i + 1]);
    if (!continues_name(text[i]) && !joins) return false;
  }
  return true;
}

std::string quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

Problem duplicate(std::string_view what) {
  return {"rule-duplicate", {}, "a second " + std::string(what), "one of each name", ""};
}

Problem bad_name(std::string_view name) {
  return {"rule-name",
          {},
          quoted(name) + " as a name",
          "a letter, then letters, digits, _ and single hyphens",
          ""};
}

class Declarations {
 public:
  explicit Declarations(const RuleSet& rule_set) : rule_set_(rule_set) {}

  std::vector<Diagnostic> run() {
    if (rule_set_.retention <= 0) {
      add("retention", {"rule-window", {}, "a retention of no length", "at least 1m", ""});
    }
    if (rule_set_.rules.size() > rules::kMaxRules) {
      add("rules", {"rule-limit", {}, "more rules than a pack can hold", "at most 1000", ""});
    }
    list("fact", rule_set_.facts);
    list("event", rule_set_.events);
    list("attribute", rule_set_.attributes);
    list("distribution", rule_set_.distributions);
    for (const auto& fact : rule_set_.facts) check_fact(fact);
    for (const auto& event : rule_set_.events) {
      list("field " + event.name + ".", event.fields);
      for (const auto& field : event.fields)
        check_field("field " + event.name + "." + field.name, field);
    }
    for (const auto& field : rule_set_.attributes) check_field("attribute " + field.name, field);
    return std::move(found_);
  }

 private:
  void add(std::string subject, const Problem& problem) {
    found_.push_back(about(std::move(subject), problem));
  }

  template <typename List>
  void list(const std::string& word, const List& entries) {
    std::set<std::string_view> names;
    for (const auto& entry : entries) {
      const auto subject = word + (word.back() == '.' ? "" : " ") + entry.name;
      if (!names.insert(entry.name).second) add(subject, duplicate(subject));
      if (word != "distribution" && !is_name(entry.name)) add(subject, bad_name(entry.name));
    }
  }

  void check_fact(const FactSource& fact) {
    if (fact.type == Type::duration || fact.type == Type::time) {
      add("fact " + fact.name, {"rule-type",
                                {},
                                "a fact of a type that nobody can state",
                                "text, number, boolean or list",
                                ""});
    }
  }

  // A field means the same wherever it stands.
  void check_field(const std::string& subject, const FieldSource& field) {
    if (field.type != Type::text && field.type != Type::number) {
      add(subject, {"rule-type", {}, "a field of a type that no event has", "text or number", ""});
    }
    const auto given = Vocabulary::given_field(field.name);
    const auto [known, first] = types_.emplace(field.name, given.value_or(field.type));
    if (known->second == field.type) return;
    add(subject, {"rule-duplicate",
                  {},
                  quoted(field.name) + " as " + (field.type == Type::text ? "a text" : "a number") +
                      " beside one of that name that is not",
                  "another name, or the same type",
                  ""});
  }

  const RuleSet& rule_set_;
  std::map<std::string_view, Type> types_;
  std::vector<Diagnostic> found_;
};

}  // namespace

std::vector<Diagnostic> check_declarations(const RuleSet& rule_set) {
  return Declarations(rule_set).run();
}

std::vector<Diagnostic> check_declaration(const RuleSet& rule_set, const Names& names,
                                          std::uint32_t index) {
  const auto& rule = rule_set.rules[index];
  std::vector<Diagnostic> found;
  const auto add = [&](const Problem& problem) { found.push_back(about(rule, problem)); };
  if (names.rule(rule.kind, rule.name) != index) {
    add(duplicate(std::string(word_for(rule.kind)) + " " + rule.name));
  }
  // Slots and measures were named elsewhere; what belongs to one has its name and something more.
  const bool named = rule.kind == RuleKind::filter || rule.kind == RuleKind::measure;
  if (!named && !is_name(rule.name)) add(bad_name(rule.name));

  if (rule_set.children) {
    add({"audience-children",
         {},
         "a rule in a shop for children",
         "none: nothing is personalised for them",
         "privacy: { audience } says whom the shop is for"});
  }
  const bool fact_rule = rule.kind == RuleKind::observed || rule.kind == RuleKind::inferred;
  const bool many = is_choice(rule.kind) || (fact_rule && !rule.is_value);
  if (rule.cases.empty() || (!many && rule.cases.size() > 1) || rule.cases.size() > kMaxCases) {
    add({"rule-limit",
         {},
         std::to_string(rule.cases.size()) + " expressions",
         many ? "1 to 1000 cases" : "one expression",
         ""});
  }
  const auto* fact = fact_rule ? names.fact(rule.name) : nullptr;
  const auto type = fact == nullptr ? Type::text : fact->type;
  if (fact != nullptr && (type == Type::list || (type == Type::boolean && many))) {
    add({"rule-type",
         {},
         "cases for a fact that is " + std::string(type == Type::list ? "a list" : "true or false"),
         type == Type::list ? "a list is only ever stated" : "one expression",
         ""});
  }
  for (std::uint32_t i = 0; i < rule.cases.size(); ++i) {
    const auto& entry = rule.cases[i];
    const auto add_case = [&](const Problem& problem) {
      auto diagnostic = about(rule, problem);
      diagnostic.which = i;
      found.push_back(std::move(diagnostic));
    };
    if (fact_rule && !(entry.confidence > 0 && entry.confidence <= 1)) {
      add_case({"rule-type", {}, "a confidence out of range", "above 0, at most 1", ""});
    }
    if (!many) continue;
    if (type == Type::number && !case_number(entry.value)) {
      add_case(
          {"rule-type", {}, quoted(entry.value) + " for a fact that is a number", "a number", ""});
    }
    if (fact == nullptr || type != Type::text || fact->choices.empty()) continue;
    const std::vector<std::string_view> choices(fact->choices.begin(), fact->choices.end());
    if (std::find(choices.begin(), choices.end(), entry.value) != choices.end()) continue;
    add_case({"rule-unknown-name",
              {},
              quoted(entry.value) + " is no choice of fact " + rule.name,
              "one of " + listed(choices),
              suggestion(entry.value, choices)});
  }
  return found;
}

std::optional<double> case_number(const std::string& text) {
  std::string_view digits = text;
  const bool minus = digits.starts_with('-');
  if (minus) digits.remove_prefix(1);
  if (digits.empty() || !is_digit(digits[0])) return {};
  const auto literal = read_literal(digits);
  const bool right =
      literal.wrong.empty() && literal.kind == TokenKind::number && literal.length == digits.size();
  return right ? std::optional(minus ? -literal.number : literal.number) : std::nullopt;
}

}  // namespace etalage::compile
