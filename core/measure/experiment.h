// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "pack/measure.h"

namespace etalage::measure {

[[nodiscard]] bool is_held_out(const pack::Experiment& experiment, std::uint64_t secret);

}  // namespace etalage::measure
