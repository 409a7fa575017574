// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Any bytes as a shop's rules, one string after another: the expressions of metrics, segments, a decision, facts, triggers and
// filters in turn. Whatever they are, the compiler ends; what it accepts becomes a program whose jumps and indexes stay inside.
#include <string>

#include "bytes/reader.h"
#include "compile/compile.h"
#include "compile/rule_set_builder.h"
#include "fuzzer.h"

namespace etalage::fuzz {
namespace {

using rules::Op;

constexpr std::string_view kPieces[] = {
    "count(view_item where category under 'a' within 30d) > 3",
    "sequence(search then purchase where price between 1 and 9 within 1h)",
    "not exists(purchase) or profile.age > 1d",
    "fact.skill == 'pro' and stated.rooms contains any ['bath']",
    "default(metric.m0, 1) / (cart.value - 2) >= 0.5",
    "points(1 when segment.s1, -2 when decision.d2 in ['a', 'b']) < 3",
    "lower(page.query) not in ['a', 'b'] and now.hour not between 1 and 2",
    "interest(brand, 'x') > 0.2 and strongest(category) == 'y'",
    "now - last(purchase.time) < 1w and 2026-01-31T10:00Z < now",
    "confidence(inferred.skill) > percentile('orders', 50)",
};

test::RuleSetBuilder rules_of(std::span<const std::uint8_t> data) {
  test::RuleSetBuilder builder;
  builder.fact("skill", rules::Type::text, {"pro"}).fact("rooms", rules::Type::list);
  builder.set.distributions.push_back({"orders", {3, 1, 2}});
  bytes::Reader in(data);
  for (unsigned i = 0; in.remaining() > 0 && i < 12; ++i) {
    const auto text = in.string();
    const std::string rule(text.begin(), text.end());
    const auto number = std::to_string(i);
    switch (i % 6) {
      case 0: builder.metric("m" + number, rule); break;
      case 1: builder.segment("s" + number, rule); break;
      case 2: builder.decision("d" + number, {{"a", rule, 1}, {"b", "now.hour > 3", 1}}); break;
      case 3: builder.cases(rules::RuleKind::inferred, "skill", {{"pro", rule, 0.5}}); break;
      case 4: builder.trigger("t" + number, rule); break;
      default: builder.filter("f" + number, rule); break;
    }
  }
  return builder;
}

void check_selection(const rules::Program& program, const rules::Selection& selection) {
  require(selection.event < program.events.size() || selection.event == rules::kCart);
  require(selection.where.begin <= selection.where.end);
  require(selection.where.end <= program.code.size());
  require(selection.guard_field == rules::kNone || selection.guard_field < program.fields.size());
  require(selection.guard_test == rules::kNone || selection.guard_test < program.tests.size());
}

std::size_t table_of(const rules::Program& program, Op op) {
  switch (op) {
    case Op::number: return program.numbers.size();
    case Op::text:
    case Op::holds: return program.strings.size();
    case Op::field:
    case Op::strongest: return program.fields.size();
    case Op::aggregate: return program.aggregates.size();
    case Op::sequence: return program.sequences.size();
    case Op::interest: return program.interests.size();
    case Op::stated: return program.facts.size();
    case Op::test: return program.tests.size();
    case Op::rule:
    case Op::confidence: return program.rules.size();
    default: return program.code.size() + 20;
  }
}

void check(const compile::Compiled& compiled) {
  const auto& program = compiled.program;
  require(compiled.explanations.spans.size() == program.code.size());
  require(compiled.explanations.sources.size() == program.rules.size());
  for (const auto& instruction : program.code) {
    require(instruction.b < table_of(program, instruction.op));
  }
  for (const auto& aggregate : program.aggregates) {
    check_selection(program, aggregate.selection);
    require((aggregate.window > 0) != (aggregate.selection.event == rules::kCart));
  }
  for (const auto& sequence : program.sequences) {
    for (const auto& step : rules::part(program.steps, sequence.steps))
      check_selection(program, step);
  }
  for (const auto& rule : program.rules) {
    require(rule.code.begin < rule.code.end && rule.code.end <= program.code.size());
  }
}

Bytes sample(unsigned seed) {
  test::Random random(seed);
  bytes::Writer out;
  for (int i = 0; i < 6; ++i) {
    std::string rule(kPieces[random.below(std::size(kPieces))]);
    if (random.below(2) == 0)
      rule += " and " + std::string(kPieces[random.below(std::size(kPieces))]);
    out.string(rule);
  }
  return out.take();
}

}  // namespace
}  // namespace etalage::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace etalage;
  const auto builder = fuzz::rules_of({data, size});
  const auto compiled = compile::compile(builder.set);
  for (const auto& found : compiled.diagnostics) {
    fuzz::require(!found.code.empty() && !found.what.empty() && found.line > 0 && found.column > 0);
  }
  if (compiled.ok()) fuzz::check(compiled);
  return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most, unsigned seed) {
  return etalage::fuzz::mutate(data, size, most, seed, etalage::fuzz::sample);
}
