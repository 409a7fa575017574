// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Quantise: a unit vector as 64 signed bytes and one scale, the form in which a pack carries it.
//
//   scale        = round(largest |component| * 65535)
//   component[d] = round(e[d] / unit), with unit = scale / 65535 / 127;   decoded: component[d] * unit
//
// A decoded component is within unit / 2 + 1 / 131070 of what it was (the second part is the rounding of the scale).
#pragma once

#include <cstdint>
#include <span>

#include "train/row.h"

namespace etalage::train {

// Writes the components and returns the scale. REQUIRES: `row` has dimensions floats, all within -1 .. 1.
std::uint16_t quantise(const float* row, std::span<std::int8_t, dimensions> components);

}  // namespace etalage::train
