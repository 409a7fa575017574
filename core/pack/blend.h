// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Blend: how the parts of a score are weighed against each other (recommend/scorer.h). A pack without it was made with these
// defaults, which hold up on data sets of different kinds (docs/recommendations.md).
#pragma once

#include "pack/format.h"

namespace etalage::pack {

struct Blend {
  float vectors = 0.6F;              // the share of the item vectors, 0 to kMaxShare
  float pair_decay = 0.7165313106F;  // e^(-1/3): from one place of the session to the next, 0 to 1
  bool operator==(const Blend&) const = default;
};

// Whether a pack can have it; a number that is none is out of range.
[[nodiscard]] inline bool is_sound(const Blend& blend) {
  return blend.vectors >= 0 && blend.vectors <= kMaxShare && blend.pair_decay >= 0 &&
         blend.pair_decay <= 1;
}

}  // namespace etalage::pack
