// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Scorer: how well each product follows a session.
//
//   score(j) = sum over p < 10 of d^p * W[x_p][j]  +  v * max(0, cos(h, e_j))^3  +  16 * r(j)
//   h        = sum over p of a_p * e[x_p], at unit length, where products without a vector are passed over
//   r(j)     = how often a product comes next again that the session holds where, and as many times as, it holds j; else 0
//
// x_0 is the session's newest product; W are the pack's pair lists, e its item vectors, a its positions, r its repeats, v and d
// its blend. The form and its constants were measured on public session data: docs/recommendations.md.
//
// Shape     session: rows, newest first, repetitions included. scores(): one a row, 0 where nothing speaks for it.
// Exactness cosines come from integer dot products, so the order is the same on every machine.
// Cost      the pair lists of the session; the vectors are looked at when scores are asked for. No allocation after the first calls.
// Lifetime  the pack must outlive the Scorer; scores() lives until the next call.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "pack/pack.h"
#include "recommend/scores.h"

namespace etalage::recommend {

// Products of a session that are looked at; older ones change nothing measurable.
inline constexpr std::size_t kSessionLength = 20;

class Scorer {
 public:
  explicit Scorer(const pack::Pack& pack, const Scan& scan = kSimdScan)
      : pack_(&pack), blend_(pack.blend()), scores_(pack, scan) {}

  // Another blend than the pack's: for whoever looks for the best one. REQUIRES: is_sound(blend).
  void set_blend(const pack::Blend& blend) { blend_ = blend; }

  // Scores every product against the session.
  void score(std::span<const std::uint32_t> session);
  // Scores every product by the pair lists alone.
  void score_pairs(std::span<const std::uint32_t> session);

  [[nodiscard]] const Scores& scores() const { return scores_; }

  // The place in the session, as last scored, of the product that speaks most for this row.
  [[nodiscard]] std::size_t cause(std::uint32_t row) const;

 private:
  void start(std::span<const std::uint32_t> session);
  void add_pairs();
  void add_vectors();
  void prepare_voices();
  void add_repeats();
  [[nodiscard]] float position(std::size_t place) const;

  // What a product of the session says by its own vector; nothing where it has none.
  struct Voice {
    Query query{};
    float weight = 0;
  };

  const pack::Pack* pack_;
  pack::Blend blend_;
  std::vector<std::uint32_t> session_;
  std::array<Voice, kSessionLength> voices_;  // by place in the session
  bool with_vectors_ = false;
  Scores scores_;
};

}  // namespace etalage::recommend
