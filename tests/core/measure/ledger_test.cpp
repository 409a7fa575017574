// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "measure/ledger.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "support/code.h"
#include "support/damage.h"
#include "support/random.h"

namespace etalage::measure {
namespace {

using test::Random;

constexpr std::int64_t kStart = 2968 * kWeek + 3 * kDay;
constexpr std::int64_t kMinute = 60'000;
constexpr std::uint32_t kCost = 1'098'613;

pack::Measure measure_of(std::uint64_t series, std::uint32_t days,
                         pack::Moment moment = pack::Moment::visit) {
  pack::Measure measure;
  measure.name = std::to_string(series);
  measure.series = series;
  measure.rows = 2;
  measure.cost = kCost;
  measure.days = days;
  measure.moment = moment;
  return measure;
}

// Weeks, four weeks, days; one of each is asked after a deadline. Three answers fit a week.
Measures shop() {
  return {{3 * kCost, 10 * kCost},
          {},
          {measure_of(1, 7), measure_of(2, 28), measure_of(3, 1),
           measure_of(4, 7, pack::Moment::epoch), measure_of(5, 28, pack::Moment::epoch)}};
}

// Random bytes for one moment.
struct Bytes {
  explicit Bytes(Random& random) : bytes(test::random_bytes(random, 4096)), words(bytes) {}
  std::vector<std::uint8_t> bytes;
  RandomWords words;
};

// The store of one browser, and all that was ever queued in it. Every step is one transaction: what crashes leaves no trace.
struct Browser {
  Measures measures = shop();
  std::int64_t now = kStart;
  std::optional<Ledger> ledger;
  std::optional<std::optional<Ledger>> copy;  // of the store, taken earlier
  std::uint32_t spent_until = 0;              // the word that an erase leaves
  std::uint32_t restored = 0;
  std::map<std::pair<std::uint64_t, std::uint32_t>, std::uint32_t> reports;  // by series and epoch
  std::map<std::int64_t, std::uint64_t> spent;                               // by week

  void see(Random& random) {
    auto next = ledger.value_or(Ledger{});
    Bytes bytes(random);
    if (next.see(measures, now, bytes.words)) ledger = next;
  }
  // The page is hidden; with `crash` before the transaction is committed.
  void hide(Random& random, bool crash) {
    auto next = ledger.value_or(Ledger{});
    Bytes bytes(random);
    (void)next.see(measures, now, bytes.words);
    std::vector<std::pair<const pack::Measure*, Reported>> queued;
    for (const auto& measure : measures.measures) {
      const auto epoch = next.due(measures, measure, now, spent_until);
      if (!epoch) continue;
      queued.emplace_back(&measure, Reported{measure.series, *epoch, now, {}});
      next.charge(measure, queued.back().second);
    }
    if (crash) return;
    ledger = next;
    for (const auto& [measure, report] : queued) {
      ++reports[{report.series, report.epoch}];
      spent[now / kWeek] += measure->cost;
    }
  }
  void erase() {
    if (ledger) spent_until = std::max(spent_until, ledger->spent_until());
    ledger.reset();
  }
  void restore() {
    if (!copy) {
      copy = ledger;
      return;
    }
    ledger = *copy;
    ++restored;
  }

