// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "train/quantise.h"

#include <algorithm>
#include <cmath>

namespace etalage::train {

std::uint16_t quantise(const float* row, std::span<std::int8_t, dimensions> components) {
  float largest = 0;
  for (std::uint32_t d = 0; d < dimensions; ++d) largest = std::max(largest, std::fabs(row[d]));
  const auto scale = static_cast<std::uint16_t>(std::min(largest, 1.0F) * 65535 + 0.5F);
  const float unit = static_cast<float>(scale) / 65535 / 127;
  for (std::uint32_t d = 0; d < dimensions; ++d) {
    const float steps = scale == 0 ? 0 : std::clamp(row[d] / unit, -127.0F, 127.0F);
    components[d] = static_cast<std::int8_t>(steps < 0 ? steps - 0.5F : steps + 0.5F);
  }
  return scale;
}

}  // namespace etalage::train
