// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "pack/pair_list.h"

#include <algorithm>

namespace etalage::pack {
namespace {

std::uint32_t rounded(float value, std::uint32_t largest) {
  return std::min(static_cast<std::uint32_t>(std::max(value, 0.0F) + 0.5F), largest);
}

}  // namespace

void append_pair_list(bytes::Writer& out, std::vector<Pair> pairs) {
  out.varint(pairs.size());
  if (pairs.empty()) return;
  std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) { return a.row < b.row; });
  float largest = 0;
  for (const auto& pair : pairs) largest = std::max(largest, pair.weight);
  out.number(static_cast<std::uint16_t>(
      std::max(rounded(std::min(largest, 4.0F) * (65535.0F / 4.0F), 65535), 1u)));
  std::uint32_t next = 0;
  for (const auto& pair : pairs) {
    out.varint(pair.row - next);
    next = pair.row + 1;
  }
  for (std::size_t i = 0; i < pairs.size(); i += 2) {
    const auto nibble = [&](std::size_t at) {
      return at < pairs.size() ? std::max(rounded(15.0F * pairs[at].weight / largest, 15), 1u) : 0u;
    };
    out.number(static_cast<std::uint8_t>(nibble(i) | nibble(i + 1) << 4u));
  }
}

}  // namespace etalage::pack
