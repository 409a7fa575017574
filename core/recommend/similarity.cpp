// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "recommend/similarity.h"

#include <algorithm>

namespace etalage::recommend {

Similarity::Similarity(const pack::Pack& pack, std::uint32_t row)
    : pack_(&pack), scale_(pack.scale(row)), category_(pack.categories().index(row)) {
  if (!(scale_ > 0)) return;
  const auto* components = pack.components().data() + std::size_t{row} * pack::kDimensions;
  for (std::size_t d = 0; d < pack::kDimensions; ++d) query_[d] = components[d];
}

float Similarity::to(std::uint32_t row) const {
  if (scale_ > 0 && pack_->scale(row) > 0) {
    const auto* components = pack_->components().data() + std::size_t{row} * pack::kDimensions;
    const auto dot = static_cast<float>(kSimdScan.dot(components, query_));
    return std::clamp(dot * pack_->scale(row) * scale_, 0.0F, 1.0F);
  }
  return category_ != pack::kNone && category_ == pack_->categories().index(row) ? 0.5F : 0.0F;
}

}  // namespace etalage::recommend
