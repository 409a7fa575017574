// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// walk: calls every accessor of a pack for every row and reads every byte that they give. Under the
// address sanitizer, over a buffer of the pack's exact size, it proves that none can leave the
// bytes. Returns a sum, so that no compiler leaves a read out.
#pragma once

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <string_view>
#include <vector>

#include "pack/pack.h"
#include "recommend/scan.h"
#include "recommend/scorer.h"

namespace etalage::test {

inline std::uint64_t walk(const pack::Pack& pack) {
  std::uint64_t sum = pack.off() + pack.min_support() + pack.retention_days();
  const auto read = [&](std::string_view text) {
    for (const char c : text) sum += static_cast<unsigned char>(c);
  };
  const std::vector<std::uint8_t> rows(pack.products());
  const auto find = [&](std::string_view key) {
    if (const auto row = pack.find(key)) sum += rows.at(*row) + *row;
  };
  read(pack.currency());
  for (std::uint32_t i = 0; i < pack.categories().values().size(); ++i) {
    read(pack.categories().values().text(i));
  }
  for (std::uint32_t row = 0; row < pack.products(); ++row) {
    for (const auto text : {pack.id(row), pack.title(row), pack.url(row), pack.image(row),
                            pack.brand(row), pack.categories().text(row)}) {
      read(text);
    }
    sum += pack.categories().index(row) + (pack.in_stock(row) ? 1u : 0u);
    sum += static_cast<std::uint64_t>(pack.price(row).value_or(0));
    find(pack.id(row));
    sum += pack.scale(row) > 0 ? 1u : 0u;
    pack.visit_pairs(row, [&](std::uint32_t other, float weight) {
      sum += rows.at(other);
      sum += weight > 0 ? 1u : 0u;
    });
  }
  for (const auto component : pack.components()) sum += static_cast<std::uint8_t>(component);
  sum += pack.blend().vectors > pack.blend().pair_decay ? 1u : 0u;
  for (const auto weight : pack.positions()) sum += weight > 0 ? 1u : 0u;
  for (std::uint32_t i = 0; i < 90; ++i) sum += pack.repeat(i / 3, i % 3 + 1) > 0 ? 1u : 0u;
  for (const auto& column : pack.attributes()) {
    read(column.name);
    for (std::uint32_t row = 0; row < pack.products(); ++row) {
      if (column.is_text) {
        read(column.texts.text(row));
      } else {
        sum += column.numbers[row] > 0 ? 1u : 0u;
      }
    }
  }
  for (const auto* list : {&pack.trending(), &pack.arrivals()}) {
    for (std::uint32_t i = 0; i < list->size(); ++i) sum += rows.at((*list)[i]);
  }
  for (std::uint32_t row = 0; row < pack.products(); ++row) {
    sum += pack.interval(row) + (pack.hidden(row) ? 1u : 0u);
  }
  for (const auto& list : pack.segment_lists()) {
    read(list.segment);
    for (const auto row : list.rows) sum += rows.at(row);
  }
  for (const auto& slot : pack.slots()) {
    read(slot.name);
    read(name(slot.strategy));
    for (const auto row : slot.exclude) sum += rows.at(row);
    for (const auto row : slot.pins) sum += row == pack::kNoPin ? 0u : rows.at(row);
    for (const auto boost : slot.boosts) sum += boost > 0 ? 1u : 0u;
    sum += slot.count + slot.fallback.size() + (pack.slot(slot.name) == nullptr ? 0u : 1u);
  }
  for (const auto data : {pack.manifest(), pack.program(), pack.explanations()}) {
    for (const auto byte : data) sum += byte;
  }
  for (const auto& term : pack.refused()) read(term);
  for (const auto* key : {"", "g1", "\xFF\xFF", "g1-blue", "g1-white"}) find(key);

  std::vector<std::uint32_t> session(std::min<std::uint32_t>(pack.products(), 12));
  std::iota(session.begin(), session.end(), 0u);
  recommend::Scorer scorer(pack);
  scorer.score(session);
  const auto& scores = scorer.scores();
  for (std::uint32_t row = 0; row < scores.size(); ++row) sum += scores[row] > 0 ? 1u : 0u;
  for (const auto row : session) sum += scorer.cause(row);
  return sum;
}

}  // namespace etalage::test
