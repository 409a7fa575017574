// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// SampledSoftmax: the training loss of a batch and its gradient.
//
//   h   = sum over p of a_p * e_(row at position p), then h / |h|            (position 0 = the newest event)
//   x_j = w_j * e^(sharpness * (h . e_j - 1))                                (w = 1 for the target)
//   loss = sum over samples of -ln( x_target / (x_target + sum over negatives but the target of x_j) )
//
// All samples of a batch share one set of negatives, so that the work is three matrix products.
//
// Shape     Model: rows * dimensions floats, every row of unit length, and the a_p. Batch: see its fields.
//           Gradient: of the summed loss, one row of dimensions floats for each distinct row that the batch touches. It is taken
//           along the sphere (nothing of it points along the vector itself), as if the loss normalised its vectors.
// Lifetime  the gradient is valid until the next call of compute.
// Cost      6 * samples * negatives * dimensions operations; memory for one batch, and 4 bytes a row.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "train/negative_sampler.h"
#include "train/row.h"

namespace etalage::train {

struct Model {
  std::vector<float> vectors;
  std::vector<float> positions;
};

struct ContextEvent {
  std::uint32_t row;
  std::uint32_t position;
};

struct Batch {
  std::vector<std::uint32_t> targets;          // one a sample
  std::vector<std::uint32_t> context_offsets;  // samples + 1
  std::vector<ContextEvent> context;           // samples end to end
  Negatives negatives;
};

struct Gradient {
  std::vector<std::uint32_t> rows;
  std::vector<float> vectors;  // rows.size() * dimensions
  std::vector<float> positions;
};

class SampledSoftmax {
 public:
  SampledSoftmax(std::size_t rows, float sharpness);

  // REQUIRES: every row number in the batch is below rows; at least one sample; every sample has context.
  const Gradient& compute(const Model& model, const Batch& batch);

 private:
  void encode_sessions(const Model& model, const Batch& batch);
  void gather_negatives(const Model& model, const Negatives& negatives);
  void weigh_candidates(const Model& model, const Batch& batch);
  void collect(const Model& model, const Batch& batch);
  float* gradient_of(std::uint32_t row);

  float sharpness_;
  std::vector<std::uint32_t> slot_of_;  // per row, its place in gradient_ + 1; 0 between calls
  Gradient gradient_;
  std::vector<float> sessions_;        // samples * dimensions: h
  std::vector<float> inverse_norms_;   // per sample: 1 / |h before normalisation|
  std::vector<float> session_slopes_;  // samples * dimensions: d loss / d h
  std::vector<float> target_slopes_;   // per sample: d loss / d (h . e_target)
  std::vector<float> by_dimension_;  // negatives, in panels of eight rows: [panel][dimension][row]
  std::vector<float> by_row_;        // negatives: [row][dimension]
  std::vector<float> weights_;       // of the negatives, 0 where padded
  std::vector<float> slopes_;        // samples * negatives: cosines, then d loss / d cosine
};

}  // namespace etalage::train
