// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Messages: what the command line says to the builder, as little-endian bytes. A string is a u32 length and UTF-8 bytes.
//
//   products  u32 a attributes, each: string name, u8 type (2 = number, 3 = text); u32 n; each: string id; u32 k, k strings
//             aliases; string title, category, brand, url, image; f64 price (NaN = unknown); u8 in stock; u8 hidden; f64 day that
//             it was added, from 1970-01-01 (NaN = unknown); a values, each f64 (NaN = unknown) or string
//   settings  u32 min support; u32 retention days; u8 off; string currency; u32 seed; u32 epochs (0 = default);
//             u32 positions (0 = default); a blend; u32 n slots, each: string name, string strategy, u32 count, u32 k, k strings fallback, u8 shown, u8 prefer,
//             u8 without (pack/slot.h), f64 diversity, calibration, rotation, relevance, price from, price to; u32 k, k strings
//             exclude; u32 k, k strings pins, empty where nothing is; u32 k, k f64 boosts
//   blend     f32 vectors, f32 pair decay (pack/blend.h)
//   sessions  u32 items[], u32 offsets[sessions + 1], u32 customers[sessions], i32 days[sessions] (trends.h)
//   segments  u32 n lists, each: string segment, u32 k, k strings ids; then the pack that they are for
//   purchases u32 customers[n], u32 products[n], i32 days[n]
//
// Errors    malformed where the bytes do not hold exactly one message; invalid_argument for an unknown strategy, and for
//           a blend that is not sound.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "bytes/error.h"
#include "pack/pack.h"
#include "train/pack_builder.h"

namespace etalage::train {

[[nodiscard]] Result<Catalogue> read_products(std::span<const std::uint8_t> data);
[[nodiscard]] Result<Settings> read_settings(std::span<const std::uint8_t> data);

// Without customers and days where `with_customers` is false: each session is then of an unknown customer.
[[nodiscard]] Result<Sessions> read_sessions(std::span<const std::uint8_t> data,
                                             std::uint32_t sessions, std::uint32_t items,
                                             bool with_customers);

[[nodiscard]] Result<std::vector<Purchase>> read_purchases(std::span<const std::uint8_t> data,
                                                           std::uint32_t count,
                                                           std::uint32_t products);

// Lifetime: of the bytes given. Ids that the pack does not have are passed over.
struct SegmentLists {
  std::span<const std::uint8_t> pack;
  std::vector<pack::SegmentList> lists;
};
[[nodiscard]] Result<SegmentLists> read_segment_lists(std::span<const std::uint8_t> data);
[[nodiscard]] Result<std::vector<pack::Blend>> read_blends(std::span<const std::uint8_t> data);

}  // namespace etalage::train
