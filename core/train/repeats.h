// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Repeats: how often a product of a session comes next again. It depends on how long ago the session had it, and on how many
// times; both are counted over all sessions at once, so nothing here is about any product or customer.
//
//   rate[p]     = next(p) / (seen(p) + 20)
//   rate[p][t]  = (next(p, t) + 20 rate[p]) / (seen(p, t) + 20)
//
//   seen(p, t)  events before which the session's newest 20 held a product t times (1, 2, 3 or more), the newest p-th from
//               the end; next(p, t): those of them that were that product. 20 holds back what few sessions say.
//
// Shape     kRepeatPlaces * kRepeatTimes, place by place (pack/format.h); empty where there is no event to count.
// Cost      20 * 20 steps an event at most.
#pragma once

#include <vector>

#include "train/history.h"

namespace etalage::train {

// REQUIRES: validate(history).
[[nodiscard]] std::vector<float> count_repeats(const History& history);

}  // namespace etalage::train
