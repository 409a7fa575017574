// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/with_rules.h"

namespace etalage::engine {

const bool kWithRules = false;

}  // namespace etalage::engine
