// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "train/evaluate.h"

#include <algorithm>
#include <vector>

#include "recommend/scorer.h"
#include "recommend/top_k.h"

namespace etalage::train {
namespace {

// The most popular tenth.
std::uint32_t head_of(std::uint32_t products) { return (products + 9) / 10; }

// `place` counts from 0; kListed or more is a miss.
void add(Accuracy& accuracy, std::size_t place) {
  ++accuracy.cases;
  if (place >= kListed) return;
  ++accuracy.places[place];
  accuracy.hr20 += 1;
  accuracy.mrr20 += 1.0 / static_cast<double>(place + 1);
}

void add(Comparison& comparison, std::size_t place, std::size_t bestseller_place) {
  add(comparison.pack, place);
  add(comparison.bestsellers, bestseller_place);
}

void average(Accuracy& accuracy) {
  if (accuracy.cases == 0) return;
  accuracy.hr20 /= accuracy.cases;
  accuracy.mrr20 /= accuracy.cases;
}

void average(Comparison& comparison) {
  average(comparison.pack);
  average(comparison.bestsellers);
}

// The group of by_known.
std::size_t known_group(std::size_t products) {
  return products <= 2 ? products - 1 : products <= 5 ? 2 : 3;
}

// The group of by_popularity.
std::size_t popularity_group(std::uint32_t row, std::uint32_t products) {
  return row < head_of(products) ? 0 : row < products - products / 2 ? 1 : 2;
}

std::size_t place_of(std::uint32_t target, const std::vector<std::uint32_t>& list) {
  const auto found = std::find(list.begin(), list.end(), target);
  return found == list.end() ? kListed : static_cast<std::size_t>(found - list.begin());
}

// The target's place among the most popular products that the session does not hold.
std::size_t bestseller_place(std::uint32_t target, const std::vector<bool>& seen) {
  std::size_t place = 0;
  for (std::uint32_t row = 0; row < target && place < kListed; ++row) place += seen[row] ? 0u : 1u;
  return place;
}

}  // namespace

Evaluation evaluate(const pack::Pack& pack, const History& cases) {
  Evaluation result;
  recommend::Scorer scorer(pack);
  std::vector<std::uint32_t> session, list;
  std::vector<bool> seen(pack.products(), false);
  std::vector<bool> listed(pack.products(), false);
  const auto head = head_of(pack.products());
  std::uint64_t entries = 0;
  std::uint64_t head_entries = 0;

  for (std::uint32_t c = 0; c < cases.sessions(); ++c) {
    const auto rows = cases.session(c);
    if (rows.size() < 2) continue;
    const auto target = rows.back();
    session.assign(rows.rbegin() + 1, rows.rend());
    scorer.score(session);
    recommend::top_k(scorer.scores(), kListed, [](std::uint32_t) { return true; }, list);
    add(result.all, place_of(target, list), target);

    std::size_t known = 0;
    for (const auto row : session) {
      known += seen[row] ? 0U : 1U;
      seen[row] = true;
    }
    if (!seen[target]) {
      recommend::top_k(
          scorer.scores(), kListed, [&](std::uint32_t row) { return !seen[row]; }, list);
      const auto place = place_of(target, list);
      const auto other = bestseller_place(target, seen);
      add(result.fresh, place, other);
      add(result.by_known[known_group(known)], place, other);
      add(result.by_popularity[popularity_group(target, pack.products())], place, other);
      for (const auto row : list) {
        listed[row] = true;
        ++entries;
        if (row < head) ++head_entries;
      }
    }
    for (const auto row : session) seen[row] = false;
  }
  average(result.all);
  average(result.fresh);
  for (auto& group : result.by_known) average(group);
  for (auto& group : result.by_popularity) average(group);
  if (pack.products() > 0) {
    result.coverage =
        static_cast<double>(std::count(listed.begin(), listed.end(), true)) / pack.products();
  }
  if (entries > 0)
    result.head_share = static_cast<double>(head_entries) / static_cast<double>(entries);
  return result;
}

}  // namespace etalage::train
