// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// describe_measures: what a pack measures, as JSON, for whoever counts the answers and for whoever looks into a pack:
//
//   { measures: [{ name, of, series: 16 hex digits, label: { en, nl }, mechanism: "k-rr" | "oue", a, b, epsilon, p, q, days,
//       at: "visit" | "epoch", from, to: milliseconds, 0 = no bound, personal, across: null | "rule" | "experiment",
//       experiment: its name or "", rows: [{ value, en, nl }], columns: likewise, empty where nothing divides the answers }],
//     experiments: [{ name, slot, label: { en, nl }, holdout: a share, from, to, compare }], budget: { week, lifetime } }
//
// A bucket is row * columns + column. p, q: measure/channel.h.
//
// Errors    those of Pack::open, rules/formats.h and measure/formats.h; malformed where a measure is of no rule of the pack.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "bytes/error.h"
#include "measure/formats.h"
#include "rules/program.h"

namespace etalage::engine {

[[nodiscard]] Result<std::string> describe_measures(std::span<const std::uint8_t> pack);

// The measures of a pack, each of rules of this program that have as many cases as it has answers; none where the bytes are empty.
[[nodiscard]] Result<measure::Measures> measures_in(std::span<const std::uint8_t> section,
                                                    const rules::Program& program);

}  // namespace etalage::engine
