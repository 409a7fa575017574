// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "recommend/scan.h"

namespace etalage::recommend {
namespace {

std::int32_t dot(const std::int8_t* row, const std::int16_t* query) {
  std::int32_t sum = 0;
  for (std::size_t d = 0; d < pack::kDimensions; ++d) sum += row[d] * query[d];
  return sum;
}

}  // namespace

float cosine(const pack::Pack& pack, std::uint32_t row, const Query& query) {
  const auto* components = pack.components().data() + std::size_t{row} * pack::kDimensions;
  return static_cast<float>(dot(components, query.data())) * (pack.scale(row) / kQueryUnit);
}

void add_cubed_cosines(const pack::Pack& pack, const Query& query, float share,
                       std::span<float> scores) {
  for (std::uint32_t row = 0; row < scores.size(); ++row) {
    const float c = cosine(pack, row, query);
    if (c > 0) scores[row] += share * c * c * c;
  }
}

}  // namespace etalage::recommend
