// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "train/evaluate.h"

#include <algorithm>
#include <vector>

#include "recommend/scorer.h"
#include "recommend/top_k.h"

namespace etalage::train {
namespace {

constexpr std::size_t kList = 20;

// `place` counts from 0; kList or more is a miss.
void add(Accuracy& accuracy, std::size_t place) {
  ++accuracy.cases;
  if (place >= kList) return;
  accuracy.hr20 += 1;
  accuracy.mrr20 += 1.0 / static_cast<double>(place + 1);
}

void average(Accuracy& accuracy) {
  if (accuracy.cases == 0) return;
  accuracy.hr20 /= accuracy.cases;
  accuracy.mrr20 /= accuracy.cases;
}

std::size_t place_of(std::uint32_t target, const std::vector<std::uint32_t>& list) {
  const auto found = std::find(list.begin(), list.end(), target);
  return found == list.end() ? kList : static_cast<std::size_t>(found - list.begin());
}

// The target's place among the most popular products that the session does not hold.
std::size_t bestseller_place(std::uint32_t target, const std::vector<bool>& seen) {
  std::size_t place = 0;
  for (std::uint32_t row = 0; row < target && place < kList; ++row) place += seen[row] ? 0u : 1u;
  return place;
}

}  // namespace

Evaluation evaluate(const pack::Pack& pack, const History& cases) {
  Evaluation result;
  recommend::Scorer scorer(pack);
  std::vector<std::uint32_t> session, list;
  std::vector<bool> seen(pack.products(), false);
  std::vector<bool> listed(pack.products(), false);
  const auto head = (pack.products() + 9) / 10;
  std::uint64_t entries = 0;
  std::uint64_t head_entries = 0;

  for (std::uint32_t c = 0; c < cases.sessions(); ++c) {
    const auto rows = cases.session(c);
    if (rows.size() < 2) continue;
    const auto target = rows.back();
    session.assign(rows.rbegin() + 1, rows.rend());
    scorer.score(session);
    recommend::top_k(scorer.scores(), kList, [](std::uint32_t) { return true; }, list);
    add(result.all, place_of(target, list));
    add(result.bestsellers_all, target);

    for (const auto row : session) seen[row] = true;
    if (!seen[target]) {
      recommend::top_k(scorer.scores(), kList, [&](std::uint32_t row) { return !seen[row]; }, list);
      add(result.fresh, place_of(target, list));
      add(result.bestsellers_fresh, bestseller_place(target, seen));
      for (const auto row : list) {
        listed[row] = true;
        ++entries;
        if (row < head) ++head_entries;
      }
    }
    for (const auto row : session) seen[row] = false;
  }
  for (auto* accuracy :
       {&result.all, &result.fresh, &result.bestsellers_all, &result.bestsellers_fresh}) {
    average(*accuracy);
  }
  if (pack.products() > 0) {
    result.coverage =
        static_cast<double>(std::count(listed.begin(), listed.end(), true)) / pack.products();
  }
  if (entries > 0)
    result.head_share = static_cast<double>(head_entries) / static_cast<double>(entries);
  return result;
}

}  // namespace etalage::train
