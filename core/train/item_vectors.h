// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Item vectors: one unit vector a product, learned so that the weighted mean of a session's vectors points at what
// comes next. The model and its loss are in sampled_softmax.h; which products take part, in training_set.h.
//
// Training shuffles all samples (every event with one before it, predicted from those before), an epoch after another,
// in batches, with row-wise Adagrad at a rate that falls linearly to a tenth. The same history, options and seed give
// the same bytes on every target, however the work is cut into steps.
//
// Errors    create() refuses a history that validate() refuses, and options out of range.
// Cost      time: samples * epochs * negatives. Memory: about 280 bytes a product and 16 bytes an event.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "bytes/error.h"
#include "train/history.h"
#include "train/sampled_softmax.h"

namespace etalage::train {

struct VectorOptions {
  std::uint32_t min_support = 3;  // different customers behind a product that has a vector
  std::uint32_t epochs = 0;       // 0: chosen from the number of samples
  std::uint32_t positions = 9;    // newest events that a session's vector is made of, 1 .. 64
  std::uint32_t batch = 64;
  std::uint32_t negatives = 256;  // drawn for each batch
  float sharpness = 15;           // of the softmax: score = sharpness * cosine
  float dropout = 0.3F;           // share of a session's older events left out of a sample
  float rate = 0.3F;
  std::uint64_t seed = 1;
};

struct ItemVectors {
  std::vector<std::int8_t> components;  // products * dimensions; component c is components[..] / 127 * scale / 65535
  std::vector<std::uint16_t> scales;    // per product: round(largest |component| * 65535); 0 = no vector
  std::vector<float> positions;         // a_p, newest first
};

class VectorTrainer {
 public:
  [[nodiscard]] static Result<VectorTrainer> create(const History& history, const VectorOptions& options);
  VectorTrainer(VectorTrainer&&) noexcept;
  VectorTrainer& operator=(VectorTrainer&&) noexcept;
  ~VectorTrainer();

  // Trains on at least so many samples more (whole batches), or on what is left. Returns the share done; 1 = done.
  double step(std::uint32_t samples);

  // The vectors as trained so far. REQUIRES nothing: before the last step they are merely worse.
  [[nodiscard]] ItemVectors finish() const;

 private:
  struct State;
  explicit VectorTrainer(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace etalage::train
