// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Filter: what a slot's rules say of a product: whether it may be shown at all, and which boosts hold for it. Asked only of
// products that would be shown.
#pragma once

#include <cstdint>

namespace etalage::recommend {

class Filter {
 public:
  virtual ~Filter() = default;
  [[nodiscard]] virtual bool passes(std::uint32_t row) = 0;
  // A bit for each of the slot's boosts whose rule holds.
  [[nodiscard]] virtual std::uint32_t boosts(std::uint32_t row) = 0;
};

}  // namespace etalage::recommend
