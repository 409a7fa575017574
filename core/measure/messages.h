// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// What the collector asks and is answered: numbers one after the other, little-endian, and JSON.
//
//   tally     u8 mechanism, u32 rows, u32 columns, u32 a, u32 b, f64 reports, f64 counts[rows * columns]
//   trial     tally (columns: shown, held out), u8 n, u8 rows of success[n], f64 holdout
//   question  u8 mechanism, u32 buckets, u32 a, u32 b, f64 share, f64 half width
//
//   estimates(tally)         { reports, p, q, perReport, allBits,
//                              estimates: [{ count, share, se, low, high, display, different }] }, by bucket
//   uplift_of(trial)         { arms: [{ reports, se, share, low, high, response, rate, rateLow, rateHigh }], shown first,
//                              uplift, low, high, anytimeLow, anytimeHigh, relative, ratio: { expected, found, p, suspect } }
//   comparison(trial trial)  { difference, low, high }
//   needed(question)         { reports, truth }
//
// A number that is not defined is null. Numbers are rounded to millionths (bytes/json.h).
//
// Errors    malformed where the bytes do not hold exactly this, or numbers that no reports can add up to.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "bytes/error.h"

namespace etalage::measure {

[[nodiscard]] Result<std::string> estimates(std::span<const std::uint8_t> message);
[[nodiscard]] Result<std::string> uplift_of(std::span<const std::uint8_t> message);
[[nodiscard]] Result<std::string> comparison(std::span<const std::uint8_t> message);
[[nodiscard]] Result<std::string> needed(std::span<const std::uint8_t> message);

}  // namespace etalage::measure
