// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "train/try_blends.h"

#include <algorithm>

#include "recommend/scorer.h"
#include "recommend/top_k.h"
#include "train/evaluate.h"

namespace etalage::train {
namespace {

// The target's place, from 0, among the rows of a pool that are allowed; the size of the pool or more where nothing speaks for it.
// Equal scores in the order of the rows, as in a list.
template <typename Allowed>
std::size_t place_in(const std::vector<std::uint32_t>& pool, const std::vector<float>& scores,
                     std::uint32_t target, Allowed&& allowed) {
  const auto found = std::find(pool.begin(), pool.end(), target);
  if (found == pool.end()) return pool.size();
  const float own = scores[static_cast<std::size_t>(found - pool.begin())];
  if (!(own > 0)) return pool.size();
  std::size_t place = 0;
  for (std::size_t i = 0; i < pool.size(); ++i) {
    const bool before = scores[i] > own || (scores[i] == own && pool[i] < target);
    place += before && allowed(pool[i]) ? 1U : 0U;
  }
  return place;
}

float worth_of(std::size_t place) {
  return place < kListed ? 1 + 1 / static_cast<float>(place + 1) : 0.0F;
}

}  // namespace

std::vector<float> try_blends(const pack::Pack& pack, const History& cases,
                              std::span<const pack::Blend> blends) {
  const std::size_t count = cases.sessions();
  std::vector<float> all(blends.size() * count), fresh(blends.size() * count);
  std::size_t asked = 0;
  std::size_t asked_fresh = 0;
  recommend::Scorer scorer(pack);
  std::vector<std::uint32_t> session, pool;
  std::vector<float> scores;
  std::vector<bool> seen(pack.products(), false);

  for (std::uint32_t c = 0; c < cases.sessions(); ++c) {
    const auto rows = cases.session(c);
    if (rows.size() < 2) continue;
    const auto target = rows.back();
    session.assign(rows.rbegin() + 1, rows.rend());
    for (const auto row : session) seen[row] = true;
    ++asked;
    asked_fresh += seen[target] ? 0U : 1U;

    scorer.set_blend({});
    scorer.score(session);
    const auto& scored = scorer.scores();
    recommend::top_k(
        scored, kListed, [&](std::uint32_t row) { return !scored.is_named(row) && !seen[row]; },
        pool);
    pool.insert(pool.end(), scored.named().begin(), scored.named().end());
    for (const auto row : session) {
      if (std::find(pool.begin(), pool.end(), row) == pool.end()) pool.push_back(row);
    }
    for (std::size_t b = 0; b < blends.size(); ++b) {
      scorer.set_blend(blends[b]);
      scorer.score(session);
      scores.clear();
      for (const auto row : pool) scores.push_back(scored[row]);
      all[b * count + c] =
          worth_of(place_in(pool, scores, target, [](std::uint32_t) { return true; }));
      if (seen[target]) continue;
      fresh[b * count + c] =
          worth_of(place_in(pool, scores, target, [&](std::uint32_t row) { return !seen[row]; }));
    }
    for (const auto row : session) seen[row] = false;
  }
  const auto weight =
      asked_fresh == 0 ? 0.0F : static_cast<float>(asked) / static_cast<float>(asked_fresh);
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = (all[i] + fresh[i] * weight) / 4;
  return all;
}

}  // namespace etalage::train
