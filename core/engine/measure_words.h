// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// What a measure's answers are: their values, and what they are called.
//
// Lifetime  the texts lie in the pack and the program.
#pragma once

#include <string>
#include <string_view>

#include "pack/measure.h"
#include "pack/pack.h"
#include "rules/program.h"

namespace etalage::engine {

// Of a row. REQUIRES: row < measure.rows.
[[nodiscard]] std::string_view row_value(const rules::Program& program,
                                         const pack::Measure& measure, std::uint32_t row);
// Of a column. REQUIRES: column < measure.columns, and measure.across is not nothing.
[[nodiscard]] std::string_view column_value(const rules::Program& program,
                                            const pack::Measure& measure, std::uint32_t column);

// What a row or column is called in English (0) or Dutch (1): its value, where the pack does not say.
[[nodiscard]] std::string_view row_words(const pack::Pack& pack, const rules::Program& program,
                                         const pack::Measure& measure, std::uint32_t row,
                                         std::size_t language);
[[nodiscard]] std::string_view column_words(const pack::Pack& pack, const rules::Program& program,
                                            const pack::Measure& measure, std::uint32_t column,
                                            std::size_t language);

}  // namespace etalage::engine
