// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The scan: the cosine of one query with every item vector of a pack. The one loop whose speed a shopper could notice,
// so it is alone in its file, which is compiled for speed where everything else is compiled for size.
//
// Exactness  a dot product of 64 products of i8 and i16 fits 32 bits and is exact: the order does not depend on the machine.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "pack/pack.h"

namespace etalage::recommend {

// A unit vector in 15 bits a component.
using Query = std::array<std::int16_t, pack::kDimensions>;
inline constexpr float kQueryUnit = 32767.0F;

[[nodiscard]] float cosine(const pack::Pack& pack, std::uint32_t row, const Query& query);

// scores[row] += share * max(0, cosine)^3 for every row. REQUIRES: the pack has vectors; a score for every product.
void add_cubed_cosines(const pack::Pack& pack, const Query& query, float share,
                       std::span<float> scores);

}  // namespace etalage::recommend
