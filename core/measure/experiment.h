// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Who is held out of an experiment: always the same answer for one profile, decided on the device, unknown to anybody else.
// Experiments of different names divide the same shoppers independently.
//
// Source    GrowthBook's published hash, so that its tools and its vectors apply: FNV-1a of 32 bits, versions 1 and 2. Texts are
//           hashed as UTF-8; GrowthBook's own agree where they are ASCII.
#pragma once

#include <cstdint>
#include <string_view>

#include "pack/measure.h"

namespace etalage::measure {

// In [0, 1000): FNV-1a of value and seed.
[[nodiscard]] std::uint32_t hash_version_1(std::string_view seed, std::string_view value);
// In [0, 10000): FNV-1a of the decimal digits of FNV-1a of seed and value, without the first one's bias.
[[nodiscard]] std::uint32_t hash_version_2(std::string_view seed, std::string_view value);

// The value is the profile's secret as 16 hexadecimal digits, the seed the experiment's name.
[[nodiscard]] bool is_held_out(const pack::Experiment& experiment, std::uint64_t secret);

}  // namespace etalage::measure
