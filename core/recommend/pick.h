// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Pick: a product that a slot shows, or may show.
#pragma once

#include <cstdint>
#include <optional>

#include "pack/slot.h"
#include "recommend/reason.h"

namespace etalage::recommend {

struct Pick {
  std::uint32_t row = 0;
  float score = 0;           // 0 where the strategy has none
  float relevance = 0;       // by which the candidates of one step are arranged
  std::uint32_t boosts = 0;  // bits, of those that hold
  pack::Strategy strategy = pack::Strategy::bestsellers;  // the step that picked it
  ReasonCode reason = ReasonCode::bestseller;
  std::optional<std::uint32_t> because;  // a product
};

}  // namespace etalage::recommend