  // Putting back an older copy of the store takes back what it did not know: once for each time, and no more.
  [[nodiscard]] bool holds() const {
    const std::uint64_t times = 1 + restored;
    for (const auto& [key, count] : reports) {
      if (count > times) return false;
    }
    for (const auto& [week, cost] : spent) {
      if (cost > measures.budget.week * times) return false;
    }
    return !ledger || ledger->spent() <= measures.budget.lifetime;
  }
};

constexpr std::string_view kSteps = "see hide crash minutes day week back erase restore";
constexpr int kKinds = 9;

void take(Browser& browser, int step, Random& random) {
  switch (step) {
    case 0: return browser.see(random);
    case 1: return browser.hide(random, false);
    case 2: return browser.hide(random, true);
    case 3: browser.now += 11 * kMinute; return;
    case 4: browser.now += kDay; return;
    case 5: browser.now += kWeek; return;
    case 6: browser.now -= 2 * kDay; return;
    case 7: return browser.erase();
    default: return browser.restore();
  }
}

// Every way of so many steps.
std::uint64_t explore(const Browser& browser, int depth, std::uint64_t seed) {
  if (depth == 0) return 1;
  std::uint64_t ways = 0;
  for (int step = 0; step < kKinds; ++step) {
    auto next = browser;
    Random random(seed * kKinds + static_cast<std::uint64_t>(step));
    take(next, step, random);
    EXPECT_TRUE(next.holds()) << "after step " << step << " of: " << kSteps;
    if (!next.holds()) return ways;
    ways += explore(next, depth - 1, seed * kKinds + static_cast<std::uint64_t>(step) + 1);
  }
  return ways;
}

TEST(Ledger, NeverSpendsTwiceWhateverTheClockTheCrashesAndTheStoreDo) {
  const char* const asked = std::getenv("ETALAGE_LEDGER_STEPS");
  const int depth = asked != nullptr ? std::atoi(asked) : 5;
  Browser browser;
  Random random(1);
  browser.see(random);
  browser.now += 11 * kMinute;
  EXPECT_GT(explore(browser, depth, 1), 0U);
}

TEST(Ledger, NeverSpendsTwiceInLongLives) {
  std::uint32_t most = 0;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    Browser browser;
    Random random(seed);
    for (int i = 0; i < 300; ++i) {
      const auto step = static_cast<int>(random.below(kKinds - (seed % 2 == 0 ? 1 : 0)));
      take(browser, step, random);
      ASSERT_TRUE(browser.holds()) << "seed " << seed << ", step " << i;
    }
    most = std::max(most, static_cast<std::uint32_t>(browser.reports.size()));
  }
  // The walk is worth something: shoppers do answer.
  EXPECT_GT(most, 8U);
}

struct Shopper {
  Measures measures = shop();
  Random random{7};
  Ledger ledger;

