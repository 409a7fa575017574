// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// A small garden and tool shop, and random ones, as the contents of packs.
//
//   row  id    category                vector      stock
//    0   g1    garden > plants         garden      yes
//    1   t1    tools > drills          tools       yes
//    2   g2    garden > plants         garden      yes
//    3   g3    garden > pots           garden      no
//    4   t2    tools > drills          tools       yes
//    5   g4    garden > pots           garden      yes
//    6   x1    none                    none        yes
//    7   t3    tools                   tools       yes
//
// Vectors of one kind are close to each other, and at a right angle to those of the other. Pairs:
// g1 with g2 (most) and t1; t1 with t2; g4 with g1.
#pragma once

#include <cstdint>
#include <vector>

#include "pack/contents.h"
#include "pack/slot.h"
#include "support/damage.h"
#include "support/random.h"

namespace etalage::test {

enum Row : std::uint32_t { g1, t1, g2, g3, t2, g4, x1, t3 };

[[nodiscard]] pack::Contents garden_shop();

// A slot of the garden shop's contents, replaced by others.
[[nodiscard]] pack::Contents garden_shop_with(std::vector<pack::Slot> slots);

[[nodiscard]] pack::Strategy any_strategy(Random& random);

// Gives the slot everything that a configuration could say of it, of a shop of so many products.
void arrange_at_random(Random& random, pack::Slot& slot, std::uint32_t products);

// Any contents that the format allows, of up to so many products; every optional column is absent
// at times.
[[nodiscard]] pack::Contents random_contents(std::uint64_t seed, std::uint32_t most_products = 12);

// The manifest of a pack that has these slots and no rules.
[[nodiscard]] Bytes manifest_for(const std::vector<pack::Slot>& slots,
                                 std::uint32_t retention_days);

// The pack of contents that must be right: throws otherwise.
[[nodiscard]] Bytes written(const pack::Contents& contents);

}  // namespace etalage::test
