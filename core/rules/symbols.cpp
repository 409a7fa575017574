// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "rules/symbols.h"

#include "rules/text.h"

namespace etalage::rules {

Symbols::Symbols(const Program& program)
    : program_(program), row_bytes_((program.tests.size() + 7) / 8), ends_{0} {
  for (const auto& text : program.strings) strings_.push_back(of(text));
}

std::uint32_t Symbols::test_all(Symbol symbol) {
  const auto row = static_cast<std::uint32_t>(ends_.size() - 1);
  if (rows_.size() <= symbol) rows_.resize(texts_.size(), kUntested);
  rows_[symbol] = row;
  bits_.resize(bits_.size() + row_bytes_);
  const auto& text = texts_[symbol];
  const auto small = lower(text);
  for (std::uint16_t t = 0; t < program_.tests.size(); ++t) {
    const auto& test = program_.tests[t];
    for (const auto string : part(program_.lists, test.strings)) {
      if (!matches(test.match, test.ignore_case ? small : text, program_.strings[string])) continue;
      bits_[row * row_bytes_ + t / 8] |= static_cast<std::uint8_t>(1U << (t % 8));
      holding_.push_back(t);
      break;
    }
  }
  ends_.push_back(static_cast<std::uint32_t>(holding_.size()));
  return row;
}

}  // namespace etalage::rules
