// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Filter: which products a slot may show at all. Asked only of products that would be shown.
#pragma once

#include <cstdint>

namespace etalage::recommend {

class Filter {
 public:
  virtual ~Filter() = default;
  [[nodiscard]] virtual bool passes(std::uint32_t row) = 0;
};

}  // namespace etalage::recommend
