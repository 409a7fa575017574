// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "train/batch_source.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "histories.h"

namespace etalage::train {
namespace {

// One session 0 1 2 .. 99: the sample that predicts t is told from all others by its target.
TrainingSet one_long_session() {
  OwnedHistory history;
  history.products = 100;
  std::vector<std::uint32_t> session(100);
  for (std::uint32_t t = 0; t < 100; ++t) session[t] = t;
  history.add(1, session);
  return make_training_set(history.view(), 1, 5);
}

TEST(BatchSource, DealsEverySampleOnceAnEpochInANewOrder) {
  const TrainingSet set = one_long_session();
  BatchSource source(set, 33, 8, 0.3F, Random(1));
  ASSERT_EQ(source.samples(), 99U);
  std::vector<std::uint32_t> first;
  std::vector<std::uint32_t> second;
  for (std::vector<std::uint32_t>* epoch : {&first, &second}) {
    for (int i = 0; i < 3; ++i) {
      const Batch& batch = source.next();
      epoch->insert(epoch->end(), batch.targets.begin(), batch.targets.end());
    }
  }
  EXPECT_NE(first, second);
  std::ranges::sort(first);
  std::ranges::sort(second);
  EXPECT_EQ(first, second);
  EXPECT_EQ(first.front(), 1U);
  EXPECT_EQ(std::ranges::adjacent_find(first), first.end());
}

TEST(BatchSource, ContextIsTheEventsBeforeNewestAtPositionZero) {
  const TrainingSet set = one_long_session();
  BatchSource source(set, 16, 8, 0, Random(2));
  for (int i = 0; i < 20; ++i) {
    const Batch& batch = source.next();
    ASSERT_EQ(batch.context_offsets.size(), 17U);
    for (std::size_t b = 0; b < 16; ++b) {
      const std::uint32_t target = batch.targets[b];
      ASSERT_EQ(batch.context_offsets[b + 1] - batch.context_offsets[b], std::min(target, 5U));
      for (std::uint32_t k = batch.context_offsets[b]; k < batch.context_offsets[b + 1]; ++k) {
        EXPECT_EQ(batch.context[k].row, target - 1 - batch.context[k].position);
        EXPECT_EQ(batch.context[k].position, k - batch.context_offsets[b]);
      }
    }
  }
}

TEST(BatchSource, LeavesOutItsShareOfOlderEventsAndNeverTheNewest) {
  const TrainingSet set = one_long_session();
  BatchSource source(set, 64, 8, 0.3F, Random(3));
  std::map<std::uint32_t, int> kept;
  const int batches = 200;
  for (int i = 0; i < batches; ++i) {
    for (const ContextEvent& event : source.next().context) ++kept[event.position];
  }
  EXPECT_EQ(kept[0], batches * 64);
  EXPECT_NEAR(kept[1] / (batches * 64.0), 0.7 * 98 / 99, 0.02);
}

TEST(BatchSource, FillsABatchLargerThanTheData) {
  OwnedHistory history;
  history.products = 2;
  history.add(1, {0, 1});
  const TrainingSet set = make_training_set(history.view(), 1, 9);
  BatchSource source(set, 64, 8, 0.3F, Random(4));
  EXPECT_EQ(source.next().targets, std::vector<std::uint32_t>(64, 1));
}

}  // namespace
}  // namespace etalage::train
