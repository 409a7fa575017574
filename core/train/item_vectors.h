// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Item vectors: one unit vector a product, learned so that the weighted mean of a session's vectors points at what
// comes next. The model and its loss are in sampled_softmax.h; which products take part, in training_set.h.
//
// Every event with one before it is a sample: predict it from those before. An epoch deals all samples once, in batches
// of 64 that share 256 negatives, to row-wise Adagrad at a rate that falls linearly to a tenth.
//
// Same bytes  for the same history, options and seed, on every target, however the work is cut into steps.
// Query       h = sum over p of positions[p] * e_(p-th newest event), products without a vector skipped before events are
//             counted off, as in training; then cosine with every e.
// Errors      create() refuses a history that validate() refuses, and options out of range.
// Lifetime    the trainer copies what it needs; the history may go once create() has returned.
// Cost        time: events * epochs * 256 negatives * 64 dimensions * 6. Memory: some 270 bytes a product and 10 an event.
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
  std::uint32_t epochs = 8;       // 1 .. 1000
  std::uint32_t positions = 9;    // newest events that a session's vector is made of, 1 .. 64
  std::uint64_t seed = 1;
};

struct ItemVectors {
  // products * dimensions; the value of a component is component / 127 * scale / 65535.
  std::vector<std::int8_t> components;
  // Per product: round(largest |component| * 65535); 0 = no vector.
  std::vector<std::uint16_t> scales;
  std::vector<float> positions;  // a_p, newest first
};

class VectorTrainer {
 public:
  [[nodiscard]] static Result<VectorTrainer> create(const History& history,
                                                    const VectorOptions& options);
  VectorTrainer(VectorTrainer&&) noexcept;
  VectorTrainer& operator=(VectorTrainer&&) noexcept;
  ~VectorTrainer();

  // Trains on at least so many samples more (whole batches), or on what is left. Returns the share done; 1 = done.
  double step(std::uint32_t samples);

  // The vectors as trained so far; before the last step they are merely worse.
  [[nodiscard]] ItemVectors finish() const;

 private:
  struct State;
  explicit VectorTrainer(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace etalage::train
