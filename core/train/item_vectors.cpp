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
float g_posrate = 0.1F, g_final = 0.1F, g_pow = 0.5F;
namespace {

Model initial_model(std::size_t rows, std::uint32_t positions, Random& random) {
  Model model;
  model.vectors.resize(rows * dimensions);
  for (float& x : model.vectors) x = (random.unit() + random.unit()) - (random.unit() + random.unit());
  for (std::size_t r = 0; r < rows; ++r) normalise(model.vectors.data() + r * dimensions);
  float weight = 1;
  for (std::uint32_t p = 0; p < positions; ++p) {
    model.positions.push_back(weight);
    weight *= 0.7F;
  }
  return model;
}

std::uint64_t default_epochs(std::uint64_t) { return 8; }

}  // namespace

struct VectorTrainer::State {
  State(const History& history, const VectorOptions& chosen)
      : options(chosen),
        products(history.products),
        set(make_training_set(history, chosen.min_support, chosen.positions)),
        random(chosen.seed),
        model(initial_model(set.products.size(), chosen.positions, random)),
        adagrad(model),
        loss(set.products.size(), chosen.sharpness),
        source(set, chosen.batch, chosen.negatives, chosen.dropout, random) {
    const std::uint64_t epochs = chosen.epochs > 0 ? chosen.epochs : default_epochs(source.samples());
    batches = (source.samples() * epochs + chosen.batch - 1) / chosen.batch;
  }

  void train_batch() {
    const Gradient& gradient = loss.compute(model, source.next());
    const float progress = static_cast<float>(batches_done) / static_cast<float>(batches);
    const float slowing = 1 - (1 - g_final) * progress;
    adagrad.update(model, gradient, options.rate * slowing, g_posrate * slowing);
    ++batches_done;
  }

  VectorOptions options;
  std::uint32_t products;
  TrainingSet set;
  Random random;
  Model model;
  Adagrad adagrad;
  SampledSoftmax loss;
  BatchSource source;
  std::uint64_t batches = 0;
  std::uint64_t batches_done = 0;
};

VectorTrainer::VectorTrainer(std::unique_ptr<State> state) : state_(std::move(state)) {}
VectorTrainer::VectorTrainer(VectorTrainer&&) noexcept = default;
VectorTrainer& VectorTrainer::operator=(VectorTrainer&&) noexcept = default;
VectorTrainer::~VectorTrainer() = default;

Result<VectorTrainer> VectorTrainer::create(const History& history, const VectorOptions& options) {
  if (auto valid = validate(history); !valid) return std::unexpected(valid.error());
  if (options.positions < 1 || options.positions > 64) {
    return fail(Code::invalid_argument,
                "positions is " + std::to_string(options.positions) + "; expected 1 to 64");
  }
  return VectorTrainer(std::make_unique<State>(history, options));
}

double VectorTrainer::step(std::uint32_t samples) {
  State& state = *state_;
  for (std::uint64_t done = 0; done < samples && state.batches_done < state.batches; done += state.options.batch) {
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
    const std::span<std::int8_t, dimensions> to(result.components.data() + std::size_t{product} * dimensions, dimensions);
    result.scales[product] = quantise(state.model.vectors.data() + r * dimensions, to);
  }
  return result;
}

}  // namespace etalage::train
