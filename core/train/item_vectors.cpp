// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "train/item_vectors.h"

#include <string>
#include <utility>

#include "train/adagrad.h"
#include "train/batch_source.h"
#include "train/quantise.h"
#include "train/training_set.h"

namespace etalage::train {
namespace {

// Checked on the last 7 % of the Diginetica and RetailRocket training parts: flat, but that a vector_rate of 0.2 learns
// too little, and that 512 negatives cost twice the time for what is within the noise.
constexpr std::uint32_t batch_size = 64;
constexpr std::uint32_t negatives_per_batch = 256;
constexpr float sharpness = 15;
constexpr float dropout = 0.3F;  // share of a session's older events left out of a sample
constexpr float vector_rate = 0.4F;
constexpr float position_rate = 0.1F;
constexpr float last_rate = 0.1F;  // of the first
constexpr std::uint32_t most_positions = 64;
constexpr std::uint32_t most_epochs = 1000;

Model initial_model(std::size_t rows, std::uint32_t positions, Random& random) {
  Model model;
  model.vectors.resize(rows * dimensions);
  for (float& x : model.vectors) {  // roughly normal, so that directions are even
    for (int i = 0; i < 4; ++i) x += random.unit() - 0.5F;
  }
  for (std::size_t r = 0; r < rows; ++r) normalise(model.vectors.data() + r * dimensions);
  float weight = 1;
  for (std::uint32_t p = 0; p < positions; ++p) {
    model.positions.push_back(weight);
    weight *= 0.7F;
  }
  return model;
}

}  // namespace

struct VectorTrainer::State {
  State(const History& history, const VectorOptions& options)
      : products(history.products),
        set(make_training_set(history, options.min_support, options.positions)),
        random(options.seed),
        model(initial_model(set.products.size(), options.positions, random)),
        adagrad(model),
        loss(set.products.size(), sharpness),
        source(set, batch_size, negatives_per_batch, dropout, random),
        batches((source.samples() * options.epochs + batch_size - 1) / batch_size) {}

  void train_batch() {
    const float progress = static_cast<float>(batches_done) / static_cast<float>(batches);
    const float slowing = 1 - (1 - last_rate) * progress;
    adagrad.update(model, loss.compute(model, source.next()), vector_rate * slowing,
                   position_rate * slowing);
    ++batches_done;
  }

  std::uint32_t products;
  TrainingSet set;
  Random random;
  Model model;
  Adagrad adagrad;
  SampledSoftmax loss;
  BatchSource source;
  std::uint64_t batches;
  std::uint64_t batches_done = 0;
};

VectorTrainer::VectorTrainer(std::unique_ptr<State> state) : state_(std::move(state)) {}
VectorTrainer::VectorTrainer(VectorTrainer&&) noexcept = default;
VectorTrainer& VectorTrainer::operator=(VectorTrainer&&) noexcept = default;
VectorTrainer::~VectorTrainer() = default;

Result<VectorTrainer> VectorTrainer::create(const History& history, const VectorOptions& options) {
  if (auto valid = validate(history); !valid) return std::unexpected(valid.error());
  if (options.positions < 1 || options.positions > most_positions) {
    return fail(Code::invalid_argument, "positions: expected 1 to 64", options.positions);
  }
  if (options.epochs < 1 || options.epochs > most_epochs) {
    return fail(Code::invalid_argument, "epochs: expected 1 to 1000", options.epochs);
  }
  return VectorTrainer(std::make_unique<State>(history, options));
}

double VectorTrainer::step(std::uint32_t samples) {
  State& state = *state_;
  for (std::uint64_t done = 0; done < samples && state.batches_done < state.batches;
       done += batch_size) {
    state.train_batch();
  }
  if (state.batches_done == state.batches) return 1;
  return static_cast<double>(state.batches_done) / static_cast<double>(state.batches);
}

ItemVectors VectorTrainer::finish() const {
  const State& state = *state_;
  ItemVectors result;
  result.components.assign(std::size_t{state.products} * dimensions, 0);
  result.scales.assign(state.products, 0);
  result.positions = state.model.positions;
  for (std::size_t r = 0; r < state.set.products.size(); ++r) {
    const std::uint32_t product = state.set.products[r];
    const std::span<std::int8_t, dimensions> to(
        result.components.data() + std::size_t{product} * dimensions, dimensions);
    result.scales[product] = quantise(state.model.vectors.data() + r * dimensions, to);
  }
  return result;
}

}  // namespace etalage::train
