// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Programs as bytes: what is written is what is read; what is damaged is refused, or runs within its bounds.
#include <gtest/gtest.h>

#include "compile/rule_set_builder.h"
#include "rules/formats.h"
#include "rules/hostile.h"
#include "rules/verify.h"
#include "support/code.h"

namespace etalage::rules {
namespace {

using test::Bytes;
using test::code_of;
using test::Random;

compile::Compiled some_program(std::uint64_t seed) {
  for (;; ++seed) {
    auto compiled = test::random_program(seed);
    if (compiled.ok()) return compiled;
  }
}

TEST(Program, IsReadAsItWasWritten) {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    const auto compiled = test::random_program(seed, 8);
    if (!compiled.ok()) continue;
    const auto data = test::exact(write_program(compiled.program));
    const auto back = read_program(data);
    ASSERT_TRUE(back) << seed << " " << describe(back.error());
    EXPECT_EQ(write_program(*back), data);
    const auto manifest = test::exact(write_manifest(compiled.manifest));
    EXPECT_EQ(write_manifest(*read_manifest(manifest)), manifest);
  }
}

TEST(Explanations, AreReadWhereTheyLieAsTheyWereWritten) {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    const auto compiled = test::random_program(seed, 8);
    if (!compiled.ok()) continue;
    const auto& [sources, spans, sentences] = compiled.explanations;
    const auto data = test::exact(write_explanations(compiled.explanations));
    const ExplanationView view(data);
    for (std::uint32_t rule = 0; rule < sources.size(); ++rule) {
      for (std::uint32_t place = 0; place < spans.size(); ++place) {
        const auto [begin, end] = spans[place];
        const bool is_inside = begin < end && end <= sources[rule].size();
        EXPECT_EQ(view.expression(rule, place),
                  is_inside ? sources[rule].substr(begin, end - begin) : "");
      }
    }
    for (const auto& sentence : sentences) {
      const auto found = view.sentence({sentence.op, 0, sentence.index});
      ASSERT_TRUE(found);
      EXPECT_EQ(found->say, sentence.say);
      for (int i = 0; i < 6; ++i)
        EXPECT_EQ(found->forms[i / 3][i % 3], sentence.forms[i / 3][i % 3]);
    }
    EXPECT_FALSE(view.sentence({Op::add, 0, 0}));
    EXPECT_EQ(view.expression(static_cast<std::uint32_t>(sources.size()), 0), "");
    EXPECT_EQ(view.expression(0, static_cast<std::uint32_t>(spans.size())), "");
  }
}

TEST(Program, CutOffAnywhereIsRefused) {
  const auto compiled = some_program(1);
  test::every_prefix(test::exact(write_program(compiled.program)),
                     [](const Bytes& cut) { EXPECT_NE(code_of(read_program(cut)), Code::ok); });
  test::every_prefix(test::exact(write_manifest(compiled.manifest)),
                     [](const Bytes& cut) { EXPECT_NE(code_of(read_manifest(cut)), Code::ok); });
}

TEST(Program, WithAnyByteChangedIsRefusedOrRunsWithinItsBounds) {
  std::size_t accepted = 0;
  for (std::uint64_t seed = 0; seed < 6; ++seed) {
    const auto compiled = some_program(seed * 100);
    test::every_flip(
        test::exact(write_program(compiled.program)), [&](const Bytes& data, std::size_t) {
          const auto program = read_program(data);
          if (!program) return;
          if (++accepted % 4 == 0) {
            test::run_anyhow(*program, write_explanations(compiled.explanations), accepted);
          }
        });
  }
  EXPECT_GT(accepted, 100u);
}

