// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// A shop's rules as the command line sends them (numbers as in messages.h):
//
//   f64 retention in milliseconds, u8 audience: 1 = children
//   u32 n facts          string name, u8 type, u32 n choices, f64 expires in milliseconds, string ask[2]
//   u32 n rules          u8 kind, string name, string label[2], u8 purpose, u8 is_value, u32 cap count, f64 cap window in
//                        milliseconds, u32 n cases: string value, string expression, f64 confidence
//   u32 n events         string name, u32 n fields: string name, u8 type
//   u32 n attributes     string name, u8 type
//   u32 n distributions  string name, u32 n, f64 each
//   u32 n further sensitive terms, u32 n allowed ones: strings
//   u32 n texts          string key, string words[2]
//   u32 n measures       string name, string of, u8 personalise, u8 by_rule, string by_experiment, u32 a, u32 b, u32 days,
//                        u8 at_epoch, f64 from, f64 to
//   u32 n experiments    string name, string slot, u32 holdout, f64 from, f64 to, string compare
//   f64 budget of a week, f64 budget of a lifetime
//
// from and to are milliseconds since the Unix epoch, 0 for no bound. Pairs of texts are English, Dutch. Errors: malformed where the bytes do not hold exactly this.
#pragma once

#include <cstdint>
#include <span>

#include "bytes/error.h"
#include "compile/rule_set.h"

namespace etalage::train {

[[nodiscard]] Result<compile::RuleSet> read_rules(std::span<const std::uint8_t> data);

}  // namespace etalage::train
