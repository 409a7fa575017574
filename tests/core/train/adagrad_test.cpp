// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "train/adagrad.h"

#include <gtest/gtest.h>

#include <cmath>

namespace etalage::train {
namespace {

// Two rows that point along the first dimension, and one gradient along the second.
Model model_of_two() {
  Model model{.vectors = std::vector<float>(2 * dimensions, 0.0F), .positions = {1}};
  model.vectors[0] = model.vectors[dimensions] = 1;
  return model;
}

Gradient sideways(float length) {
  Gradient gradient{.rows = {1}, .vectors = std::vector<float>(dimensions, 0.0F), .positions = {0}};
  gradient.vectors[1] = length;
  return gradient;
}

TEST(Adagrad, FirstStepIsTheRateWhateverTheGradientsLength) {
  for (const float length : {0.01F, 100.0F}) {
    Model model = model_of_two();
    Adagrad(model).update(model, sideways(length), 0.5F, 0.1F);
    EXPECT_NEAR(model.vectors[dimensions + 1] / model.vectors[dimensions], -0.5F, 1e-5F);
  }
}

TEST(Adagrad, StepsShrinkAsGradientsAddUp) {
  Model model = model_of_two();
  Adagrad adagrad(model);
  for (int i = 0; i < 3; ++i) adagrad.update(model, sideways(3), 0, 0.1F);
  adagrad.update(model, sideways(3), 0.5F, 0.1F);
  EXPECT_NEAR(model.vectors[dimensions + 1] / model.vectors[dimensions], -0.25F,
              1e-5F);  // 0.5 * 3 / sqrt(4 * 9)
}

TEST(Adagrad, KeepsVectorsAtUnitLengthAndLeavesOthersAlone) {
  Model model = model_of_two();
  const std::vector<float> before(model.vectors.begin(), model.vectors.begin() + dimensions);
  Adagrad adagrad(model);
  for (int i = 0; i < 100; ++i) adagrad.update(model, sideways(1), 0.3F, 0.1F);
  EXPECT_NEAR(dot(model.vectors.data() + dimensions, model.vectors.data() + dimensions), 1, 1e-6);
  EXPECT_EQ(std::vector<float>(model.vectors.begin(), model.vectors.begin() + dimensions), before);
}

TEST(Adagrad, AGradientOfZeroMovesNothing) {
  Model model = model_of_two();
  Adagrad(model).update(model, sideways(0), 0.5F, 0.5F);
  EXPECT_EQ(model.vectors, model_of_two().vectors);
  EXPECT_EQ(model.positions, model_of_two().positions);
}

}  // namespace
}  // namespace etalage::train