// What belongs to no rule is not looked at, by nobody.
TEST(Program, WithCodeThatBelongsToNoRuleRunsWithinItsBounds) {
  for (std::uint8_t op = 1; op <= static_cast<std::uint8_t>(Op::boolean); ++op) {
    auto program = test::random_program(1).program;
    program.numbers.push_back(1);
    program.code.push_back({static_cast<Op>(op), 0xFFF0, 0xFFFFF0});
    program.code.push_back({Op::number, 0, 0});
    program.code.push_back({Op::less, 0, 0});
    const auto read = read_program(write_program(program));
    if (read) test::run_anyhow(*read, {}, op);
  }
}

TEST(Program, IsNotReadOverTheEndOfARule) {
  auto program =
      compile::compile(test::RuleSetBuilder().metric("m", "count(view_item)").set).program;
  ASSERT_EQ(program.rules.at(0).code.end, program.code.size());
  program.code.push_back({Op::number, 0, 0xFFFFF0});
  program.code.push_back({Op::less, 0, 0});
  const auto read = read_program(write_program(program));
  ASSERT_TRUE(read);
  test::run_anyhow(*read, {}, 1);
}

TEST(Program, DamagedAnyhowIsRefusedOrRunsWithinItsBounds) {
  std::size_t accepted = 0;
  for (std::uint64_t seed = 0; seed < 4000; ++seed) {
    Random random(seed);
    const auto compiled = some_program(seed % 40 * 100);
    auto data = write_program(compiled.program);
    for (auto changes = 1 + random.below(4); changes > 0; --changes) test::mutate(random, data);
    auto words = write_explanations(compiled.explanations);
    test::mutate(random, words);
    const auto program = read_program(test::exact(data));
    if (!program) continue;
    ++accepted;
    test::run_anyhow(*program, test::exact(words), seed);
  }
  EXPECT_GT(accepted, 50u);
}

class Refused : public testing::Test {
 protected:
  Refused() {
    program.retention = kDay;
    program.strings = {"", "name"};
    program.numbers = {1};
    program.events = {"view_item"};
    program.fields = {"brand"};
  }
  // A segment with this code.
  Code with(std::vector<Instruction> code) {
    program.code = std::move(code);
    Rule rule;
    rule.name = 1;
    rule.code = {0, static_cast<std::uint32_t>(program.code.size())};
    program.rules = {rule};
    return code_of(verify(program));
  }
  Program program;
};

TEST_F(Refused, AreAStackThatRunsEmptyOrOver) {
  EXPECT_EQ(with({{Op::boolean, 0, 1}}), Code::ok);
  EXPECT_EQ(with({{Op::negation, 0, 0}}), Code::malformed);
  EXPECT_EQ(with({{Op::boolean, 0, 1}, {Op::boolean, 0, 1}}), Code::malformed);
  std::vector<Instruction> deep(kMaxStack + 1, {Op::boolean, 0, 1});
  deep.insert(deep.end(), kMaxStack, {Op::both, 0, 0});
  EXPECT_EQ(with(deep), Code::malformed);
  deep.erase(deep.begin());
  deep.pop_back();
  EXPECT_EQ(with(deep), Code::ok);
}

TEST_F(Refused, AreTypesThatDoNotFit) {
  EXPECT_EQ(with({{Op::number, 0, 0}}), Code::malformed);
  EXPECT_EQ(with({{Op::number, 0, 0}, {Op::test, 0, 0}}), Code::malformed);
  EXPECT_EQ(with({{Op::text, 0, 0}, {Op::number, 0, 0}, {Op::equal, 0, 0}}), Code::malformed);
  EXPECT_EQ(with({{Op::text, 0, 0}, {Op::text, 0, 1}, {Op::equal, 0, 0}}), Code::ok);
  EXPECT_EQ(with({{Op::text, 0, 0}, {Op::text, 0, 1}, {Op::less, 0, 0}}), Code::malformed);
}

