// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// explain: why a rule came to what it came to: the same program, run again on the same state, telling of every step.
//
// JSON: { holds, value, text, trace: [{ expression, value }] }. `holds` is whether a segment or trigger holds, or any other rule has
// a value; `text` says for the shopper what the rule found; `trace` has each sub-expression with its value, null where missing.
#pragma once

#include <cstdint>
#include <string>

#include "bytes/json.h"
#include "rules/evaluator.h"
#include "rules/explanation_view.h"

namespace etalage::rules {

enum class Language : std::uint8_t { en = 0, nl = 1 };

// REQUIRES: evaluator.update() was called since the profile last changed.
void explain(Evaluator& evaluator, const ExplanationView& explanations, std::uint32_t rule,
             Language language, bytes::JsonWriter& json);

// What the rule found, for the shopper: the `text` above.
[[nodiscard]] std::string tell(Evaluator& evaluator, const ExplanationView& explanations,
                               std::uint32_t rule, Language language);

// Writes a rule's value as what it is: a number, a boolean or a text; null where it is missing.
void write_value(bytes::JsonWriter& json, Evaluator& evaluator, Type type, double value);

}  // namespace etalage::rules
