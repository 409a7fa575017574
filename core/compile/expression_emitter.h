// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// ExpressionEmitter: a checked tree as code, its aggregates and sequences entered into the tables.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compile/ast.h"
#include "compile/code.h"
#include "compile/names.h"
#include "compile/tables.h"
#include "compile/vocabulary.h"

namespace etalage::compile {

class ExpressionEmitter {
 public:
  // places: of each rule of the set its place in the program; those of rules that come later are not looked at.
  ExpressionEmitter(const RuleSet& rule_set, const Names& names,
                    const std::vector<std::uint32_t>& places, Tables& tables)
      : rule_set_(rule_set),
        vocabulary_(rule_set),
        names_(names),
        places_(places),
        tables_(tables) {}

  // Pushes the value, which may be missing.
  void value(const Node& node, Code& out);
  // Pushes a boolean, which is never missing.
  void condition(const Node& node, Code& out);

  // Whether something became larger than a program may be. What was emitted is then of no use.
  [[nodiscard]] bool too_large() const { return too_large_; }

 private:
  void reference(const Node& node, Code& out);
  void fact(const Node& node, Code& out);
  void rule(rules::RuleKind kind, const Node& node, Code& out);
  void confidence(const Node& node, Code& out);
  void context(const Node& node, Code& out);
  void logic(const Node& node, Code& out);
  void comparison(const Node& node, Code& out);
  void between(const Node& node, Code& out);
  void in_numbers(const Node& node, Code& out);
  void match(const Node& node, Code& out);
  void list_match(const Node& node, Code& out);
  void points(const Node& node, Code& out);
  void test(const Node& whole, const Node& subject, rules::Match match,
            const std::vector<std::string>& texts, Code& out);
  void only_if_known(const Node& whole, const Node& subject, Code& out);
  void binary(rules::Op op, const Node& node, Code& out);
  void aggregate(const Node& node, Code& out);
  void sequence(const Node& node, Code& out);
  rules::Selection selection(const Node& node, const Code& in);
  std::uint32_t stated(const Node& node);

  const RuleSet& rule_set_;
  Vocabulary vocabulary_;
  const Names& names_;
  const std::vector<std::uint32_t>& places_;
  Tables& tables_;
  bool too_large_ = false;
};

}  // namespace etalage::compile
