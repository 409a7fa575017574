// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "train/trends.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "train/support.h"

namespace etalage::train {
namespace {

constexpr std::size_t kLongest = 200;
constexpr std::int32_t kRecent = 7;
constexpr std::int32_t kBefore = 28;
constexpr double kLeastRise = 2;
constexpr std::int32_t kNewInCatalogue = 60;
constexpr std::int32_t kNewInHistory = 30;
constexpr std::int32_t kLeastHistory = 60;

struct Days {
  std::int32_t first = std::numeric_limits<std::int32_t>::max();
  std::int32_t last = kNoDay;
};

Days span_of(std::span<const std::int32_t> days) {
  Days span;
  for (const auto day : days) {
    if (day == kNoDay) continue;
    span.first = std::min(span.first, day);
    span.last = std::max(span.last, day);
  }
  return span;
}

// Customers behind each product in the sessions of the days after `from`, up to `to`.
std::vector<std::uint32_t> support_between(const DatedHistory& dated, std::int32_t from,
                                           std::int32_t to) {
  std::vector<std::uint32_t> items;
  std::vector<std::uint32_t> offsets{0};
  std::vector<std::uint32_t> customers;
  for (std::uint32_t s = 0; s < dated.history.sessions(); ++s) {
    if (dated.days[s] == kNoDay || dated.days[s] <= from || dated.days[s] > to) continue;
    const auto session = dated.history.session(s);
    items.insert(items.end(), session.begin(), session.end());
    offsets.push_back(static_cast<std::uint32_t>(items.size()));
    customers.push_back(dated.history.customers[s]);
  }
  return support({items, offsets, customers, dated.history.products});
}

double sum(const std::vector<std::uint32_t>& counts) {
  return std::accumulate(counts.begin(), counts.end(), 0.0);
}

// The products with the highest keys, best first.
template <typename Key>
std::vector<std::uint32_t> best(std::vector<std::uint32_t> products, const std::vector<Key>& key) {
  std::stable_sort(products.begin(), products.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return key[a] > key[b]; });
  if (products.size() > kLongest) products.resize(kLongest);
  return products;
}

}  // namespace

std::vector<std::uint32_t> rising(const DatedHistory& dated, std::uint32_t min_support) {
  if (dated.days.empty()) return {};
  const auto last = span_of(dated.days).last;
  if (last == kNoDay) return {};
  const auto recent = support_between(dated, last - kRecent, last);
  const auto before = support_between(dated, last - kRecent - kBefore, last - kRecent);
  const double of_before = sum(before);
  if (!(of_before > 0)) return {};
  const double share = sum(recent) / of_before;
  std::vector<double> rise(recent.size(), 0);
  std::vector<std::uint32_t> products;
  for (std::uint32_t product = 0; product < recent.size(); ++product) {
    if (recent[product] < min_support) continue;
    const double expected = before[product] * share;
    rise[product] = (recent[product] - expected) / std::sqrt(expected + 1);
    if (rise[product] >= kLeastRise) products.push_back(product);
  }
  return best(std::move(products), rise);
}

std::vector<std::uint32_t> arrivals(const DatedHistory& dated, std::uint32_t min_support) {
  const auto span = span_of(dated.days);
  std::vector<std::uint32_t> products;
  const auto added = span_of(dated.added);
  if (added.last != kNoDay) {
    const auto today = std::max(span.last, added.last);
    for (std::uint32_t product = 0; product < dated.added.size(); ++product) {
      const auto day = dated.added[product];
      if (day != kNoDay && today - day < kNewInCatalogue) products.push_back(product);
    }
    return best(std::move(products),
                std::vector<std::int32_t>(dated.added.begin(), dated.added.end()));
  }
  if (span.last == kNoDay || span.last - span.first < kLeastHistory) return {};
  std::vector<std::int32_t> first(dated.history.products, std::numeric_limits<std::int32_t>::max());
  for (std::uint32_t s = 0; s < dated.history.sessions(); ++s) {
    if (dated.days[s] == kNoDay) continue;
    for (const auto product : dated.history.session(s)) {
      first[product] = std::min(first[product], dated.days[s]);
    }
  }
  const auto behind = support(dated.history);
  for (std::uint32_t product = 0; product < first.size(); ++product) {
    const bool is_new = first[product] <= span.last && first[product] > span.last - kNewInHistory;
    if (is_new && behind[product] >= min_support) products.push_back(product);
  }
  return best(std::move(products), first);
}

std::vector<std::uint16_t> intervals(std::vector<Purchase> purchases, std::uint32_t products,
                                     std::uint32_t min_support) {
  std::sort(purchases.begin(), purchases.end());
  purchases.erase(std::unique(purchases.begin(), purchases.end()), purchases.end());
  std::vector<std::vector<std::int32_t>> gaps(products);
  std::vector<std::uint32_t> customers(products, 0);
  for (std::size_t i = 1; i < purchases.size(); ++i) {
    const auto& [customer, product, day] = purchases[i];
    const auto& before = purchases[i - 1];
    if (customer == unknown_customer || before.customer != customer || before.product != product) {
      continue;
    }
    gaps[product].push_back(day - before.day);
    const bool is_first =
        i < 2 || purchases[i - 2].customer != customer || purchases[i - 2].product != product;
    if (is_first) ++customers[product];
  }
  std::vector<std::uint16_t> medians(products, 0);
  for (std::uint32_t product = 0; product < products; ++product) {
    auto& list = gaps[product];
    if (list.empty() || customers[product] < min_support) continue;
    const auto middle = list.begin() + static_cast<std::ptrdiff_t>((list.size() - 1) / 2);
    std::nth_element(list.begin(), middle, list.end());
    medians[product] = static_cast<std::uint16_t>(std::clamp(*middle, 1, 0xFFFF));
  }
  return medians;
}

}  // namespace etalage::train
