// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "compile/disassembly.h"

#include <cstdint>
#include <cstdio>

namespace etalage::test {
namespace {

using rules::Op;

const char* name_of(Op op) {
  static constexpr const char* kNames[] = {
      "",          "number",     "text",     "missing",       "field",         "event_time",
      "aggregate", "sequence",   "interest", "strongest",     "rule",          "confidence",
      "stated",    "context",    "test",     "holds",         "known",         "otherwise",
      "truth",     "negate",     "add",      "subtract",      "multiply",      "divide",
      "less",      "less_equal", "greater",  "greater_equal", "equal",         "not_equal",
      "between",   "both",       "either",   "negation",      "skip_if_false", "skip_if_true",
      "points",    "choose",     "boolean"};
  return kNames[static_cast<std::size_t>(op)];
}

std::string number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.15g", value);
  return text;
}

std::string test_in_words(const rules::Program& program, const rules::TextTest& test) {
  static constexpr const char* kMatches[] = {
      "", "equals", "one_of", "contains", "starts_with", "ends_with", "under"};
  std::string text = test.ignore_case ? "lower " : "";
  text += kMatches[static_cast<std::size_t>(test.match)];
  for (const auto string : rules::part(program.lists, test.strings))
    text += " '" + program.strings[string] + "'";
  return text;
}

std::string operand(const rules::Program& program, const rules::Instruction& instruction) {
  const auto b = instruction.b;
  switch (instruction.op) {
    case Op::number: return number(program.numbers[b]);
    case Op::text: return "'" + program.strings[b] + "'";
    case Op::field:
    case Op::strongest: return program.fields[b];
    case Op::test: return test_in_words(program, program.tests[b]);
    case Op::stated: return program.strings[program.facts[b].name];
    case Op::holds:
      return program.strings[program.facts[instruction.a].name] + " '" + program.strings[b] + "'";
    case Op::rule:
    case Op::confidence: return program.strings[program.rules[b].name];
    case Op::interest:
      return program.fields[program.interests[b].field] + " '" +
             program.strings[program.interests[b].string] + "'";
    case Op::boolean: return b == 1 ? "true" : "false";
    case Op::choose: return std::to_string(instruction.a) + " " + std::to_string(b);
    case Op::aggregate:
    case Op::sequence:
    case Op::context:
    case Op::skip_if_false:
    case Op::skip_if_true: return std::to_string(b);
    default: return "";
  }
}

}  // namespace

std::string disassembly(const rules::Program& program, rules::Range range) {
  std::string text;
  for (auto i = range.begin; i < range.end; ++i) {
    const auto& instruction = program.code[i];
    const auto shown = operand(program, instruction);
    text += (text.empty() ? "" : "; ") + std::string(name_of(instruction.op));
    if (!shown.empty()) text += " " + shown;
  }
  return text;
}

}  // namespace etalage::test
