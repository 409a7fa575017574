// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// A pair list: the products that go with one product, and how well.
//
//   varint  number of pairs
//   u16     the largest weight, in 4/65535ths           } only where there are pairs
//   varint  rows, ascending: the first as it is, then the distance to the one before, less one
//   u4      weights in 15ths of the largest, low half of a byte first; at least 1
//
// Four bits a weight cost nothing measurable in ranking (see docs/recommendations.md).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "bytes/reader.h"

namespace etalage::pack {

struct Pair {
  std::uint32_t row = 0;
  float weight = 0;
};

// Appends the coded list. Pairs may come in any order; rows must differ, weights lie in (0, 4].
void append_pair_list(bytes::Writer& out, std::vector<Pair> pairs);

// Calls visit(row, weight) for each pair, in the order of the rows. Stops early where the list is damaged.
// Returns false in that case, or where a row is not below `rows`.
template <typename Visit>
bool visit_pair_list(std::span<const std::uint8_t> list, std::uint32_t rows, Visit&& visit) {
  bytes::Reader in(list);
  const auto count = in.count();
  if (count == 0) return in.finished();
  const float unit = static_cast<float>(in.number<std::uint16_t>()) * (4.0F / 65535.0F / 15.0F);
  const bytes::Reader start = in;
  for (std::uint32_t i = 0; i < count; ++i) (void)in.varint();
  const auto weights = in.take((count + 1u) / 2u);
  if (!in.finished()) return false;
  bytes::Reader row_in = start;
  std::uint64_t row = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    const auto step = row_in.varint();
    if (step >= rows) return false;
    row += step + (i > 0 ? 1 : 0);
    if (row >= rows) return false;
    const unsigned packed = weights[i / 2];
    const unsigned weight = i % 2 == 0 ? packed & 15u : packed >> 4u;
    visit(static_cast<std::uint32_t>(row), static_cast<float>(weight) * unit);
  }
  return true;
}

}  // namespace etalage::pack