TEST_F(Refused, AreJumpsThatLeaveTheCodeOrMeetAnotherStack) {
  EXPECT_EQ(with({{Op::boolean, 0, 1}, {Op::skip_if_false, 0, 0}}), Code::ok);
  EXPECT_EQ(with({{Op::boolean, 0, 1}, {Op::skip_if_false, 0, 1}}), Code::malformed);
  EXPECT_EQ(with({{Op::boolean, 0, 1}, {Op::skip_if_false, 0, 0xFFFFFFFF}}), Code::malformed);
  EXPECT_EQ(
      with({{Op::boolean, 0, 1}, {Op::skip_if_true, 0, 2}, {Op::boolean, 0, 1}, {Op::both, 0, 0}}),
      Code::ok);
  EXPECT_EQ(
      with({{Op::boolean, 0, 1}, {Op::skip_if_true, 0, 1}, {Op::boolean, 0, 1}, {Op::both, 0, 0}}),
      Code::malformed);
}

TEST_F(Refused, AreRulesThatReferToThemselvesOrToLaterOnes) {
  EXPECT_EQ(with({{Op::rule, 0, 0}}), Code::malformed);
  EXPECT_EQ(with({{Op::rule, 0, 1}}), Code::malformed);
}

TEST_F(Refused, AreThingsThatAreNotThere) {
  for (const auto op : {Op::number, Op::text, Op::aggregate, Op::sequence, Op::interest, Op::stated,
                        Op::context, Op::strongest}) {
    EXPECT_EQ(with({{op, 0, 1000}, {Op::known, 0, 0}}), Code::malformed);
  }
  EXPECT_EQ(with({{static_cast<Op>(200), 0, 0}}), Code::malformed);
  EXPECT_EQ(with({{Op::field, static_cast<std::uint16_t>(Type::text), 0}, {Op::known, 0, 0}}),
            Code::malformed)
      << "a rule has no event whose field it could read";
}

TEST_F(Refused, AreRangesThatLeaveTheirTables) {
  const std::vector<Instruction> code = {{Op::boolean, 0, 1}};
  EXPECT_EQ(with(code), Code::ok);
  for (const auto& [range, expected] : {std::pair{Range{0, 1}, Code::ok},
                                        {Range{0, 2}, Code::malformed},
                                        {Range{2, 2}, Code::malformed},
                                        {Range{1, 0}, Code::malformed}}) {
    program.lists = {1};
    program.tests = {{Match::equals, false, range}};
    EXPECT_EQ(with(code), expected);
    program.tests = {};
    program.facts = {{1, Type::text, 0, range}};
    EXPECT_EQ(with(code), expected);
    program.facts = {};
    Selection step;
    program.steps = {step, step};
    program.sequences = {{{range.begin, range.end + (range.end > 0 ? 1 : 0)}, false, 0}};
    EXPECT_EQ(with(code), expected);
    program.sequences = {};
  }
  program.lists = {2};
  program.tests = {{Match::equals, false, {0, 1}}};
  EXPECT_EQ(with(code), Code::malformed) << "a text that is not there";
}

TEST_F(Refused, AreAggregatesThatReachOutsideTheirEvents) {
  Aggregate count;
  count.window = kDay;
  const auto with_aggregate = [&](const Aggregate& aggregate) {
    program.aggregates = {aggregate};
    return with({{Op::aggregate, 0, 0}, {Op::number, 0, 0}, {Op::greater, 0, 0}});
  };
  EXPECT_EQ(with_aggregate(count), Code::ok);
  auto wrong = count;
  wrong.window = kDay + 1;
  EXPECT_EQ(with_aggregate(wrong), Code::malformed);
  wrong = count;
  wrong.selection.event = 1;
  EXPECT_EQ(with_aggregate(wrong), Code::malformed);
  wrong = count;
  wrong.selection.where = {0, 1};  // the rule's own code: it reads an aggregate
  EXPECT_EQ(with_aggregate(wrong), Code::malformed);
  wrong = count;
  wrong.function = Function::sum;
  wrong.field = kTimeField;
  EXPECT_EQ(with_aggregate(wrong), Code::malformed) << "times do not add up";
}

}  // namespace
}  // namespace etalage::rules
