// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "train/repeats.h"

#include <algorithm>
#include <array>

#include "pack/format.h"

namespace etalage::train {
namespace {

using pack::kRepeatPlaces;
using pack::kRepeatTimes;

constexpr double kHoldBack = 20;

struct Count {
  double seen = 0;
  double next = 0;
};

}  // namespace

std::vector<float> count_repeats(const History& history) {
  std::array<std::array<Count, kRepeatTimes>, kRepeatPlaces> counts{};
  bool any = false;
  for (std::uint32_t s = 0; s < history.sessions(); ++s) {
    const auto session = history.session(s);
    for (std::size_t e = 1; e < session.size(); ++e) {
      const auto places = std::min<std::size_t>(e, kRepeatPlaces);
      const auto newest = session.subspan(e - places, places);
      for (std::size_t p = 0; p < places; ++p) {
        const auto product = session[e - 1 - p];
        const auto later = session.subspan(e - p, p);
        if (std::find(later.begin(), later.end(), product) != later.end()) continue;
        const auto times = std::count(newest.begin(), newest.end(), product);
        auto& count =
            counts[p][std::min<std::size_t>(static_cast<std::size_t>(times), kRepeatTimes) - 1];
        count.seen += 1;
        count.next += product == session[e] ? 1 : 0;
        any = true;
      }
    }
  }
  std::vector<float> rates;
  if (!any) return rates;
  for (const auto& place : counts) {
    Count all;
    for (const auto& [seen, next] : place) {
      all.seen += seen;
      all.next += next;
    }
    const auto rate = all.next / (all.seen + kHoldBack);
    for (const auto& [seen, next] : place) {
      rates.push_back(static_cast<float>((next + kHoldBack * rate) / (seen + kHoldBack)));
    }
  }
  return rates;
}

}  // namespace etalage::train
