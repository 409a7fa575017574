// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// TypeChecker: gives every node of one expression its type, or says which is the first that cannot have one. Resolves the names
// of events, fields and rules on the way, and turns percentiles into numbers.
//
// Lifetime  refers to what Surroundings refer to.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "compile/ast.h"
#include "compile/names.h"
#include "compile/problem.h"
#include "compile/rule_set.h"
#include "compile/vocabulary.h"

namespace etalage::compile {

struct Surroundings {
  const RuleSet& rule_set;
  const Vocabulary& vocabulary;
  const Names& names;
  // Of each rule what it gives; empty: not known, because that rule is wrong.
  std::vector<std::optional<rules::Type>> types;
};

// "a number", "true or false", ...
[[nodiscard]] std::string_view name_of(rules::Type type);

class TypeChecker {
 public:
  TypeChecker(const Surroundings& surroundings, bool in_filter)
      : around_(surroundings), in_filter_(in_filter) {}

  // false: see problem(). There is none where the cause is another rule's.
  [[nodiscard]] bool check(Node& node);
  // Also what it has to be.
  [[nodiscard]] bool check_boolean(Node& node, std::string_view where);
  // The value of a metric or a fact: of that type, or, where that is not known, a boolean, number or text.
  [[nodiscard]] bool check_value(Node& node, std::optional<rules::Type> type, std::string_view of);

  [[nodiscard]] const std::optional<Problem>& problem() const { return problem_; }

 private:
  bool check_children(Node& node);
  bool arithmetic(Node& node);
  bool comparison(Node& node);
  bool between(Node& node);
  bool in(Node& node);
  bool match(Node& node);
  bool lowered(Node& node);
  bool lower_case(const Node& literal);
  bool possible(const Node& subject, const Node& literal);

  bool field(Node& node);
  bool reference(Node& node);
  bool rule_reference(Node& node, rules::RuleKind kind);
  bool fact_reference(Node& node);
  bool given_reference(Node& node);
  bool aggregate(Node& node);
  bool aggregate_field(Node& node);
  bool event(const Node& node);
  bool where(Node& node);
  bool sequence(Node& node);
  bool window(const Node& node);
  bool dimension(Node& node);
  bool confidence(Node& node);
  bool points(Node& node);
  bool percentile(Node& node);

  // Whether nothing speaks against it here: in `where` an event is looked at alone.
  bool outside_where(const Node& node);

  bool has(Node& node, rules::Type type) {
    node.type = type;
    return true;
  }
  bool fail(std::string code, rules::Span span, std::string what, std::string expected,
            std::string hint = "");
  bool unknown(rules::Span span, std::string_view what, std::string_view name,
               const std::vector<std::string_view>& names, std::string hint = "");

  const Surroundings& around_;
  bool in_filter_;
  const Node* where_of_ = nullptr;  // the aggregate or step whose `where` is checked
  std::optional<Problem> problem_;
};

}  // namespace etalage::compile
