// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Similarity: how much products resemble one product, from 0 to 1: the cosine of their vectors. Where one has none, products of
// one category resemble each other by half.
//
// Lifetime  the pack must outlive the Similarity.
#pragma once

#include <cstdint>

#include "pack/pack.h"
#include "recommend/scan.h"

namespace etalage::recommend {

class Similarity {
 public:
  Similarity(const pack::Pack& pack, std::uint32_t row);
  [[nodiscard]] float to(std::uint32_t row) const;

 private:
  const pack::Pack* pack_;
  float scale_;
  std::uint16_t category_;
  Query query_{};
};

}  // namespace etalage::recommend
