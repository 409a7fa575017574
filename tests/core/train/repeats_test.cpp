// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "train/repeats.h"

#include <gtest/gtest.h>

#include <map>

#include "histories.h"
#include "pack/format.h"

namespace etalage::train {
namespace {

float rate(const std::vector<float>& rates, std::size_t place, std::size_t times) {
  return rates.at(place * pack::kRepeatTimes + times - 1);
}

TEST(Repeats, AreNoneWithoutAnEventThatFollowsAnother) {
  OwnedHistory history;
  history.products = 3;
  EXPECT_TRUE(count_repeats(history.view()).empty());
  history.add(7, {1});
  history.add(8, {2});
  EXPECT_TRUE(count_repeats(history.view()).empty());
}

TEST(Repeats, AreHeldBackWhereFewSessionsSpeak) {
  OwnedHistory history;
  history.products = 1;
  history.add(7, {0, 0});  // once at the newest place, and then again
  const auto rates = count_repeats(history.view());
  ASSERT_EQ(rates.size(), 60u);
  const auto of_place = 1.0 / 21;
  EXPECT_FLOAT_EQ(rate(rates, 0, 1), static_cast<float>((1 + 20 * of_place) / 21));
  EXPECT_FLOAT_EQ(rate(rates, 0, 3), static_cast<float>(of_place));
  EXPECT_EQ(rate(rates, 1, 1), 0);
}

TEST(Repeats, AreWhatANaiveCountSays) {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    const auto owned = random_history(seed, 6, 40);
    const auto history = owned.view();
    std::map<std::pair<std::size_t, std::size_t>, std::pair<double, double>> counts;
    for (std::uint32_t s = 0; s < history.sessions(); ++s) {
      const auto session = history.session(s);
      for (std::size_t e = 1; e < session.size(); ++e) {
        std::map<std::uint32_t, std::pair<std::size_t, std::size_t>> held;  // place, times
        for (std::size_t p = 0; p < std::min<std::size_t>(e, 20); ++p) {
          const auto known = held.try_emplace(session[e - 1 - p], p, 0).first;
          ++known->second.second;
        }
        for (const auto& [product, where] : held) {
          auto& [seen, next] = counts[{where.first, std::min<std::size_t>(where.second, 3)}];
          ++seen;
          next += product == session[e];
        }
      }
    }
    const auto rates = count_repeats(history);
    ASSERT_EQ(rates.size(), 60u);
    for (std::size_t p = 0; p < 20; ++p) {
      double seen = 0;
      double next = 0;
      for (std::size_t t = 1; t <= 3; ++t) {
        seen += counts[{p, t}].first;
        next += counts[{p, t}].second;
      }
      const auto all = next / (seen + 20);
      for (std::size_t t = 1; t <= 3; ++t) {
        const auto& [s, n] = counts[{p, t}];
        EXPECT_FLOAT_EQ(rate(rates, p, t), static_cast<float>((n + 20 * all) / (s + 20)));
      }
    }
  }
}

}  // namespace
}  // namespace etalage::train
