// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <utility>

#include "compile/did_you_mean.h"
#include "compile/functions.h"
#include "compile/type_checker.h"

// The part of TypeChecker that resolves names.
namespace etalage::compile {
namespace {

using rules::Function;
using rules::RuleKind;
using rules::Type;

struct Given {
  std::string_view scope, name;
  Type type;
};
constexpr Given kGiven[] = {
    {"cart", "value", Type::number},       {"cart", "count", Type::number},
    {"cart", "quantity", Type::number},    {"visit", "number", Type::number},
    {"visit", "duration", Type::duration}, {"visit", "channel", Type::text},
    {"page", "type", Type::text},          {"page", "item", Type::text},
    {"page", "category", Type::text},      {"page", "brand", Type::text},
    {"page", "query", Type::text},         {"page", "price", Type::number},
    {"profile", "age", Type::duration},    {"now", "", Type::time},
    {"now", "hour", Type::number},         {"now", "weekday", Type::number},
    {"now", "month", Type::number},        {"now", "day", Type::number},
};

// Where a name holds a hyphen and what stands before it is known, a minus was meant.
std::string minus_hint(const Node& node, const std::vector<std::string_view>& known) {
  const auto hyphen = node.text.find('-');
  if (hyphen == std::string::npos) return "";
  const auto before = node.text.substr(0, hyphen);
  if (!holds(known, before)) return "";
  return "a minus needs a space on both sides: " + node.scope + (node.scope.empty() ? "" : ".") +
         before + " - " + node.text.substr(hyphen + 1);
}

std::vector<std::string_view> views(const std::vector<std::string>& texts) {
  return {texts.begin(), texts.end()};
}

}  // namespace

bool TypeChecker::field(Node& node) {
  const auto& vocabulary = around_.vocabulary;
  if (where_of_ == nullptr && !in_filter_) {
    if (vocabulary.has_event(node.text)) {
      return fail("rule-where", node.span, "\"" + node.text + "\" is an event, not a value",
                  "a function of it: count(" + node.text + "), exists(" + node.text + ")");
    }
    const bool known =
        vocabulary.field("view_item", node.text) || vocabulary.product_field(node.text);
    return fail(known ? "rule-where" : "rule-unknown-name", node.span,
                known ? "\"" + node.text + "\" is a field: only an event has one"
                      : "unknown word \"" + node.text + "\"",
                known ? "fields inside where, or in a function: sum(purchase.value)" : "a value",
                known ? "" : suggestion(node.text, kScopes));
  }
  const auto type = where_of_ != nullptr ? vocabulary.field(where_of_->event, node.text)
                                         : vocabulary.product_field(node.text);
  if (type) return has(node, *type);
  const auto names =
      where_of_ != nullptr ? vocabulary.fields(where_of_->event) : vocabulary.product_fields();
  const auto ours = Vocabulary::our_name(node.text);
  return unknown(node.span, where_of_ != nullptr ? "field" : "field of a product", node.text, names,
                 holds(names, ours) ? "did you mean \"" + std::string(ours) + "\"?" : "");
}

bool TypeChecker::outside_where(const Node& node) {
  return where_of_ == nullptr ||
         fail("rule-where", node.span, "a where that looks beyond its event",
              "fields of the event and its items, compared with what is written in the rule");
}

bool TypeChecker::reference(Node& node) {
  if (!outside_where(node)) return false;
  if (const auto kind = kind_of_scope(node.scope)) return rule_reference(node, *kind);
  if (node.scope == "stated" || node.scope == "fact") return fact_reference(node);
  return given_reference(node);
}

bool TypeChecker::given_reference(Node& node) {
  std::vector<std::string_view> names;
  for (const auto& [scope, name, type] : kGiven) {
    if (scope != node.scope) continue;
    if (name == node.text) return has(node, type);
    if (!name.empty()) names.push_back(name);
  }
  return unknown(node.text_span, node.scope + " value", node.text, names, minus_hint(node, names));
}

bool TypeChecker::rule_reference(Node& node, RuleKind kind) {
  const auto index = around_.names.rule(kind, node.text);
  if (!index) {
    const auto names = around_.names.rules(kind);
    const bool computed = kind == RuleKind::observed || kind == RuleKind::inferred;
    return unknown(node.text_span, computed ? node.scope + " fact" : node.scope, node.text, names,
                   minus_hint(node, names));
  }
  const auto type = around_.types[*index];
  return type && has(node, *type);
}

bool TypeChecker::fact_reference(Node& node) {
  const auto& names = around_.names;
  if (const auto* fact = names.fact(node.text)) return has(node, fact->type);
  auto known = names.facts();
  if (node.scope == "fact") {
    for (const auto kind : {RuleKind::observed, RuleKind::inferred}) {
      if (names.rule(kind, node.text)) return rule_reference(node, kind);
      for (const auto name : names.rules(kind)) known.push_back(name);
    }
  }
  return unknown(node.text_span, "fact", node.text, known, minus_hint(node, known));
}

// A text that is compared with what only ever gives some texts has to be one of these.
bool TypeChecker::possible(const Node& subject, const Node& literal) {
  if (subject.kind != NodeKind::reference || literal.kind != NodeKind::text) return true;
  std::vector<std::string_view> texts;
  const auto* fact = subject.scope == "stated" || subject.scope == "fact"
                         ? around_.names.fact(subject.text)
                         : nullptr;
  if (fact != nullptr) texts = views(fact->choices);
  const auto add_values = [&](RuleKind kind) {
    const auto index = around_.names.rule(kind, subject.text);
    if (!index) return true;
    const auto& rule = around_.rule_set.rules[*index];
    for (const auto& entry : rule.cases) texts.push_back(entry.value);
    return !rule.is_value;
  };
  if (const auto kind = kind_of_scope(subject.scope)) {
    if (!add_values(*kind)) return true;
  } else if (subject.scope == "fact") {
    // Without choices, or with a rule that gives any text, anything may come.
    if (fact != nullptr && fact->choices.empty()) return true;
    if (!add_values(RuleKind::observed) || !add_values(RuleKind::inferred)) return true;
  }
  if (texts.empty() || holds(texts, literal.text)) return true;
  std::vector<std::string_view> unique;
  for (const auto text : texts) {
    if (!holds(unique, text)) unique.push_back(text);
  }
  return fail("rule-unknown-name", literal.span,
              subject.scope + "." + subject.text + " is never \"" + literal.text + "\"",
              "one of " + listed(unique), suggestion(literal.text, unique));
}

bool TypeChecker::event(const Node& node) {
  if (around_.vocabulary.has_event(node.event)) return true;
  return unknown(node.event_span, "event", node.event, around_.vocabulary.events());
}

bool TypeChecker::window(const Node& node) {
  if (node.number <= static_cast<double>(around_.rule_set.retention)) return true;
  const auto days = std::to_string(around_.rule_set.retention / 86'400'000);
  return fail("rule-window", node.number_span, "a window longer than anything is kept",
              "at most the retention, " + days + "d",
              "privacy: { retention } says how long events are kept");
}

bool TypeChecker::where(Node& node) {
  if (node.children.empty()) return true;
  const auto* outer = std::exchange(where_of_, &node);
  const bool right = check_boolean(node.children[0], "after \"where\"");
  where_of_ = outer;
  return right;
}

bool TypeChecker::aggregate(Node& node) {
  if (!outside_where(node) || !event(node)) return false;
  const bool plain = node.function == Function::count || node.function == Function::exists ||
                     node.function == Function::days_since;
  const std::string name(compile::name_of(node.function));
  if (node.event == kCartEvent) {
    if (node.number != 0) {
      return fail("rule-window", node.number_span, "a window on the cart",
                  "none: the cart is as it is now");
    }
    if (node.function == Function::first || node.function == Function::last ||
        node.function == Function::days_since) {
      return fail("rule-type", node.span, name + "() of the cart",
                  "count, sum, avg, min, max, distinct or exists");
    }
  }
  if (plain && !node.text.empty()) {
    return fail("rule-type", node.text_span, name + "() of a field", name + "(" + node.event + ")",
                node.function == Function::count ? "distinct counts the values of a field" : "");
  }
  if (!plain && node.text.empty()) {
    return fail("rule-type", node.event_span, name + "() of an event",
                name + "(" + node.event + ".field)");
  }
  if (!plain && !aggregate_field(node)) return false;
  if (node.function == Function::exists)
    node.type = Type::boolean;
  else if (node.function != Function::first && node.function != Function::last)
    node.type = Type::number;
  return where(node) && window(node);
}

bool TypeChecker::aggregate_field(Node& node) {
  const auto type = around_.vocabulary.field(node.event, node.text);
  if (!type) {
    const auto names = around_.vocabulary.fields(node.event);
    auto hint = minus_hint(node, names);
    const auto ours = Vocabulary::our_name(node.text);
    if (holds(names, ours)) hint = "did you mean \"" + std::string(ours) + "\"?";
    return unknown(node.text_span, "field", node.text, names, hint);
  }
  node.type = *type;
  const bool either = node.function == Function::first || node.function == Function::last;
  const bool right = either || *type == Type::number ||
                     (node.function == Function::distinct && *type == Type::text);
  return right ||
         fail("rule-type", node.text_span,
              std::string(compile::name_of(node.function)) + "() of " + std::string(name_of(*type)),
              node.function == Function::distinct ? "a number or a text" : "a number");
}

bool TypeChecker::sequence(Node& node) {
  if (!outside_where(node)) return false;
  for (auto& step : node.children) {
    if (!event(step)) return false;
    if (step.event == kCartEvent) {
      return fail("rule-type", step.event_span, "the cart in a sequence",
                  "an event: add_to_cart, purchase");
    }
    if (!where(step)) return false;
    step.type = Type::boolean;
  }
  return window(node) && has(node, Type::boolean);
}

bool TypeChecker::dimension(Node& node) {
  if (!outside_where(node)) return false;
  const auto type = around_.vocabulary.item_field(node.scope);
  if (type == Type::text) return true;
  std::vector<std::string_view> names;
  for (const auto name : around_.vocabulary.fields(kCartEvent)) {
    if (around_.vocabulary.item_field(name) == Type::text) names.push_back(name);
  }
  if (type) {
    return fail("rule-type", node.event_span, "an interest in " + std::string(name_of(*type)),
                "one of " + listed(names));
  }
  const auto ours = Vocabulary::our_name(node.scope);
  return unknown(node.event_span, "field of an item", node.scope, names,
                 holds(names, ours) ? "did you mean \"" + std::string(ours) + "\"?" : "");
}

bool TypeChecker::confidence(Node& node) {
  if (!outside_where(node)) return false;
  const auto kind = kind_of_scope(node.scope);
  const auto names = around_.names.rules(*kind);
  if (!holds(names, node.text)) {
    return unknown(node.text_span, node.scope + " fact", node.text, names, minus_hint(node, names));
  }
  return has(node, Type::number);
}

bool TypeChecker::points(Node& node) {
  for (std::size_t i = 0; i + 1 < node.children.size(); i += 2) {
    if (!check(node.children[i]) || !check_boolean(node.children[i + 1], "after \"when\""))
      return false;
  }
  return has(node, Type::number);
}

bool TypeChecker::percentile(Node& node) {
  const auto* distribution = around_.names.distribution(node.text);
  if (distribution == nullptr || distribution->values.empty()) {
    return unknown(node.text_span, "distribution", node.text, around_.names.distributions());
  }
  auto values = distribution->values;
  std::sort(values.begin(), values.end());
  const auto count = static_cast<double>(values.size());
  const auto rank = std::clamp(std::ceil(node.number * count / 100), 1.0, count);
  node.kind = NodeKind::number;
  node.text.clear();
  node.number = values[static_cast<std::size_t>(rank) - 1];
  return has(node, Type::number);
}

}  // namespace etalage::compile
