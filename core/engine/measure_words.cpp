// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/measure_words.h"

namespace etalage::engine {
namespace {

std::string_view case_value(const rules::Program& program, std::uint32_t rule,
                            std::uint32_t place) {
  return program.strings[program.cases[program.rules[rule].cases.begin + place].value];
}

std::string_view words(const pack::Pack& pack, const std::string& what, std::string_view value,
                       std::size_t language) {
  const auto found = pack.text("answer " + what + "=" + std::string(value), language);
  return found.empty() ? value : found;
}

}  // namespace

std::string_view row_value(const rules::Program& program, const pack::Measure& measure,
                           std::uint32_t row) {
  if (measure.subject == pack::Subject::personalise) return row == 1 ? "yes" : "no";
  return case_value(program, measure.rule, row);
}

std::string_view column_value(const rules::Program& program, const pack::Measure& measure,
                              std::uint32_t column) {
  if (measure.across == pack::Across::experiment) return column == 1 ? "held-out" : "shown";
  return case_value(program, measure.across_index, column);
}

std::string_view row_words(const pack::Pack& pack, const rules::Program& program,
                           const pack::Measure& measure, std::uint32_t row, std::size_t language) {
  return words(pack, measure.name, row_value(program, measure, row), language);
}

std::string_view column_words(const pack::Pack& pack, const rules::Program& program,
                              const pack::Measure& measure, std::uint32_t column,
                              std::size_t language) {
  return words(pack, measure.name + " by", column_value(program, measure, column), language);
}

}  // namespace etalage::engine
