// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// describe: what a pack holds, as JSON, for `etalage inspect`: everything in it that the public can read.
//   { version: { major, minor }, off, bytes, products, minSupport, currency,
//     sections: [{ tag, offset, bytes, count, content }], retentionDays, audience,
//     manifest and rules as in describe_rules.h, slots: [{ name, strategy, count, fallback }],
//     scoring: { vectors, vectorBytes, pairs, pairBytes, bytesPerItem } }
// bytesPerItem is what scoring reads, uncompressed: vectors, their scales, and pair lists.
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
