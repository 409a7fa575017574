// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "train/sampled_softmax.h"

#include <algorithm>
#include <array>

#include "train/lanes.h"
#include "train/matrix.h"
#include "train/row.h"

namespace etalage::train {
namespace {

constexpr std::size_t panel_width = 8;
constexpr std::size_t sample_step = 4;

std::size_t round_up(std::size_t n, std::size_t step) { return (n + step - 1) / step * step; }

const float* row_of(const Model& model, std::uint32_t row) {
  return model.vectors.data() + std::size_t{row} * dimensions;
}

// Eight rows of dimensions become dimensions rows of eight.
void transpose_panel(const float* from, float* to) {
  for (std::uint32_t d = 0; d < dimensions; d += lane_count) {
    for (std::size_t half = 0; half < panel_width; half += lane_count) {
      const float* block = from + half * dimensions + d;
      const std::array<Lanes, 4> columns =
          transpose({load(block), load(block + dimensions), load(block + 2 * dimensions),
                     load(block + 3 * dimensions)});
      for (std::size_t k = 0; k < lane_count; ++k)
        store(to + (d + k) * panel_width + half, columns[k]);
    }
  }
}

}  // namespace

SampledSoftmax::SampledSoftmax(std::size_t rows, float sharpness)
    : sharpness_(sharpness), slot_of_(rows, 0) {}

const Gradient& SampledSoftmax::compute(const Model& model, const Batch& batch) {
  encode_sessions(model, batch);
  gather_negatives(model, batch.negatives);
  const std::size_t samples = round_up(batch.targets.size(), sample_step);
  const std::size_t negatives = weights_.size();
  slopes_.resize(samples * negatives);
  multiply({sessions_.data(), dimensions, 1},
           {by_dimension_.data(), dimensions * panel_width, panel_width},
           {slopes_.data(), negatives}, samples, negatives, dimensions);
  weigh_candidates(model, batch);
  session_slopes_.resize(samples * dimensions);
  multiply({slopes_.data(), negatives, 1}, {by_row_.data(), panel_width, dimensions},
           {session_slopes_.data(), dimensions}, samples, dimensions, negatives);
  gradient_.vectors.assign((negatives + batch.targets.size() + batch.context.size()) * dimensions,
                           0.0F);
  multiply({slopes_.data(), 1, negatives}, {sessions_.data(), panel_width, dimensions},
           {gradient_.vectors.data(), dimensions}, negatives, dimensions, samples);
  collect(model, batch);
  return gradient_;
}

void SampledSoftmax::encode_sessions(const Model& model, const Batch& batch) {
  const std::size_t samples = batch.targets.size();
  sessions_.assign(round_up(samples, sample_step) * dimensions, 0.0F);
  inverse_norms_.resize(samples);
  for (std::size_t b = 0; b < samples; ++b) {
    float* h = sessions_.data() + b * dimensions;
    for (std::uint32_t k = batch.context_offsets[b]; k < batch.context_offsets[b + 1]; ++k) {
      add_scaled(h, model.positions[batch.context[k].position],
                 row_of(model, batch.context[k].row));
    }
    inverse_norms_[b] = normalise(h);  // 0 where the events cancel out: then they teach nothing
  }
}

void SampledSoftmax::gather_negatives(const Model& model, const Negatives& negatives) {
  const std::size_t count = round_up(negatives.rows.size(), panel_width);
  weights_.assign(count, 0.0F);
  std::ranges::copy(negatives.weights, weights_.begin());
  by_row_.resize(count * dimensions);
  by_dimension_.resize(count * dimensions);
  for (std::size_t j = 0; j < negatives.rows.size(); ++j) {
    std::copy_n(row_of(model, negatives.rows[j]), dimensions, by_row_.data() + j * dimensions);
  }
  std::fill(by_row_.begin() + static_cast<std::ptrdiff_t>(negatives.rows.size() * dimensions),
            by_row_.end(), 0.0F);
  for (std::size_t j = 0; j < count; j += panel_width) {
    transpose_panel(by_row_.data() + j * dimensions, by_dimension_.data() + j * dimensions);
  }
}

// Turns the cosines in slopes_ into d loss / d cosine.
void SampledSoftmax::weigh_candidates(const Model& model, const Batch& batch) {
  const std::size_t negatives = weights_.size();
  const std::vector<std::uint32_t>& rows = batch.negatives.rows;
  target_slopes_.resize(batch.targets.size());
  const Lanes sharpness = splat(sharpness_);
  for (std::size_t b = 0; b < batch.targets.size(); ++b) {
    float* row = slopes_.data() + b * negatives;
    for (std::size_t j = 0; j < negatives; j += lane_count) {
      store(row + j, load(weights_.data() + j) * exp(sharpness * (load(row + j) - splat(1))));
    }
    const auto at = std::ranges::lower_bound(rows, batch.targets[b]);
    if (at != rows.end() && *at == batch.targets[b]) row[at - rows.begin()] = 0;
    Lanes s0{}, s1{};
    for (std::size_t j = 0; j < negatives; j += 2 * lane_count) {
      s0 += load(row + j);
      s1 += load(row + j + lane_count);
    }
    const float against = sum(s0 + s1);
    const float cosine = dot(sessions_.data() + b * dimensions, row_of(model, batch.targets[b]));
    const float target = exp(splat(sharpness_ * (cosine - 1)))[0];
    const float factor = sharpness_ / (target + against);
    target_slopes_[b] = -factor * against;
    for (std::size_t j = 0; j < negatives; j += lane_count)
      store(row + j, splat(factor) * load(row + j));
  }
  std::fill(slopes_.begin() + static_cast<std::ptrdiff_t>(batch.targets.size() * negatives),
            slopes_.end(), 0.0F);
}

float* SampledSoftmax::gradient_of(std::uint32_t row) {
  std::uint32_t& slot = slot_of_[row];
  if (slot == 0) {
    gradient_.rows.push_back(row);
    slot = static_cast<std::uint32_t>(gradient_.rows.size());
  }
  return gradient_.vectors.data() + std::size_t{slot - 1} * dimensions;
}

// Adds the targets' and the sessions' share to that of the negatives, one gradient a row.
void SampledSoftmax::collect(const Model& model, const Batch& batch) {
  gradient_.rows.clear();
  gradient_.positions.assign(model.positions.size(), 0.0F);
  for (const std::uint32_t row : batch.negatives.rows) gradient_of(row);
  // Rows from here on follow the negatives; the padding there is zero.
  for (std::size_t b = 0; b < batch.targets.size(); ++b) {
    const float* h = sessions_.data() + b * dimensions;
    float* slope = session_slopes_.data() + b * dimensions;
    add_scaled(slope, target_slopes_[b], row_of(model, batch.targets[b]));
    add_scaled(gradient_of(batch.targets[b]), target_slopes_[b], h);
    add_scaled(slope, -dot(slope, h), h);
    for (std::uint32_t k = batch.context_offsets[b]; k < batch.context_offsets[b + 1]; ++k) {
      const auto [row, position] = batch.context[k];
      gradient_.positions[position] += inverse_norms_[b] * dot(slope, row_of(model, row));
      add_scaled(gradient_of(row), inverse_norms_[b] * model.positions[position], slope);
    }
  }
  gradient_.vectors.resize(gradient_.rows.size() * dimensions);
  for (std::size_t k = 0; k < gradient_.rows.size(); ++k) {
    float* g = gradient_.vectors.data() + k * dimensions;
    const float* e = row_of(model, gradient_.rows[k]);
    add_scaled(g, -dot(g, e), e);
    slot_of_[gradient_.rows[k]] = 0;
  }
}

}  // namespace etalage::train
