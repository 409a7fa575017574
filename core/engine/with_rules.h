// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Whether this program runs rules. It does, but for the module of pages whose pack has none: linked with
// wasm/without_rules.cpp, whose answer takes the place of ours, all that only rules need falls out of it.
#pragma once

namespace etalage::engine {

extern const bool kWithRules;

}  // namespace etalage::engine
