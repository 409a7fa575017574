// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Symbols: texts as numbers, so that rules compare numbers. Of each text it is found out once which of the program's tests
// hold for it; after that every test, however it compares, is the look at one bit.
//
// Lifetime  refers to the program, which must outlive it.
// Cost      of a text that is new: all tests of the program. It is paid only for texts that a rule asks about.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "profile/dictionary.h"
#include "rules/program.h"

namespace etalage::rules {

using Symbol = std::uint32_t;

class Symbols {
 public:
  explicit Symbols(const Program& program);

  [[nodiscard]] Symbol of(std::string_view text) { return texts_.place(text); }
  [[nodiscard]] Symbol of_string(std::uint32_t string) const { return strings_[string]; }
  [[nodiscard]] const std::string& text(Symbol symbol) const { return texts_[symbol]; }

  [[nodiscard]] bool holds(std::uint16_t test, Symbol symbol) {
    const auto row = row_of(symbol);
    return (bits_[row * row_bytes_ + test / 8] >> (test % 8) & 1) != 0;
  }
  // The tests that hold for a text. Valid until the next call of any member.
  [[nodiscard]] std::span<const std::uint16_t> holding(Symbol symbol) {
    const auto row = row_of(symbol);
    return std::span(holding_).subspan(ends_[row], ends_[row + 1] - ends_[row]);
  }

 private:
  static constexpr std::uint32_t kUntested = 0xFFFFFFFF;

  [[nodiscard]] std::uint32_t row_of(Symbol symbol) {
    if (symbol < rows_.size() && rows_[symbol] != kUntested) return rows_[symbol];
    return test_all(symbol);
  }
  std::uint32_t test_all(Symbol symbol);

  const Program& program_;
  profile::Dictionary texts_;
  std::vector<Symbol> strings_;  // of the program's strings
  std::size_t row_bytes_;
  std::vector<std::uint32_t> rows_;  // by symbol
  std::vector<std::uint8_t> bits_;   // row_bytes_ a row
  std::vector<std::uint32_t> ends_;  // of each row's part of holding_
  std::vector<std::uint16_t> holding_;
};

}  // namespace etalage::rules
