// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "train/pack_builder.h"

#include <algorithm>
#include <numeric>

#include "pack/format.h"
#include "pack/writer.h"
#include "recommend/needs.h"
#include "rules/formats.h"
#include "rules/sensitive.h"
#include "train/attribute_vectors.h"
#include "train/pair_counts.h"
#include "train/repeats.h"

namespace etalage::train {
namespace {

// Sessions that hold each product: what popularity is ranked by.
std::vector<std::uint32_t> sessions_holding(const History& history) {
  std::vector<std::uint32_t> count(history.products, 0);
  std::vector<std::uint32_t> last(history.products, 0);
  for (std::uint32_t s = 0; s < history.sessions(); ++s) {
    for (const auto product : history.session(s)) {
      if (last[product] == s + 1) continue;
      last[product] = s + 1;
      ++count[product];
    }
  }
  return count;
}

}  // namespace

const compile::Compiled& PackBuilder::compile_rules() {
  constexpr std::int64_t kDay = 86400000;
  rules_.retention = kDay * settings_.retention_days;
  rules_.slots.clear();
  for (const auto& slot : settings_.slots) {
    for (auto& need : recommend::needs_of(slot)) {
      rules_.slots.push_back({slot.name, std::move(need.event), std::move(need.fields)});
    }
  }
  return compiled_.emplace(compile::compile(rules_));
}

Result<void> PackBuilder::begin() {
  const auto history = sessions_.view(static_cast<std::uint32_t>(products_.size()));
  if (auto valid = validate(history); !valid) return valid;
  VectorOptions options;
  options.min_support = settings_.min_support;
  options.seed = settings_.seed;
  if (settings_.epochs > 0) options.epochs = settings_.epochs;
  auto trainer = VectorTrainer::create(history, options);
  if (!trainer) return std::unexpected(trainer.error());
  trainer_ = std::move(*trainer);
  rank();
  return {};
}

double PackBuilder::step(std::uint32_t samples) { return trainer_ ? trainer_->step(samples) : 1; }

void PackBuilder::rank() {
  const auto count = sessions_holding(sessions_.view(static_cast<std::uint32_t>(products_.size())));
  std::vector<std::uint32_t> order(products_.size());
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return count[a] > count[b]; });
  rows_.resize(order.size());
  for (std::uint32_t row = 0; row < order.size(); ++row) rows_[order[row]] = row;
}

Result<std::vector<std::uint8_t>> PackBuilder::finish() {
  if (!trainer_) return fail(Code::invalid_argument, "finish before begin");
  pack::Contents contents;
  contents.off = settings_.off;
  contents.currency = settings_.currency;
  contents.min_support = settings_.min_support;
  contents.retention_days = settings_.retention_days;
  contents.slots = settings_.slots;
  const auto& compiled = compiled_ ? *compiled_ : compile_rules();
  if (!compiled.ok()) return fail(Code::invalid_argument, "a rule is wrong");
  contents.children = rules_.children;
  contents.manifest = rules::write_manifest(compiled.manifest);
  contents.rules = static_cast<std::uint32_t>(compiled.program.rules.size());
  if (contents.rules > 0) {
    contents.program = rules::write_program(compiled.program);
    contents.explanations = rules::write_explanations(compiled.explanations);
  }
  contents.refused = compiled.refused;
  contents.products.resize(products_.size());
  for (std::size_t i = 0; i < products_.size(); ++i) contents.products[rows_[i]] = products_[i];
  if (!sessions_.items.empty()) {
    add_pairs(contents);
    add_vectors(contents);
    contents.repeats = count_repeats(sessions_.view(static_cast<std::uint32_t>(products_.size())));
    leave_out(contents, rules::Terms(compiled.refused));
  }
  return pack::write_pack(contents);
}

// What is about something that must not be inferred of anybody is recommended to nobody for what they did.
void PackBuilder::leave_out(pack::Contents& contents, const rules::Terms& refused) {
  std::vector<std::uint8_t> out;
  for (const auto& product : contents.products) {
    out.push_back(refused.find(product.category) || refused.find(product.title));
  }
  for (std::size_t row = 0; row < out.size(); ++row) {
    auto& pairs = contents.pairs[row];
    std::erase_if(pairs, [&](const pack::Pair& pair) { return out[row] || out[pair.row]; });
    if (!out[row]) continue;
    contents.scales[row] = 0;
    const auto vector =
        contents.components.begin() + static_cast<std::ptrdiff_t>(row * pack::kDimensions);
    std::fill(vector, vector + pack::kDimensions, std::int8_t{0});
  }
}

void PackBuilder::add_pairs(pack::Contents& contents) const {
  const auto history = sessions_.view(static_cast<std::uint32_t>(products_.size()));
  const auto lists = count_pairs(history, {.min_support = settings_.min_support});
  contents.pairs.resize(products_.size());
  for (std::uint32_t product = 0; product < products_.size(); ++product) {
    auto& list = contents.pairs[rows_[product]];
    for (const auto& pair : lists.row(product)) {
      list.push_back({rows_[pair.product], pair.weight});
    }
  }
}

void PackBuilder::add_vectors(pack::Contents& contents) const {
  auto vectors = trainer_->finish();
  add_attribute_vectors(products_, vectors);
  contents.components.resize(vectors.components.size());
  contents.scales.resize(vectors.scales.size());
  for (std::size_t product = 0; product < products_.size(); ++product) {
    const auto from =
        vectors.components.begin() + static_cast<std::ptrdiff_t>(product * pack::kDimensions);
    std::copy(from, from + pack::kDimensions,
              contents.components.begin() +
                  static_cast<std::ptrdiff_t>(std::size_t{rows_[product]} * pack::kDimensions));
    contents.scales[rows_[product]] = vectors.scales[product];
  }
  contents.positions = vectors.positions;
}

}  // namespace etalage::train