  bool see(std::int64_t now) {
    Bytes bytes(random);
    return ledger.see(measures, now, bytes.words);
  }
  std::optional<std::uint32_t> due(std::size_t which, std::int64_t now,
                                   std::uint32_t spent_until = 0) {
    return ledger.due(measures, measures.measures[which], now, spent_until);
  }
  void answer(std::size_t which, std::int64_t now) {
    const auto epoch = due(which, now);
    ASSERT_TRUE(epoch);
    ledger.charge(measures.measures[which], {measures.measures[which].series, *epoch, now, {}});
  }
};

TEST(Ledger, AsksInAVisitFromARandomMomentOn) {
  std::set<std::int64_t> moments;
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    Shopper shopper;
    shopper.measures.budget.week = 100 * kCost;
    shopper.random = Random(seed);
    ASSERT_TRUE(shopper.see(kStart));
    EXPECT_FALSE(shopper.due(0, kStart + 29'999));
    EXPECT_TRUE(shopper.due(0, kStart + 600'000));
    std::int64_t low = 0, high = 600'000;
    while (high - low > 1) {
      const auto middle = (low + high) / 2;
      (shopper.due(0, kStart + middle) ? high : low) = middle;
    }
    moments.insert(high);
  }
  EXPECT_GT(moments.size(), 390U);
  EXPECT_LT(*moments.begin(), 60'000);
  EXPECT_GT(*moments.rbegin(), 570'000);
}

TEST(Ledger, BeginsAVisitAfterHalfAnHourWithoutASign) {
  Shopper shopper;
  shopper.measures.budget.week = 100 * kCost;
  ASSERT_TRUE(shopper.see(kStart));
  // The page is opened again and again: it stays the same visit, and its moment comes.
  for (int i = 1; i <= 5; ++i) (void)shopper.see(kStart + i * 2 * kMinute);
  EXPECT_TRUE(shopper.due(0, kStart + 10 * kMinute));
  ASSERT_TRUE(shopper.see(kStart + 45 * kMinute));
  EXPECT_FALSE(shopper.due(0, kStart + 45 * kMinute + 29'999));
}

TEST(Ledger, AsksOnceAnEpoch) {
  Shopper shopper;
  shopper.measures = {{1000 * kCost, 1000 * kCost}, {}, {measure_of(1, 7), measure_of(2, 1)}};
  ASSERT_TRUE(shopper.see(kStart));
  auto now = kStart + 10 * kMinute;
  shopper.answer(0, now);
  shopper.answer(1, now);
  EXPECT_FALSE(shopper.due(0, now + 1));
  EXPECT_FALSE(shopper.due(1, now + 1));
  ASSERT_TRUE(shopper.see(now + kDay));
  EXPECT_FALSE(shopper.due(0, now + kDay + 10 * kMinute));
  EXPECT_TRUE(shopper.due(1, now + kDay + 10 * kMinute));
}

TEST(Ledger, AsksAfterADeadlineInsideTheEpochAndUntilOneEpochLater) {
  std::uint32_t late = 0;
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    Shopper shopper;
    shopper.random = Random(seed);
    shopper.measures = {{100 * kCost, 100 * kCost}, {}, {measure_of(4, 7, pack::Moment::epoch)}};
    const auto epoch = static_cast<std::uint32_t>(kStart / kWeek);
    const auto begin = epoch * kWeek;
    ASSERT_TRUE(shopper.see(begin));
    EXPECT_FALSE(shopper.due(0, begin - 1));
    EXPECT_EQ(shopper.due(0, begin + kWeek - 1), epoch);
    late += shopper.due(0, begin + kWeek / 2) ? 0U : 1U;
    (void)shopper.see(begin + kWeek + kDay);
    EXPECT_EQ(shopper.due(0, begin + kWeek + kDay), epoch);
    (void)shopper.see(begin + 2 * kWeek + kDay);
    EXPECT_NE(shopper.due(0, begin + 2 * kWeek + kDay), epoch);
  }
  EXPECT_GT(late, 110U);  // half of them, give or take
  EXPECT_LT(late, 190U);
}

TEST(Ledger, DrawsWhichMeasuresFitAWeekWithoutKnowingAnAnswer) {
  std::map<std::size_t, int> asked;
  constexpr int kShoppers = 2000;
  for (std::uint64_t seed = 0; seed < kShoppers; ++seed) {
    Shopper shopper;
    shopper.random = Random(seed);
    shopper.measures.budget.week = 2 * kCost;
    shopper.measures.measures = {measure_of(1, 7), measure_of(2, 7), measure_of(3, 7),
                                 measure_of(4, 7), measure_of(5, 7)};
    ASSERT_TRUE(shopper.see(kStart));
    int fits = 0;
    for (std::size_t i = 0; i < 5; ++i) {
      if (!shopper.due(i, kStart + 10 * kMinute)) continue;
      ++asked[i];
      ++fits;
    }
    ASSERT_EQ(fits, 2);
  }
  // Two of five each time: 800, with a standard deviation of 22.
  for (const auto& [which, times] : asked) EXPECT_NEAR(times, kShoppers * 2 / 5, 110) << which;
  EXPECT_EQ(asked.size(), 5U);
}

TEST(Ledger, DrawsAmongWhatIsNotAnsweredYet) {
  // One answer fits a week. What is asked every four weeks takes its place once in four weeks at most.
  std::uint32_t weekly = 0;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    Shopper shopper;
    shopper.random = Random(seed);
    shopper.measures = {{kCost, 100 * kCost}, {}, {measure_of(1, 7), measure_of(2, 28)}};
    for (int week = 0; week < 8; ++week) {
      const auto now = kStart + week * kWeek;
      (void)shopper.see(now);
      for (std::size_t i = 0; i < 2; ++i) {
        if (!shopper.due(i, now + 10 * kMinute)) continue;
        shopper.answer(i, now + 10 * kMinute);
        weekly += i == 0 ? 1U : 0U;
        break;
      }
    }
  }
  // 8 weeks touch three epochs of four weeks at most.
  EXPECT_GE(weekly, 200U * 5);
}

TEST(Ledger, KeepsToTheBudgetOfALifetime) {
  Shopper shopper;
  shopper.measures = {{100 * kCost, 3 * kCost + 1}, {}, {measure_of(1, 7)}};
  int answers = 0;
  for (int week = 0; week < 10; ++week) {
    const auto now = kStart + week * kWeek;
    (void)shopper.see(now);
    if (!shopper.due(0, now + 10 * kMinute)) continue;
    shopper.answer(0, now + 10 * kMinute);
    ++answers;
  }
  EXPECT_EQ(answers, 3);
  EXPECT_EQ(shopper.ledger.spent(), 3 * kCost);
}

TEST(Ledger, AsksNothingBeforeTheLatestTimeThatItHasSeen) {
  Shopper shopper;
  ASSERT_TRUE(shopper.see(kStart));
  EXPECT_FALSE(shopper.see(kStart - 1));
  for (std::size_t i = 0; i < shopper.measures.measures.size(); ++i) {
    EXPECT_FALSE(shopper.due(i, kStart - 1));
  }
}

TEST(Ledger, AsksNothingUntilTheWeekIsOverThatAnErasedOneHasSpent) {
  Shopper shopper;
  shopper.measures.budget.week = 100 * kCost;
  ASSERT_TRUE(shopper.see(kStart));
  const auto week = static_cast<std::uint32_t>(kStart / kWeek);
  const auto now = kStart + 10 * kMinute;
  EXPECT_TRUE(shopper.due(0, now, week - 1));
  EXPECT_FALSE(shopper.due(0, now, week));
  EXPECT_FALSE(shopper.due(0, now, week + 5));
}

TEST(Ledger, TellsTheLastWeekThatAnAnsweredEpochReachesInto) {
  Shopper shopper;
  shopper.measures = {{100 * kCost, 100 * kCost}, {}, {measure_of(1, 7), measure_of(2, 28)}};
  ASSERT_TRUE(shopper.see(kStart));
  EXPECT_EQ(shopper.ledger.spent_until(), 0U);
  shopper.answer(0, kStart + 10 * kMinute);
  EXPECT_EQ(shopper.ledger.spent_until(), kStart / kWeek);
  shopper.answer(1, kStart + 10 * kMinute);
  EXPECT_EQ(shopper.ledger.spent_until(), kStart / (4 * kWeek) * 4 + 3);
}

TEST(Ledger, OfWhichNothingIsKnownAsksNothingUntilItsLongestEpochIsOver) {
  const auto measures = shop();
  Shopper shopper;
  shopper.ledger = Ledger::spent(measures, kStart);
  const auto until = (kStart / (4 * kWeek) + 1) * 4 * kWeek;
  for (auto now = kStart; now < until; now += kDay) {
    (void)shopper.see(now);
    for (std::size_t i = 0; i < measures.measures.size(); ++i) {
      ASSERT_FALSE(shopper.due(i, now + 11 * kMinute < until ? now + 11 * kMinute : now));
    }
  }
  shopper.measures.budget.week = 100 * kCost;
  ASSERT_TRUE(shopper.see(until));
  EXPECT_TRUE(shopper.due(0, until + 10 * kMinute));
}

TEST(Ledger, ChangesNothingWithoutRandomBytes) {
  const auto measures = shop();
  for (const std::size_t size : {0U, 3U, 4096U}) {
    Ledger ledger;
    const std::vector<std::uint8_t> zeros(size, 0);
    RandomWords words(zeros);
    EXPECT_FALSE(ledger.see(measures, kStart, words));
    EXPECT_EQ(ledger.encode(), Ledger{}.encode());
  }
}

TEST(Ledger, IsTheSameAfterItWasStored) {
  Shopper shopper;
  shopper.measures.budget = {100 * kCost, 100 * kCost};
  for (int week = 0; week < 6; ++week) {
    const auto now = kStart + week * kWeek;
    (void)shopper.see(now);
    for (std::size_t i = 0; i < 5; ++i) {
      if (shopper.due(i, now + 10 * kMinute)) shopper.answer(i, now + 10 * kMinute);
    }
    const auto bytes = shopper.ledger.encode();
    const auto stored = Ledger::decode(bytes);
    ASSERT_TRUE(stored);
    EXPECT_EQ(stored->encode(), bytes);
    EXPECT_EQ(stored->reported().size(), shopper.ledger.reported().size());
  }
  EXPECT_GT(shopper.ledger.reported().size(), 15U);
}

TEST(Ledger, RefusesWhatIsDamaged) {
  Shopper shopper;
  (void)shopper.see(kStart);
  const auto bytes = shopper.ledger.encode();
  EXPECT_EQ(test::code_of(Ledger::decode({})), Code::truncated);
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(Ledger::decode(std::span(bytes).first(size)));
  }
  for (std::size_t at = 0; at < bytes.size() * 8; ++at) {
    auto damaged = bytes;
    damaged[at / 8] = static_cast<std::uint8_t>(damaged[at / 8] ^ (1u << (at % 8)));
    EXPECT_FALSE(Ledger::decode(damaged)) << at;
  }
}

}  // namespace
}  // namespace etalage::measure
