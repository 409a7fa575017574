// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Needs: which events and fields a strategy reads. From these follows the manifest of a pack (promise P4): what nothing
// reads is never kept.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "pack/manifest.h"
#include "pack/slot.h"
#include "profile/event.h"

namespace etalage::recommend {

// The fields (profile/event.h) of an event that a slot reads, by its strategy or a fallback; 0: none.
[[nodiscard]] std::uint8_t fields_needed(const pack::Slot& slot, profile::EventKind kind);

// What the slots together need, in the order of the events' numbers.
[[nodiscard]] std::vector<pack::ManifestEntry> manifest_for(std::span<const pack::Slot> slots);

}  // namespace etalage::recommend
