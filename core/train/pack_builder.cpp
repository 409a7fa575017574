// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "train/pack_builder.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "pack/format.h"
#include "pack/writer.h"
#include "recommend/needs.h"
#include "rules/formats.h"
#include "rules/sensitive.h"
#include "train/attribute_vectors.h"
#include "train/pack_measures.h"
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
  for (const auto& [slot, exclude, pins] : settings_.slots) {
    for (auto& need : recommend::needs_of(slot)) {
      rules_.slots.push_back({slot.name, std::move(need.event), std::move(need.fields)});
    }
  }
  return compiled_.emplace(compile::compile(rules_));
}

Result<void> PackBuilder::begin() {
  const auto history = sessions_.view(products());
  if (auto valid = validate(history); !valid) return valid;
  VectorOptions options;
  options.min_support = settings_.min_support;
  options.seed = settings_.seed;
  if (settings_.epochs > 0) options.epochs = settings_.epochs;
  if (settings_.positions > 0) options.positions = settings_.positions;
  auto trainer = VectorTrainer::create(history, options);
  if (!trainer) return std::unexpected(trainer.error());
  trainer_ = std::move(*trainer);
  rank();
  return {};
}

double PackBuilder::step(std::uint32_t samples) { return trainer_ ? trainer_->step(samples) : 1; }

void PackBuilder::rank() {
  const auto count = sessions_holding(sessions_.view(products()));
  std::vector<std::uint32_t> order(products());
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
  contents.blend = settings_.blend;
  const auto& compiled = compiled_ ? *compiled_ : compile_rules();
  if (!compiled.ok()) return fail(Code::invalid_argument, "a rule is wrong");
  contents.children = rules_.children;
  contents.manifest = rules::write_manifest(compiled.manifest);
  contents.rules = static_cast<std::uint32_t>(compiled.program.rules.size());
  if (contents.rules > 0) {
    contents.program = rules::write_program(compiled.program);
    contents.explanations = rules::write_explanations(compiled.explanations);
  }
  if (!compiled.measures.empty()) {
    const auto measures = pack_measures(rules_, compiled);
    if (!measures) return std::unexpected(measures.error());
    contents.measures = measure::write_measures(*measures);
  }
  for (const auto& [key, words] : rules_.texts) {
    contents.texts.push_back({key, {words[0], words[1]}});
  }
  contents.refused = compiled.refused;
  contents.products.resize(products());
  for (std::size_t i = 0; i < products(); ++i) {
    contents.products[rows_[i]] = catalogue_.products[i];
  }
  contents.attributes = catalogue_.attributes;
  add_slots(contents);
  add_trends(contents);
  if (!sessions_.items.empty()) {
    add_pairs(contents);
    add_vectors(contents);
    contents.repeats = count_repeats(sessions_.view(products()));
    leave_out(contents, rules::Terms(compiled.refused));
  }
  return pack::write_pack(contents);
}

void PackBuilder::add_slots(pack::Contents& contents) const {
  std::map<std::string_view, std::uint32_t> row_of;
  for (std::uint32_t product = 0; product < products(); ++product) {
    for (const auto& alias : catalogue_.products[product].aliases) {
      row_of.emplace(alias, rows_[product]);
    }
  }
  for (std::uint32_t product = 0; product < products(); ++product) {
    row_of.insert_or_assign(catalogue_.products[product].id, rows_[product]);
  }
  // What the catalogue does not have cannot be shown anyway.
  for (const auto& [slot, exclude, pins] : settings_.slots) {
    auto& written = contents.slots.emplace_back(slot);
    for (const auto& id : exclude) {
      if (const auto found = row_of.find(id); found != row_of.end()) {
        written.exclude.push_back(found->second);
      }
    }
    for (const auto& id : pins) {
      const auto found = row_of.find(id);
      written.pins.push_back(found == row_of.end() ? pack::kNoPin : found->second);
    }
  }
}

void PackBuilder::add_trends(pack::Contents& contents) const {
  const DatedHistory dated{sessions_.view(products()), sessions_.days, catalogue_.added};
  for (const auto product : rising(dated, settings_.min_support)) {
    contents.trending.push_back(rows_[product]);
  }
  for (const auto product : arrivals(dated, settings_.min_support)) {
    contents.arrivals.push_back(rows_[product]);
  }
  const auto days = intervals(purchases_, products(), settings_.min_support);
  if (std::all_of(days.begin(), days.end(), [](std::uint16_t it) { return it == 0; })) return;
  contents.intervals.resize(days.size());
  for (std::uint32_t product = 0; product < products(); ++product) {
    contents.intervals[rows_[product]] = days[product];
  }
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
  const auto history = sessions_.view(products());
  const auto lists = count_pairs(history, {.min_support = settings_.min_support});
  contents.pairs.resize(products());
  for (std::uint32_t product = 0; product < products(); ++product) {
    auto& list = contents.pairs[rows_[product]];
    for (const auto& pair : lists.row(product)) {
      list.push_back({rows_[pair.product], pair.weight});
    }
  }
}

void PackBuilder::add_vectors(pack::Contents& contents) const {
  auto vectors = trainer_->finish();
  add_attribute_vectors(catalogue_.products, vectors);
  contents.components.resize(vectors.components.size());
  contents.scales.resize(vectors.scales.size());
  for (std::size_t product = 0; product < products(); ++product) {
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
