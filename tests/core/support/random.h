// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Random contents for property tests, the same on every target.
#pragma once

#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "train/random.h"

namespace etalage::test {

using train::Random;

inline std::vector<std::uint8_t> random_bytes(Random& random, std::size_t size) {
  std::vector<std::uint8_t> data(size);
  for (auto& byte : data) byte = static_cast<std::uint8_t>(random.below(256));
  return data;
}

// What makes text hard: several bytes a letter, quotes, control characters, and nothing at all.
inline std::string random_text(Random& random, std::uint32_t longest) {
  static constexpr std::string_view kPieces[] = {
      "a",    "Z",    "0", " ", "\"",     "\\",     "\n",         "\t",
      "/",    "<",    "*", ">", "\u00e9", "\u6f22", "\U0001F331", "\u2028",
      "\x01", "\x7f", "-", ":", "'",      ".",      "\u00e9",     ","};
  std::string text;
  const auto pieces = random.below(longest + 1);
  for (std::uint32_t i = 0; i < pieces; ++i) text += kPieces[random.below(std::size(kPieces))];
  return text;
}

}  // namespace etalage::test
