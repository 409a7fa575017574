// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Triggers: which of them fire. One fires when it holds, has not fired since it last began to hold, and its cap allows one
// more. What fired, and what ceased to hold since, are records of the journal: so a page that is opened anew does not fire
// what fired already.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "profile/profile.h"
#include "rules/evaluator.h"

namespace etalage::engine {

// The records that the state of some triggers makes at a time, in the order of `triggers`. Those of type `trigger` fire.
[[nodiscard]] std::vector<profile::Record> due_triggers(const rules::Evaluator& evaluator,
                                                        const profile::Profile& profile,
                                                        std::span<const std::uint32_t> triggers,
                                                        std::int64_t now);

}  // namespace etalage::engine
