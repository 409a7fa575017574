// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Rules and what they need, as JSON, for the command line.
//
//   manifest     { events: [{ event, purpose, fields, days, users }], facts: [{ name, purpose, users }] }
//   rules        [{ kind, name }], in the order in which they run
//   compiled     { ok, diagnostics: [{ warning, code, kind, rule, subject, case, line, column, length, source, what,
//                expected, hint }], manifest, rules }; case counts from 0, and is null where a rule has one expression;
//                subject is what it is about where that is no rule ("fact skill"), else empty
#pragma once

#include <string>
#include <string_view>

#include "bytes/json.h"
#include "compile/compile.h"
#include "rules/program.h"

namespace etalage::train {

[[nodiscard]] std::string_view name(rules::RuleKind kind);

void write_manifest(bytes::JsonWriter& json, const rules::Manifest& manifest);
void write_rules(bytes::JsonWriter& json, const rules::Program& program);
[[nodiscard]] std::string describe(const compile::Compiled& compiled);

}  // namespace etalage::train
