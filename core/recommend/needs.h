// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Needs: which events and fields a slot reads, by its strategy or a fallback. The manifest of a pack (promise P4) follows from
// these and from the rules: what nothing reads is never kept.
#pragma once

#include <string>
#include <vector>

#include "pack/slot.h"

namespace etalage::recommend {

struct Need {
  std::string event;  // its GA4 name, or "cart": the cart as it is now
  std::vector<std::string> fields;

  bool operator==(const Need&) const = default;
};

[[nodiscard]] std::vector<Need> needs_of(const pack::Slot& slot);

}  // namespace etalage::recommend
