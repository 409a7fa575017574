// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "rules/explain.h"

#include <algorithm>

namespace etalage::rules {
namespace {

struct Step {
  std::uint32_t place;
  double value;
};

class Recorder : public Tracer {
 public:
  void value(std::uint32_t place, double value) override { steps.push_back({place, value}); }
  std::vector<Step> steps;
};

bool is_worth_telling(Op op) {
  switch (op) {
    case Op::number:
    case Op::text:
    case Op::missing:
    case Op::boolean:
    case Op::truth:
    case Op::skip_if_false:
    case Op::skip_if_true: return false;
    default: return true;
  }
}

Type type_of_context(Context context) {
  return context < Context::page_type || context == Context::page_price ? Type::number : Type::text;
}

// The type of what an instruction leaves. `before`: of what lay on the stack, where it stays as it is.
Type type_of(const Program& program, const Rule& rule, const Instruction& instruction,
             Type before) {
  const auto& [op, a, b] = instruction;
  switch (op) {
    case Op::aggregate: {
      const auto& aggregate = program.aggregates[b];
      if (aggregate.function == Function::exists) return Type::boolean;
      const bool is_value =
          aggregate.function == Function::first || aggregate.function == Function::last;
      return is_value ? aggregate.type : Type::number;
    }
    case Op::rule: return program.rules[b].type;
    case Op::stated: return program.facts[b].type;
    case Op::context: return type_of_context(static_cast<Context>(b));
    case Op::text:
    case Op::strongest: return Type::text;
    case Op::choose: return rule.type;
    case Op::otherwise: return before;
    case Op::number:
    case Op::interest:
    case Op::confidence:
    case Op::negate:
    case Op::add:
    case Op::subtract:
    case Op::multiply:
    case Op::divide:
    case Op::points: return Type::number;
    default: return Type::boolean;
  }
}

// A number of at most two decimals, its decimal sign that of the language.
std::string said(double value, Language language) {
  bytes::JsonWriter json;
  const auto hundredths = value * 100;
  json.number((hundredths < 0 ? static_cast<double>(static_cast<std::int64_t>(hundredths - 0.5))
                              : static_cast<double>(static_cast<std::int64_t>(hundredths + 0.5))) /
              100);
  auto text = json.text();
  if (language == Language::nl) std::replace(text.begin(), text.end(), '.', ',');
  return text;
}

std::string said(Evaluator& evaluator, Say say, double value, Language language) {
  if (is_missing(value)) return "";
  // What is beyond is said as it can be: no sentence is about numbers of this size.
  const auto clamped = std::clamp(value, -9e12, 9e12);
  switch (say) {
    case Say::text: return evaluator.symbols().text(static_cast<Symbol>(value));
    case Say::days: return said(static_cast<double>(static_cast<std::int64_t>(clamped)), language);
    case Say::percent:
      return said(static_cast<double>(static_cast<std::int64_t>(clamped * 100 + 0.5)), language);
    default: return said(clamped, language);
  }
}

std::size_t form_of(Say say, double value) {
  if (is_missing(value)) return 0;
  if (say == Say::text) return 2;
  if (say == Say::days) return value >= 1 && value < 2 ? 1 : 2;
  return value == 0 ? 0 : value == 1 ? 1 : 2;
}

std::string words(Evaluator& evaluator, const ExplanationView& explanations,
                  const std::vector<Step>& steps, Language language) {
  std::string text;
  std::vector<std::uint32_t> told;
  for (const auto& step : steps) {
    const auto sentence = explanations.sentence(evaluator.program().code[step.place]);
    if (!sentence || std::find(told.begin(), told.end(), sentence->number) != told.end()) continue;
    told.push_back(sentence->number);
    const auto form =
        sentence->forms[static_cast<std::size_t>(language)][form_of(sentence->say, step.value)];
    if (form.empty()) continue;
    if (!text.empty()) text += ' ';
    const auto at = form.find("{}");
    text += form.substr(0, at);
    if (at != std::string_view::npos) {
      text += said(evaluator, sentence->say, step.value, language);
      text += form.substr(at + 2);
    }
    text += '.';
  }
  return text;
}

}  // namespace

void write_value(bytes::JsonWriter& json, Evaluator& evaluator, Type type, double value) {
  if (is_missing(value)) {
    json.null();
  } else if (type == Type::text) {
    json.string(evaluator.symbols().text(static_cast<Symbol>(value)));
  } else if (type == Type::boolean || type == Type::list) {
    json.boolean(value == 1);
  } else {
    json.number(value);
  }
}

std::string tell(Evaluator& evaluator, const ExplanationView& explanations, std::uint32_t rule,
                 Language language) {
  Recorder recorder;
  evaluator.trace(rule, recorder);
  return words(evaluator, explanations, recorder.steps, language);
}

void explain(Evaluator& evaluator, const ExplanationView& explanations, std::uint32_t number,
             Language language, bytes::JsonWriter& json) {
  const auto& program = evaluator.program();
  const auto& rule = program.rules[number];
  const auto value = evaluator.value(number);
  Recorder recorder;
  evaluator.trace(number, recorder);
  const bool holds = rule.type == Type::boolean ? value == 1 : !is_missing(value);
  json.object().key("holds").boolean(holds).key("value");
  write_value(json, evaluator, rule.type, value);
  json.key("text").string(words(evaluator, explanations, recorder.steps, language));
  json.key("trace").array();
  auto type = Type::number;
  for (const auto& step : recorder.steps) {
    const auto& instruction = program.code[step.place];
    type = type_of(program, rule, instruction, type);
    const auto expression = explanations.expression(number, step.place);
    if (!is_worth_telling(instruction.op) || expression.empty()) continue;
    json.object().key("expression").string(expression);
    write_value(json.key("value"), evaluator, type, step.value);
    json.end();
  }
  json.end().end();
}

}  // namespace etalage::rules
