// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The pack's section MEAS: what is measured, in whom, and for how much.
//
//   varint week budget, varint lifetime budget
//   varint n experiments  string name, string slot, u16 holdout, i64 from, i64 to, string compare
//   varint n measures     string name, string of, u64 series, u8 subject, varint rule, u8 across, varint index, varint rows,
//                         varint columns, u8 mechanism, varint a, varint b, varint cost, varint days, u8 moment, i64 from,
//                         i64 to, u8 personal
//
// Errors    read_measures: malformed where the bytes do not hold exactly this, or break a limit of pack/measure.h. That a rule
//           is one of the program, and has so many cases, is for whoever knows the program.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "bytes/error.h"
#include "pack/measure.h"

namespace etalage::measure {

struct Measures {
  pack::Budget budget;
  std::vector<pack::Experiment> experiments;
  std::vector<pack::Measure> measures;

  bool operator==(const Measures&) const = default;
};

[[nodiscard]] std::vector<std::uint8_t> write_measures(const Measures& measures);
[[nodiscard]] Result<Measures> read_measures(std::span<const std::uint8_t> data);

}  // namespace etalage::measure
