// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "compile/lint.h"

#include <string>

#include "compile/certainty.h"
#include "compile/constant.h"
#include "compile/implication.h"
#include "compile/tree.h"
#include "compile/vocabulary.h"

namespace etalage::compile {
namespace {

using rules::Function;

// The first sign of absence in a condition: an exists, a sequence or a count of which it wants that there is none.
const Node* absence(const Node& node, bool negative) {
  switch (node.kind) {
    case NodeKind::negation: return absence(node.children[0], !negative);
    case NodeKind::sequence: return negative && !node.children.back().negated ? &node : nullptr;
    case NodeKind::aggregate: {
      const bool exists = node.function == Function::exists && node.event != kCartEvent;
      return exists && negative ? &node : nullptr;
    }
    case NodeKind::comparison: {
      const auto& count = node.children[0];
      const auto bound = constant(node.children[1]);
      const bool counts = count.kind == NodeKind::aggregate && count.function == Function::count &&
                          count.event != kCartEvent;
      if (!counts || !bound) break;
      const bool of_none = compare(node.compare, 0, *bound) != negative;
      const bool of_one = compare(node.compare, 1, *bound) != negative;
      return of_none && !of_one ? &node : nullptr;
    }
    default: break;
  }
  const bool logic = node.kind == NodeKind::both || node.kind == NodeKind::either;
  for (const auto& child : node.children) {
    if (const auto* found = absence(child, logic && negative)) return found;
  }
  return nullptr;
}

class Lint {
 public:
  Lint(const Checked& checked, std::uint32_t index)
      : checked_(checked), rule_(checked.rules[index]), index_(index) {}

  std::vector<Diagnostic> run() {
    if (rule_.cases.size() > 1) find_unreachable();
    for (std::uint32_t i = 0; i < rule_.cases.size(); ++i) find_certain(i, rule_.cases[i], false);
    find_absence();
    return std::move(found_);
  }

 private:
  void add(bool warning, std::uint32_t which, Problem problem) {
    found_.push_back(at(*rule_.source, which, problem));
    found_.back().warning = warning;
  }

  // One finding a rule: what makes one case unreachable often does so to all that follow.
  void find_unreachable() {
    const auto& cases = rule_.cases;
    for (std::uint32_t i = 0; i < cases.size(); ++i) {
      const auto refuse = [&](std::string what) {
        add(false, i,
            {"rule-unreachable", cases[i].span, std::move(what),
             "a case that can be the first to hold", ""});
      };
      if (certainty(cases[i]) == false) return refuse("a case that never holds");
      for (std::uint32_t j = 0; j < i; ++j) {
        const auto earlier =
            "case " + std::to_string(j + 1) + " (" + rule_.source->cases[j].value + ")";
        if (certainty(cases[j]) == true) return refuse(earlier + " before it always holds");
        if (implies(cases[i], cases[j]))
          return refuse("wherever this holds, " + earlier + " before it does");
      }
    }
  }

  // Comparisons, and operands of and, or, not, that are the same for everybody.
  void find_certain(std::uint32_t which, const Node& node, bool operand) {
    const bool compares = node.kind == NodeKind::comparison || node.kind == NodeKind::between ||
                          node.kind == NodeKind::in || node.kind == NodeKind::match;
    if (compares || (operand && node.type == rules::Type::boolean)) {
      if (const auto holds = certainty(node)) {
        return add(
            true, which,
            {"rule-constant", node.span,
             *holds ? "a condition that always holds" : "a condition that never holds", "", ""});
      }
    }
    const bool logic = node.kind == NodeKind::both || node.kind == NodeKind::either ||
                       node.kind == NodeKind::negation;
    for (const auto& child : node.children) find_certain(which, child, logic);
  }

  void find_absence() {
    for (std::uint32_t i = 0; i < rule_.cases.size(); ++i) {
      const auto* node = absence(rule_.cases[i], false);
      if (node == nullptr) continue;
      std::vector<bool> seen(checked_.rules.size());
      if (asks_age(index_, seen)) return;
      return add(true, i,
                 {"rule-absence", node->span, "also true for a shopper who was forgotten",
                  "profile.age asked beside it", "and profile.age > 30d"});
    }
  }

  // Whether a rule, or one that it uses, asks how old the profile is.
  bool asks_age(std::uint32_t index, std::vector<bool>& seen) {
    if (seen[index]) return false;
    seen[index] = true;
    bool asks = false;
    for (const auto& tree : checked_.rules[index].cases) {
      for_each(tree, [&](const Node& node) {
        asks = asks || (node.kind == NodeKind::reference && node.scope == "profile");
      });
    }
    for (const auto used : checked_.rules[index].uses) asks = asks || asks_age(used, seen);
    return asks;
  }

  const Checked& checked_;
  const CheckedRule& rule_;
  std::uint32_t index_;
  std::vector<Diagnostic> found_;
};

}  // namespace

std::vector<Diagnostic> lint(const Checked& checked, std::uint32_t index) {
  return Lint(checked, index).run();
}

}  // namespace etalage::compile
