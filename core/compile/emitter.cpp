// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "compile/emitter.h"

#include <utility>

#include "compile/declarations.h"
#include "compile/expression_emitter.h"
#include "compile/tables.h"

namespace etalage::compile {
namespace {

using rules::Op;
using rules::RuleKind;
using rules::Type;

// Of events, fields and facts: their indexes are 16 bits wide.
constexpr std::size_t kMaxNames = 0xFF00;

class Emitter {
 public:
  Emitter(const RuleSet& rule_set, const Checked& checked)
      : checked_(checked),
        names_(rule_set),
        places_(rule_set.rules.size()),
        tables_(out_.program, out_.spans),
        expressions_(rule_set, names_, places_, tables_) {
    out_.program.retention = rule_set.retention;
  }

  Emitted run() {
    for (const auto index : checked_.order) {
      places_[index] = static_cast<std::uint32_t>(out_.program.rules.size());
      emit_rule(checked_.rules[index]);
      if (expressions_.too_large()) break;
    }
    out_.aggregates = tables_.aggregate_origins();
    out_.sequences = tables_.sequence_origins();
    return std::move(out_);
  }

 private:
  void emit_rule(const CheckedRule& checked) {
    const auto& source = *checked.source;
    auto& program = out_.program;
    rules::Rule rule;
    rule.kind = source.kind;
    rule.type = checked.type;
    rule.purpose = source.purpose;
    rule.name = tables_.string(source.name);
    for (int i = 0; i < 2; ++i) {
      rule.label[i] = tables_.string(source.label[i].empty() ? source.name : source.label[i]);
    }
    rule.cap_count = source.cap_count;
    rule.cap_window = source.cap_window;

    const bool fact = source.kind == RuleKind::observed || source.kind == RuleKind::inferred;
    Code code;
    if (is_choice(source.kind) || (fact && !source.is_value)) {
      cases(checked, rule, code);
    } else {
      out_.sources.push_back(source.cases[0].expression);
      code.source = source.cases[0].expression;
      // The confidence of a value that is one expression; what the case gives is not asked.
      if (fact) add_case(rule, {case_value(Type::text, ""), source.cases[0].confidence});
      // A metric or a fact may be missing; whether somebody is in a segment never is.
      if (fact || source.kind == RuleKind::metric) {
        expressions_.value(checked.cases[0], code);
      } else {
        expressions_.condition(checked.cases[0], code);
      }
    }
    rule.code.begin = static_cast<std::uint32_t>(program.code.size());
    rule.code.end = rule.code.begin + code.size();
    program.code.insert(program.code.end(), code.instructions.begin(), code.instructions.end());
    out_.spans.insert(out_.spans.end(), code.spans.begin(), code.spans.end());
    program.rules.push_back(std::move(rule));
    check_limits(source, code);
  }

  // The first case whose condition holds gives the value.
  void cases(const CheckedRule& checked, rules::Rule& rule, Code& out) {
    const auto& source = *checked.source;
    std::string text;
    std::vector<Code> conditions;
    for (std::size_t i = 0; i < source.cases.size(); ++i) {
      const auto& entry = source.cases[i];
      text += (i == 0 ? "" : "\n") + entry.value + ": ";
      auto& condition = conditions.emplace_back();
      condition.source = entry.expression;
      condition.offset = static_cast<std::uint32_t>(text.size());
      expressions_.condition(checked.cases[i], condition);
      if (expressions_.too_large()) return;
      text += entry.expression;
      add_case(rule, {case_value(checked.type, entry.value), entry.confidence});
    }
    std::uint32_t rest = 1;  // instructions from behind a case's to the end
    for (const auto& condition : conditions) rest += condition.size() + 1;
    for (std::size_t i = 0; i < conditions.size(); ++i) {
      rest -= conditions[i].size() + 1;
      out.append(conditions[i]);
      out.add(Op::choose, conditions[i].spans.back(), rest, static_cast<std::uint32_t>(i));
    }
    const auto end = static_cast<std::uint32_t>(text.size());
    out.add(Op::missing, {end, end}, 0, static_cast<std::uint32_t>(checked.type));
    out_.sources.push_back(std::move(text));
  }

  // Those of a rule follow each other.
  void add_case(rules::Rule& rule, rules::Case entry) {
    auto& cases = out_.program.cases;
    if (rule.cases.empty()) rule.cases.begin = static_cast<std::uint32_t>(cases.size());
    cases.push_back(entry);
    rule.cases.end = static_cast<std::uint32_t>(cases.size());
  }

  std::uint32_t case_value(Type type, const std::string& value) {
    if (type == Type::text) return tables_.string(value);
    return tables_.number(type == Type::boolean ? (value == "true" ? 1 : 0) : *case_number(value));
  }

  void check_limits(const RuleSource& source, const Code& code) {
    const auto& program = out_.program;
    const auto add = [&](const char* what, const char* expected) {
      out_.diagnostics.push_back(about(source, {"rule-limit", {}, what, expected, ""}));
    };
    if (expressions_.too_large() || program.code.size() > rules::kMaxCode) {
      add("rules that become too large a program", "fewer or shorter rules");
    }
    if (stack_depth(code) >= rules::kMaxStack) {
      add("a rule that needs too many values at once", "less nesting to the right");
    }
    if (program.events.size() > kMaxNames || program.fields.size() > kMaxNames ||
        program.facts.size() > kMaxNames) {
      add("more names than a program can hold", "fewer events, fields and facts");
    }
  }

  const Checked& checked_;
  Names names_;
  std::vector<std::uint32_t> places_;
  Emitted out_;
  Tables tables_;
  ExpressionEmitter expressions_;
};

}  // namespace

Emitted emit(const RuleSet& rule_set, const Checked& checked) {
  return Emitter(rule_set, checked).run();
}

}  // namespace etalage::compile
