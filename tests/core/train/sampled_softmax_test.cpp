// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "train/sampled_softmax.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

namespace etalage::train {
namespace {

constexpr std::uint32_t rows = 13;
constexpr std::uint32_t positions = 3;
constexpr double sharpness = 5;

using Vector = std::array<double, dimensions>;

double inner(const Vector& a, const Vector& b) {
  double sum = 0;
  for (std::size_t d = 0; d < dimensions; ++d) sum += a[d] * b[d];
  return sum;
}

Vector unit(const Vector& v) {
  Vector result = v;
  for (double& x : result) x /= std::sqrt(inner(v, v));
  return result;
}

// The loss as its header defines it, in double precision and without any of the product's code.
// Vectors are normalised before use, so its gradient lies along the sphere.
struct Naive {
  std::vector<Vector> vectors;
  std::vector<double> weights;

  explicit Naive(const Model& model)
      : vectors(rows), weights(model.positions.begin(), model.positions.end()) {
    for (std::size_t i = 0; i < model.vectors.size(); ++i)
      vectors[i / dimensions][i % dimensions] = model.vectors[i];
  }

  [[nodiscard]] double loss(const Batch& batch) const {
    double total = 0;
    for (std::size_t b = 0; b < batch.targets.size(); ++b) {
      Vector h{};
      for (std::uint32_t k = batch.context_offsets[b]; k < batch.context_offsets[b + 1]; ++k) {
        const Vector e = unit(vectors[batch.context[k].row]);
        for (std::size_t d = 0; d < dimensions; ++d)
          h[d] += weights[batch.context[k].position] * e[d];
      }
      h = unit(h);
      const auto share = [&](std::uint32_t row) {
        return std::exp(sharpness * (inner(h, unit(vectors[row])) - 1));
      };
      const double target = share(batch.targets[b]);
      double all = target;
      for (std::size_t j = 0; j < batch.negatives.rows.size(); ++j) {
        if (batch.negatives.rows[j] == batch.targets[b]) continue;
        all += batch.negatives.weights[j] * share(batch.negatives.rows[j]);
      }
      total -= std::log(target / all);
    }
    return total;
  }
};

double slope(double& parameter, const std::function<double()>& loss) {
  const double before = parameter;
  const double step = 1e-5;
  parameter = before + step;
  const double up = loss();
  parameter = before - step;
  const double down = loss();
  parameter = before;
  return (up - down) / (2 * step);
}

Model random_model(std::uint64_t seed) {
  Random random(seed);
  Model model{.vectors = std::vector<float>(rows * dimensions), .positions = {1, 0.6F, 0.3F}};
  for (float& x : model.vectors) x = random.unit() - 0.5F;
  for (std::uint32_t r = 0; r < rows; ++r) normalise(model.vectors.data() + r * dimensions);
  return model;
}

// Five samples and nine negatives, so that both are padded; rows that are target, negative and
// context at once, a row twice in one session, and one (12) that nobody touches.
Batch awkward_batch() {
  return {.targets = {1, 3, 3, 11, 0},
          .context_offsets = {0, 1, 4, 6, 9, 11},
          .context = {{2, 0},
                      {4, 0},
                      {4, 1},
                      {3, 2},
                      {5, 0},
                      {1, 2},
                      {6, 0},
                      {7, 1},
                      {11, 2},
                      {10, 0},
                      {8, 1}},
          .negatives = {.rows = {0, 1, 2, 3, 4, 5, 6, 7, 9},
                        .weights = {1, 2, 0.5F, 3, 1, 1, 4, 0.1F, 7}}};
}

TEST(SampledSoftmax, GradientIsTheSlopeOfTheLoss) {
  const Model model = random_model(1);
  const Batch batch = awkward_batch();
  Naive naive(model);
  const auto loss = [&] { return naive.loss(batch); };
  SampledSoftmax softmax(rows, sharpness);
  const Gradient& gradient = softmax.compute(model, batch);
  ASSERT_EQ(gradient.vectors.size(), gradient.rows.size() * dimensions);
  for (std::size_t k = 0; k < gradient.rows.size(); ++k) {
    for (std::size_t d = k % 5; d < dimensions; d += 5) {
      const double expected = slope(naive.vectors[gradient.rows[k]][d], loss);
      EXPECT_NEAR(gradient.vectors[k * dimensions + d], expected, 2e-5)
          << "row " << gradient.rows[k] << " " << d;
    }
  }
  for (std::size_t p = 0; p < positions; ++p)
    EXPECT_NEAR(gradient.positions[p], slope(naive.weights[p], loss), 2e-5);
}

TEST(SampledSoftmax, TouchesEachRowOfTheBatchOnceAndNoOther) {
  SampledSoftmax softmax(rows, sharpness);
  const Model model = random_model(2);
  std::vector<std::uint32_t> touched = softmax.compute(model, awkward_batch()).rows;
  std::ranges::sort(touched);
  EXPECT_EQ(touched, (std::vector<std::uint32_t>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}));
}

TEST(SampledSoftmax, KeepsNothingFromOneBatchToTheNext) {
  const Model model = random_model(3);
  SampledSoftmax fresh(rows, sharpness);
  SampledSoftmax used(rows, sharpness);
  used.compute(model, {.targets = {12},
                       .context_offsets = {0, 1},
                       .context = {{0, 0}},
                       .negatives = {.rows = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11},
                                     .weights = std::vector(12, 9.0F)}});
  const Gradient& expected = fresh.compute(model, awkward_batch());
  const Gradient& got = used.compute(model, awkward_batch());
  EXPECT_EQ(got.rows, expected.rows);
  EXPECT_EQ(got.vectors, expected.vectors);
  EXPECT_EQ(got.positions, expected.positions);
}

TEST(SampledSoftmax, EventsThatCancelOutTeachNothingAndBreakNothing) {
  Model model = random_model(4);
  for (std::size_t d = 0; d < dimensions; ++d) model.vectors[dimensions + d] = -model.vectors[d];
  model.positions = {1, 1, 1};
  SampledSoftmax softmax(rows, sharpness);
  const Gradient& gradient = softmax.compute(model, {.targets = {2},
                                                     .context_offsets = {0, 2},
                                                     .context = {{0, 0}, {1, 1}},
                                                     .negatives = {{3, 4}, {1, 1}}});
  for (const float x : gradient.vectors) EXPECT_EQ(x, 0);
}

}  // namespace
}  // namespace etalage::train
