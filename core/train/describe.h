// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// describe: what a pack holds, as JSON, for `etalage inspect`: everything in it that the public can read.
//   { version: { major, minor }, off, bytes, products, minSupport, currency,
//     sections: [{ tag, offset, bytes, count, content }], retentionDays, audience,
//     manifest as in describe_rules.h, rules, facts, constants and sentences as in describe_program.h,
//     refused: [term], slots: [{ name, strategy, count, fallback }],
//     fields: { title, url, image, price, category, brand, inStock, aliases },
//     positions: [weight], repeats: [[once, twice, more often]],
//     scoring: { vectors, learned, ofAttributes, vectorBytes, pairs, pairBytes, bytesPerItem } }
// fields counts the products that have one; in all, the aliases. Of a vector the length tells whether it is learned or made of
// attributes (attribute_vectors.h). bytesPerItem is what scoring reads, uncompressed: vectors, their scales, and pair lists.
//
// Errors    those of pack::Pack::open.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "bytes/error.h"

namespace etalage::train {

[[nodiscard]] Result<std::string> describe(std::span<const std::uint8_t> data);

}  // namespace etalage::train
