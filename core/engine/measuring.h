// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Measuring: which bucket a shopper is in, what is due of it, and the reports that come of that. Nothing of a true answer leaves
// these functions.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "measure/formats.h"
#include "measure/ledger.h"
#include "rules/evaluator.h"

namespace etalage::engine {

// Who is asked.
struct Respondent {
  rules::Evaluator& rules;
  std::uint64_t secret = 0;  // of the profile: what experiments assign by
  bool personalise = false;  // the shopper lets the shop personalise
  std::int64_t now = 0;
};

// Whether a slot is to be filled as for a stranger now: for the whole package's experiment, that of the slot, or a campaign's.
[[nodiscard]] bool is_held_out_of(const measure::Measures& measures, std::string_view slot,
                                  std::uint64_t secret, std::int64_t now);

// The true bucket of a measure; nothing where the shopper is not among those it is asked of.
[[nodiscard]] std::optional<std::uint32_t> bucket_of(const measure::Measures& measures,
                                                     const pack::Measure& measure,
                                                     const Respondent& respondent);

// A series as it is written: 16 hexadecimal digits.
[[nodiscard]] std::string series_text(std::uint64_t series);

// A report as it is sent: always of the same length. docs/collector.md
[[nodiscard]] std::string report_text(const measure::Reported& reported,
                                      const std::array<std::uint8_t, 16>& id);

}  // namespace etalage::engine
