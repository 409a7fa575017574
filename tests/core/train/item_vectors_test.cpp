// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "train/item_vectors.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>
#include <span>
#include <string>

#include "histories.h"

namespace etalage::train {
namespace {

ItemVectors train(const OwnedHistory& history, const VectorOptions& options,
                  std::uint32_t chunk = 1000) {
  Result<VectorTrainer> trainer = VectorTrainer::create(history.view(), options);
  EXPECT_TRUE(trainer) << trainer.error().detail;
  while (trainer->step(chunk) < 1) {
  }
  return trainer->finish();
}

// FNV-1a, 64 bits.
std::uint64_t hash(const ItemVectors& vectors) {
  std::uint64_t h = 0xCBF29CE484222325U;
  const auto add = [&h](std::uint32_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) h = (h ^ (value >> (8 * i) & 0xFFU)) * 0x100000001B3U;
  };
  for (const std::int8_t x : vectors.components) add(static_cast<std::uint8_t>(x), 1);
  for (const std::uint16_t x : vectors.scales) add(x, 2);
  for (const float x : vectors.positions) add(std::bit_cast<std::uint32_t>(x), 4);
  return h;
}

double cosine(const ItemVectors& vectors, std::uint32_t a, std::uint32_t b) {
  double ab = 0;
  double aa = 0;
  double bb = 0;
  for (std::uint32_t d = 0; d < dimensions; ++d) {
    const double x = vectors.components[a * dimensions + d];
    const double y = vectors.components[b * dimensions + d];
    ab += x * y;
    aa += x * x;
    bb += y * y;
  }
  return ab / std::sqrt(aa * bb);
}

// Two kinds of shopper: one sees products 0 .. 19, the other 20 .. 39.
OwnedHistory two_crowds() {
  Random random(11);
  OwnedHistory history;
  history.products = 40;
  for (std::uint32_t s = 0; s < 300; ++s) {
    std::vector<std::uint32_t> session(2 + random.below(6));
    for (std::uint32_t& product : session) product = s % 2 * 20 + random.below(20);
    history.add(s, session);
  }
  return history;
}

TEST(ItemVectors, BringTogetherWhatIsSeenTogether) {
  const ItemVectors vectors = train(two_crowds(), {.epochs = 4});
  double within = 0;
  double across = 0;
  for (std::uint32_t a = 0; a < 20; ++a) {
    for (std::uint32_t b = 0; b < 20; ++b) {
      if (a != b) within += cosine(vectors, a, b) / 380;
      across += cosine(vectors, a, 20 + b) / 400;
    }
  }
  EXPECT_GT(within, across + 0.5);
}

TEST(ItemVectors, AreTheSameBytesForTheSameSeedAndOthersForAnother) {
  const OwnedHistory history = two_crowds();
  const std::uint64_t first = hash(train(history, {.epochs = 1, .seed = 7}));
  EXPECT_EQ(hash(train(history, {.epochs = 1, .seed = 7})), first);
  EXPECT_NE(hash(train(history, {.epochs = 1, .seed = 8})), first);
}

TEST(ItemVectors, AreTheSameBytesHoweverTheWorkIsCut) {
  const OwnedHistory history = two_crowds();
  const std::uint64_t whole = hash(train(history, {.epochs = 2}, 1000000));
  EXPECT_EQ(hash(train(history, {.epochs = 2}, 1)), whole);
  EXPECT_EQ(hash(train(history, {.epochs = 2}, 777)), whole);
}

// One constant for GCC, clang and WebAssembly. A change of the training changes it; a change of
// compiler must not.
TEST(ItemVectors, AreTheBytesThatWereGolden) {
  EXPECT_EQ(hash(train(two_crowds(), {.epochs = 3})), 5632026095674604955U);
}

TEST(ItemVectors, ProductsBelowTheFloorHaveNoneAndChangeNothing) {
  const OwnedHistory plain = two_crowds();
  OwnedHistory salted =
      plain;  // two shoppers put products 40 and 41 in the midst of their sessions
  salted.products = 42;
  salted.items.insert(salted.items.begin() + 1, {40, 41, 40});
  for (std::size_t s = 1; s < salted.offsets.size(); ++s) salted.offsets[s] += 3;
  salted.add(1000, {41});
  const ItemVectors without = train(plain, {.epochs = 1});
  const ItemVectors with = train(salted, {.epochs = 1});
  ASSERT_EQ(with.scales.size(), 42U);
  ASSERT_EQ(with.components.size(), 42U * dimensions);
  EXPECT_TRUE(
      std::equal(without.components.begin(), without.components.end(), with.components.begin()));
  EXPECT_TRUE(std::equal(without.scales.begin(), without.scales.end(), with.scales.begin()));
  EXPECT_EQ(without.positions, with.positions);
  EXPECT_EQ(with.scales[40], 0);
  EXPECT_EQ(with.scales[41], 0);
  EXPECT_EQ(std::ranges::count(std::span(with.components).last(2 * dimensions), 0), 2 * dimensions);
}

TEST(ItemVectors, OfNoSessionsAreDoneAtOnce) {
  OwnedHistory history;
  Result<VectorTrainer> trainer = VectorTrainer::create(history.view(), {});
  ASSERT_TRUE(trainer);
  EXPECT_EQ(trainer->step(1), 1);
  EXPECT_TRUE(trainer->finish().components.empty());
}

TEST(ItemVectors, OfAllBelowTheFloorAreNone) {
  OwnedHistory history;
  history.products = 3;
  history.add(1, {0, 1, 2});
  const ItemVectors vectors = train(history, {});
  EXPECT_EQ(vectors.scales, (std::vector<std::uint16_t>{0, 0, 0}));
}

TEST(ItemVectors, OfOneProductSeenAThousandTimesIsAUnitVector) {
  OwnedHistory history;
  history.products = 1;
  for (std::uint32_t s = 0; s < 3; ++s) history.add(s, std::vector<std::uint32_t>(1000, 0));
  const ItemVectors vectors = train(history, {.epochs = 1});
  EXPECT_GT(vectors.scales[0], 65535 / 8 - 1);  // a unit vector has a component of at least 1/8
}

TEST(ItemVectors, OfOneHugeSessionAreLearned) {
  OwnedHistory history;
  history.products = 10000;
  std::vector<std::uint32_t> session(10000);
  std::iota(session.begin(), session.end(), 0U);
  history.add(1, session);
  const ItemVectors vectors = train(history, {.min_support = 1, .epochs = 1});
  EXPECT_EQ(std::ranges::count(vectors.scales, 0), 0);
}

TEST(ItemVectors, ShareOfWorkDoneRisesToOne) {
  Result<VectorTrainer> trainer = VectorTrainer::create(two_crowds().view(), {.epochs = 2});
  ASSERT_TRUE(trainer);
  double done = 0;
  while (done < 1) {
    const double now = trainer->step(100);
    ASSERT_GT(now, done);
    done = now;
  }
  EXPECT_EQ(done, 1);
  EXPECT_EQ(trainer->step(100), 1);
}

TEST(ItemVectors, RefuseABrokenHistoryAndOptionsOutOfRange) {
  OwnedHistory history = two_crowds();
  for (const VectorOptions& options :
       {VectorOptions{.positions = 0}, VectorOptions{.positions = 65}, VectorOptions{.epochs = 0},
        VectorOptions{.epochs = 1001}}) {
    const auto refused = VectorTrainer::create(history.view(), options);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Code::invalid_argument);
    EXPECT_NE(describe(refused.error()).find("expected"), std::string::npos);
  }
  history.items[0] = 40;
  const auto refused = VectorTrainer::create(history.view(), {});
  ASSERT_FALSE(refused);
  EXPECT_EQ(describe(refused.error()),
            "invalid-argument: history: expected products of the catalogue; event (0)");
}

}  // namespace
}  // namespace etalage::train
