// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Sentences about what the shopper did: of aggregates over events and of sequences.
#pragma once

#include "compile/tables.h"
#include "rules/explanation.h"

namespace etalage::compile {

// Their op and index are left to whoever knows them.
[[nodiscard]] rules::Sentence sentence_of_aggregate(const Origin& origin);
[[nodiscard]] rules::Sentence sentence_of_sequence(const Origin& origin);

}  // namespace etalage::compile
