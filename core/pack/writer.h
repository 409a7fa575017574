// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// write_pack: the bytes of a pack. The same contents give the same bytes on every machine.
//
// Errors    invalid_argument where the contents break a rule of the format: an empty or repeated id, columns of unequal
//           length, a pair outside the products, twice in a list or of a weight outside (0, 4], more than 65,534
//           categories or brands, more than 2^20 products, or in a slot, a position's weight of a million or more, a
//           retention of more than a hundred years. What it writes, Pack::open reads.
//           An alias that another product's id or alias already claims is dropped: the first product keeps it, ids first.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "bytes/error.h"
#include "pack/contents.h"
#include "pack/pack.h"

namespace etalage::pack {

[[nodiscard]] Result<std::vector<std::uint8_t>> write_pack(const Contents& contents);

// The same pack with these lists, instead of any it had. Errors: those of Pack::open, of the pack and of what comes of it.
[[nodiscard]] Result<std::vector<std::uint8_t>> add_segment_lists(
    std::span<const std::uint8_t> pack, std::span<const SegmentList> lists);

}  // namespace etalage::pack
