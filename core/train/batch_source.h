// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// BatchSource: deals a training set's samples into batches. Every sample comes once an epoch, in a new random order each time;
// a batch may reach over the end of one epoch into the next. Each of a sample's events but the newest is left out with
// probability `dropout`, and every batch gets negatives of its own.
//
// Lifetime  refers to the training set, which must outlive it. The batch returned is valid until the next call.
#pragma once

#include <cstdint>
#include <vector>

#include "train/negative_sampler.h"
#include "train/random.h"
#include "train/sampled_softmax.h"
#include "train/training_set.h"

namespace etalage::train {

class BatchSource {
 public:
  BatchSource(const TrainingSet& set, std::uint32_t batch, std::uint32_t negatives, float dropout,
              Random random);

  [[nodiscard]] std::uint64_t samples() const { return order_.size(); }

  // REQUIRES: samples() > 0.
  const Batch& next();

 private:
  std::uint32_t next_sample();

  const TrainingSet& set_;
  NegativeSampler sampler_;
  Random random_;
  std::uint32_t size_;
  float dropout_;
  std::vector<std::uint32_t> order_;  // the event that each sample predicts
  std::size_t cursor_;
  Batch batch_;
};

}  // namespace etalage::train
