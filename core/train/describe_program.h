// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// A program in a pack as JSON, for `etalage inspect`: all of it that a reader of the pack can know.
//
//   rules      [{ kind, name, label: { en, nl }, source, values }], in the order in which they run: `source` is the expression as
//              the shop wrote it, `values` what a decision or fact may become
//   facts      [{ name, type, choices, expiresDays }]: what the shopper may be asked; 0: an answer does not expire
//   constants  { texts, numbers, events, fields }: every text and number that the rules hold, names and labels included
//   sentences  [[...], ...]: the texts that explain an outcome, a list for each sentence: English, then Dutch; each in its forms
//              for 0, 1 and more
#pragma once

#include <cstdint>
#include <span>

#include "bytes/json.h"
#include "rules/program.h"

namespace etalage::train {

// Writes these keys into an open object. REQUIRES: the program is one that read_program gave; explanations may be empty.
void write_program(bytes::JsonWriter& json, const rules::Program& program,
                   std::span<const std::uint8_t> explanations);

}  // namespace etalage::train
