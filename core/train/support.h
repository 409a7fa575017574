// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Support: how many different customers stand behind each product. It is what the floor of promise P5 is measured in.
//
// Shape     one count a product. A session of an unknown customer counts as a customer.
// Cost      linear in events, plus a sort of the sessions.
#pragma once

#include <cstdint>
#include <vector>

#include "train/history.h"

namespace etalage::train {

// REQUIRES: validate(history).
[[nodiscard]] std::vector<std::uint32_t> support(const History& history);

}  // namespace etalage::train
