// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "train/trends.h"

#include <gtest/gtest.h>

#include <set>

#include "support/random.h"

namespace etalage::train {
namespace {

using Rows = std::vector<std::uint32_t>;

// One session a line: its day, its customer, its products.
struct Line {
  std::int32_t day;
  std::uint32_t customer;
  Rows products;
};

struct Owned {
  Rows items, offsets{0}, customers;
  std::vector<std::int32_t> days;
  std::vector<std::int32_t> added;
  std::uint32_t products = 0;

  Owned(std::uint32_t count, const std::vector<Line>& lines) : products(count) {
    for (const auto& line : lines) {
      items.insert(items.end(), line.products.begin(), line.products.end());
      offsets.push_back(static_cast<std::uint32_t>(items.size()));
      customers.push_back(line.customer);
      days.push_back(line.day);
    }
  }
  [[nodiscard]] DatedHistory view() const {
    return {{items, offsets, customers, products}, days, added};
  }
};

// Every day from `from` to `to` each of `customers` looks at `product`.
void look(std::vector<Line>& lines, std::uint32_t product, std::int32_t from, std::int32_t to,
          std::uint32_t customers) {
  for (auto day = from; day <= to; ++day) {
    for (std::uint32_t c = 0; c < customers; ++c) {
      lines.push_back({day, 1000 * static_cast<std::uint32_t>(day) + c, {product}});
    }
  }
}

TEST(Rising, AreProductsOfWhichTheShareGrows) {
  std::vector<Line> lines;
  look(lines, 0, 1, 35, 5);  // as always
  look(lines, 1, 1, 28, 1);  // one a day, then five
  look(lines, 1, 29, 35, 5);
  look(lines, 2, 1, 28, 9);  // falls
  look(lines, 2, 29, 35, 2);
  look(lines, 3, 33, 35, 9);  // from nothing
  const Owned owned(4, lines);
  EXPECT_EQ(rising(owned.view(), 3), (Rows{3, 1})) << "27 from nothing, 35 where 14 were expected";
}

TEST(Rising, NeedCustomersBehindThemInTheLastDays) {
  std::vector<Line> lines;
  look(lines, 0, 1, 35, 5);
  for (int i = 0; i < 40; ++i) lines.push_back({35, 7, {1}});  // one customer, over and over
  look(lines, 2, 35, 35, 8);
  const Owned owned(3, lines);
  EXPECT_EQ(rising(owned.view(), 3), Rows{2});
  EXPECT_EQ(rising(owned.view(), 9), Rows{});
}

TEST(Rising, AreNoneWhereNothingCameBeforeOrNobodyKnowsTheDay) {
  std::vector<Line> lines;
  look(lines, 0, 30, 35, 9);
  Owned owned(1, lines);
  EXPECT_EQ(rising(owned.view(), 3), Rows{});
  owned.days.clear();
  EXPECT_EQ(rising(owned.view(), 3), Rows{});
  EXPECT_EQ(rising(Owned(0, {}).view(), 3), Rows{});
  EXPECT_EQ(rising(Owned(1, {{kNoDay, 1, {0}}}).view(), 3), Rows{});
}

TEST(Arrivals, AreWhatTheCatalogueCallsNewNewestFirst) {
  Owned owned(5, {{19'990, 1, {0, 1}}});
  owned.added = {19'950, kNoDay, 20'000, 19'900, 20'000};
  EXPECT_EQ(arrivals(owned.view(), 3), (Rows{2, 4, 0}));
}

TEST(Arrivals, AreWhatTheHistoryFirstSawOfLateWhereTheCatalogueDoesNotSay) {
  std::vector<Line> lines;
  look(lines, 0, 1, 90, 3);
  look(lines, 1, 70, 90, 3);
  look(lines, 2, 80, 90, 3);
  lines.push_back({89, 5, {3}});
  Owned owned(5, lines);
  owned.added.assign(5, kNoDay);
  EXPECT_EQ(arrivals(owned.view(), 3), (Rows{2, 1})) << "3 has one customer, 4 none";
}

TEST(Arrivals, AreNoneOfAHistoryThatIsNewItself) {
  std::vector<Line> lines;
  look(lines, 0, 1, 40, 3);
  look(lines, 1, 35, 40, 3);
  EXPECT_EQ(arrivals(Owned(2, lines).view(), 3), Rows{});
}

TEST(Intervals, AreTheMedianOfTheGapsOfEnoughCustomers) {
  const std::vector<Purchase> purchases = {{1, 0, 0},
                                           {1, 0, 30},
                                           {1, 0, 60},
                                           {2, 0, 5},
                                           {2, 0, 15},
                                           {3, 0, 7},
                                           {3, 0, 107},
                                           {4, 1, 0},
                                           {4, 1, 9},
                                           {4, 1, 18},
                                           {4, 1, 27},  // one customer alone
                                           {5, 2, 3},
                                           {5, 2, 3},  // twice on one day is once
                                           {unknown_customer, 1, 1},
                                           {unknown_customer, 1, 4}};
  EXPECT_EQ(intervals(purchases, 4, 3), (std::vector<std::uint16_t>{30, 0, 0, 0}));
  EXPECT_EQ(intervals(purchases, 4, 4), std::vector<std::uint16_t>(4, 0));
  EXPECT_EQ(intervals({}, 0, 3), std::vector<std::uint16_t>{});
}

TEST(Intervals, DoNotDependOnTheOrderOfThePurchases) {
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    test::Random random(seed);
    std::vector<Purchase> purchases;
    for (int i = 0; i < 300; ++i) {
      purchases.push_back(
          {random.below(9), random.below(5), static_cast<std::int32_t>(random.below(99))});
    }
    const auto expected = intervals(purchases, 5, 3);
    for (std::size_t i = purchases.size(); i > 1; --i) {
      std::swap(purchases[i - 1], purchases[random.below(static_cast<std::uint32_t>(i))]);
    }
    EXPECT_EQ(intervals(purchases, 5, 3), expected);
  }
}

}  // namespace
}  // namespace etalage::train
