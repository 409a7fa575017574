// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Programs as bytes: what is written is what is read; what is damaged is refused, or runs within its bounds.
#include <gtest/gtest.h>

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
    const auto explanations = test::exact(write_explanations(compiled.explanations));
    EXPECT_EQ(write_explanations(*read_explanations(explanations)), explanations);
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
    test::every_flip(test::exact(write_program(compiled.program)),
                     [&](const Bytes& data, std::size_t) {
                       const auto program = read_program(data);
                       if (!program) return;
                       if (++accepted % 4 == 0) {
                         test::run_anyhow(*program, compiled.explanations, accepted);
                       }
                     });
  }
  EXPECT_GT(accepted, 100u);
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
    test::run_anyhow(*program, read_explanations(test::exact(words)).value_or(Explanations{}),
                     seed);
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
