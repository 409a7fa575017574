// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Scores: what speaks for each row of a pack: what was added to it by name, and, for all rows, how well their vectors point where a
// query points:
//
//   score(row) = sum of what was added  +  share * max(0, cosine(row, query))^3
//
// The second part is worked out when it is asked for. The best rows are found without it for most (top_k.h).
//
// Shape     one score a row, 0 where nothing speaks for it.
// Exactness cosines come from integer dot products, so the order is the same on every machine.
// Cost      a score: one dot product. clear: as many steps as rows were named. The first aim: one pass over the pack's scales.
// Lifetime  the pack must outlive it.
#pragma once

#include <span>
#include <vector>

#include "pack/pack.h"
#include "recommend/scan.h"

namespace etalage::recommend {

class Scores {
 public:
  explicit Scores(const pack::Pack& pack, const Scan& scan = kSimdScan)
      : pack_(&pack), scan_(&scan), added_(pack.products()) {}

  // Nothing speaks for anything any more.
  void clear();
  // REQUIRES: weight >= 0.
  void add(std::uint32_t row, float weight);
  // REQUIRES: the pack has vectors; a query of unit length; share > 0; nothing was aimed at since clear().
  void aim(const Query& query, float share);

  [[nodiscard]] std::uint32_t size() const { return pack_->products(); }
  [[nodiscard]] float operator[](std::uint32_t row) const;
  // REQUIRES: the pack has vectors, and aim() was called once.
  [[nodiscard]] float cosine(std::uint32_t row, const Query& query) const;

  // The rows to which something was added, each once.
  [[nodiscard]] std::span<const std::uint32_t> named() const { return named_; }
  [[nodiscard]] bool is_named(std::uint32_t row) const { return added_[row] != 0; }
  // The next rows from `row` on, a multiple of 4, that may score `floor` or more without having been named; `floor` is above 0.
  [[nodiscard]] Candidates next(std::uint32_t row, float floor) const;

 private:
  const pack::Pack* pack_;
  const Scan* scan_;
  std::vector<float> added_;  // by row
  std::vector<std::uint32_t> named_;
  std::vector<float> factors_;  // by row; see ScannedRows
  Aim aim_;
  float share_ = 0;  // 0: nothing is aimed at
};

}  // namespace etalage::recommend
