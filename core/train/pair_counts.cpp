// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "train/pair_counts.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace etalage::train {
namespace {

constexpr std::uint32_t max_distinct = 60;
constexpr double together_prior = 20;
constexpr double next_prior = 10;
constexpr double next_weight = 0.3;
// e^-(d - 1) for d = 1 .. 10, written out because std::exp differs between platforms.
constexpr std::array<double, 10> step_weight = {
    1.0,
    0.36787944117144233,
    0.1353352832366127,
    0.049787068367863944,
    0.018315638888734179,
    0.006737946999085467,
    0.0024787521766663585,
    0.00091188196555451624,
    0.00033546262790251185,
    0.00012340980408667956,
};

// The sessions that count, customer by customer, and where each product is in them.
struct Index {
  std::vector<std::uint32_t> items;             // events, sessions end to end
  std::vector<std::uint32_t> session_of;        // of each event
  std::vector<std::uint32_t> ends;              // of each session, in items
  std::vector<std::uint32_t> groups;            // customer of each session
  std::vector<std::uint32_t> distinct;          // distinct products of each session, end to end
  std::vector<std::uint32_t> distinct_offsets;  // sessions + 1
  std::vector<std::uint32_t> sessions_with;     // s_i
  std::vector<std::uint32_t> event_offsets;     // products + 1, into events
  std::vector<std::uint32_t> events;            // positions in items, product by product, ascending
};

void add_sessions(const History& history, Index& index) {
  const CustomerOrder order = by_customer(history);
  std::vector<std::uint32_t> seen_in(history.products, 0);
  index.distinct_offsets.push_back(0);
  for (std::uint32_t i = 0; i < order.sessions.size(); ++i) {
    const std::span<const std::uint32_t> session = history.session(order.sessions[i]);
    const std::size_t first = index.distinct.size();
    for (const std::uint32_t product : session) {
      if (seen_in[product] == i + 1) continue;
      seen_in[product] = i + 1;
      index.distinct.push_back(product);
    }
    const std::size_t count = index.distinct.size() - first;
    if (count < 2 || count > max_distinct) {
      index.distinct.resize(first);
      continue;
    }
    const auto number = static_cast<std::uint32_t>(index.ends.size());
    index.items.insert(index.items.end(), session.begin(), session.end());
    index.session_of.insert(index.session_of.end(), session.size(), number);
    index.ends.push_back(static_cast<std::uint32_t>(index.items.size()));
    index.groups.push_back(order.groups[i]);
    index.distinct_offsets.push_back(static_cast<std::uint32_t>(index.distinct.size()));
  }
}

Index build_index(const History& history) {
  Index index;
  add_sessions(history, index);
  index.sessions_with.assign(history.products, 0);
  for (const std::uint32_t product : index.distinct) ++index.sessions_with[product];
  // Counting sort of the events by product.
  index.event_offsets.assign(history.products + std::size_t{1}, 0);
  for (const std::uint32_t product : index.items) ++index.event_offsets[product + std::size_t{1}];
  for (std::size_t p = 0; p < history.products; ++p)
    index.event_offsets[p + 1] += index.event_offsets[p];
  std::vector<std::uint32_t> next(index.event_offsets.begin(), index.event_offsets.end() - 1);
  index.events.resize(index.items.size());
  for (std::uint32_t e = 0; e < index.items.size(); ++e) index.events[next[index.items[e]]++] = e;
  return index;
}

// What one row knows of one other product. All zero between rows.
struct Counter {
  double next = 0;              // T_ij
  std::uint32_t sessions = 0;   // C_ij
  std::uint32_t customers = 0;  // different ones among them
  std::uint32_t last_group = 0;
};

class RowCounter {
 public:
  RowCounter(const Index& index, std::uint32_t products) : index_(index), counters_(products) {}

  // Counts the row of `product`. take() must follow: it turns the counters into weights and clears them.
  void count(std::uint32_t product) {
    std::uint32_t previous = unknown_customer;
    followed_ = 0;
    for (std::uint32_t k = index_.event_offsets[product]; k < index_.event_offsets[product + 1];
         ++k) {
      const std::uint32_t event = index_.events[k];
      const std::uint32_t session = index_.session_of[event];
      if (session != previous) add_session(product, session);
      previous = session;
      add_followers(product, event, index_.ends[session]);
    }
  }

  std::vector<Pair> take(std::uint32_t product, const PairOptions& options) {
    std::vector<Pair> row;
    const double own = index_.sessions_with[product] + together_prior;
    for (const std::uint32_t other : met_) {
      const Counter& counter = counters_[other];
      if (counter.customers >= options.min_support) {
        const double together =
            counter.sessions / std::sqrt(own * (index_.sessions_with[other] + together_prior));
        const double next = next_weight * counter.next / (followed_ + next_prior);
        row.push_back({other, static_cast<float>(together + next)});
      }
      counters_[other] = {};
    }
    met_.clear();
    std::ranges::sort(row, [](const Pair& a, const Pair& b) {
      return a.weight != b.weight ? a.weight > b.weight : a.product < b.product;
    });
    if (row.size() > options.per_product) row.resize(options.per_product);
    return row;
  }

 private:
  void add_session(std::uint32_t product, std::uint32_t session) {
    const std::uint32_t group = index_.groups[session];
    for (std::uint32_t k = index_.distinct_offsets[session];
         k < index_.distinct_offsets[session + 1]; ++k) {
      const std::uint32_t other = index_.distinct[k];
      if (other == product) continue;
      Counter& counter = counters_[other];
      if (counter.sessions++ == 0) met_.push_back(other);
      if (counter.last_group != group) ++counter.customers;
      counter.last_group = group;
    }
  }

  void add_followers(std::uint32_t product, std::uint32_t event, std::uint32_t end) {
    if (event + 1 == end) return;
    ++followed_;
    for (std::uint32_t d = 0; d < step_weight.size() && event + d + 1 < end; ++d) {
      const std::uint32_t other = index_.items[event + d + 1];
      if (other != product) counters_[other].next += step_weight[d];
    }
  }

  const Index& index_;
  std::vector<Counter> counters_;   // one a product
  std::vector<std::uint32_t> met_;  // those that are not zero
  std::uint32_t followed_ = 0;      // n_i
};

}  // namespace

PairLists count_pairs(const History& history, const PairOptions& options) {
  const Index index = build_index(history);
  RowCounter counter(index, history.products);
  PairLists lists;
  lists.offsets.reserve(history.products + std::size_t{1});
  lists.offsets.push_back(0);
  for (std::uint32_t product = 0; product < history.products; ++product) {
    counter.count(product);
    const std::vector<Pair> row = counter.take(product, options);
    lists.pairs.insert(lists.pairs.end(), row.begin(), row.end());
    lists.offsets.push_back(static_cast<std::uint32_t>(lists.pairs.size()));
  }
  return lists;
}

}  // namespace etalage::train
