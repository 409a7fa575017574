// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// ManifestEntry: an event that may be kept, and which of its fields (promise P4). The engine drops everything else at the
// door. The numbers are those of profile/event.h.
#pragma once

#include <cstdint>

namespace etalage::pack {

struct ManifestEntry {
  std::uint8_t event = 0;
  std::uint8_t fields = 0;
};

}  // namespace etalage::pack
