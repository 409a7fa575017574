// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Promise P5: no pair and no learned vector without enough different customers behind it, and ranks instead of sales.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "pack/pack.h"
#include "pack/sections.h"
#include "support/damage.h"
#include "train/attribute_vectors.h"
#include "train/shop_history.h"
#include "train/support.h"

namespace etalage::train {
namespace {

using test::Bytes;

constexpr std::uint32_t kProducts = 30;

Bytes built(const Sessions& sessions, std::uint32_t min_support) {
  PackBuilder builder;
  builder.set_products(test::catalogue_of(test::shop_products(kProducts)));
  auto settings = test::shop_settings();
  settings.min_support = min_support;
  builder.set_settings(settings);
  builder.set_history(sessions);
  EXPECT_TRUE(builder.begin());
  while (builder.step(1000) < 1) {
  }
  return test::exact(*builder.finish());
}

// The different customers who held both of two products.
using Holders = std::set<std::uint64_t>;

TEST(P5ThePackHoldsNoShopper, APairHasEnoughDifferentCustomersBehindIt) {
  for (const std::uint32_t floor : {1u, 3u, 6u}) {
    const auto sessions = test::shop_sessions(2, kProducts, 120);
    const auto view = sessions.view(kProducts);
    std::map<std::pair<std::string, std::string>, Holders> holders;
    for (std::uint32_t s = 0; s < view.sessions(); ++s) {
      const auto customer =
          view.customers[s] == unknown_customer ? (std::uint64_t{1} << 40) + s : view.customers[s];
      for (const auto a : view.session(s)) {
        for (const auto b : view.session(s)) {
          holders[{"P" + std::to_string(100 + a), "P" + std::to_string(100 + b)}].insert(customer);
        }
      }
    }
    const auto data = built(sessions, floor);
    const auto pack = *pack::Pack::open(data);
    std::size_t pairs = 0;
    for (std::uint32_t row = 0; row < pack.products(); ++row) {
      pack.visit_pairs(row, [&](std::uint32_t other, float) {
        const auto& behind = holders[{std::string(pack.id(row)), std::string(pack.id(other))}];
        EXPECT_GE(behind.size(), floor) << pack.id(row) << " " << pack.id(other);
        ++pairs;
      });
    }
    EXPECT_GT(pairs, 0u) << floor;
  }
}

TEST(P5ThePackHoldsNoShopper, ALearnedVectorHasEnoughDifferentCustomersBehindIt) {
  const auto sessions = test::shop_sessions(2, kProducts, 60);
  const auto behind = support(sessions.view(kProducts));
  const auto data = built(sessions, 6);
  const auto pack = *pack::Pack::open(data);
  ItemVectors learned;
  learned.components.assign(std::size_t{kProducts} * pack::kDimensions, 0);
  learned.scales.assign(kProducts, 0);
  std::size_t with = 0;
  std::size_t without = 0;
  for (std::uint32_t product = 0; product < kProducts; ++product) {
    const auto row = *pack.find("P" + std::to_string(100 + product));
    const bool is_learned = behind[product] >= 6;
    ++(is_learned ? with : without);
    if (is_learned) {
      EXPECT_GT(pack.scale(row), 0) << product;
      learned.scales[product] = 1;
      for (std::uint32_t d = 0; d < pack::kDimensions; ++d) {
        learned.components[product * pack::kDimensions + d] =
            pack.components()[row * pack::kDimensions + d];
      }
    }
  }
  EXPECT_GT(with, 0u);
  EXPECT_GT(without, 0u);
  // All that is known of the others is what they are, and those.
  add_attribute_vectors(test::shop_products(kProducts), learned);
  for (std::uint32_t product = 0; product < kProducts; ++product) {
    if (behind[product] >= 6) continue;
    const auto row = *pack.find("P" + std::to_string(100 + product));
    EXPECT_FLOAT_EQ(pack.scale(row),
                    static_cast<float>(learned.scales[product]) / (65535 * 127.0F));
    for (std::uint32_t d = 0; d < pack::kDimensions; ++d) {
      EXPECT_EQ(pack.components()[row * pack::kDimensions + d],
                learned.components[product * pack::kDimensions + d]);
    }
  }
}

TEST(P5ThePackHoldsNoShopper, OneCustomerIsOneHoweverManySessions) {
  Sessions sessions;
  for (int s = 0; s < 50; ++s) {
    sessions.items.insert(sessions.items.end(), {0, 1, 2});
    sessions.offsets.push_back(static_cast<std::uint32_t>(sessions.items.size()));
    sessions.customers.push_back(s % 2 == 0 ? 7 : 8);
  }
  const auto data = built(sessions, 3);
  const auto pack = *pack::Pack::open(data);
  for (std::uint32_t row = 0; row < pack.products(); ++row) {
    EXPECT_EQ(pack.scale(row), 0);
    pack.visit_pairs(row, [](std::uint32_t, float) { ADD_FAILURE(); });
  }
}

// The sections that are not learned.
std::map<pack::Tag, Bytes> published(const Bytes& data) {
  const auto read = pack::read_sections(data);
  std::map<pack::Tag, Bytes> sections;
  for (const auto& view : read->views) sections[view.tag] = test::exact(view.data);
  for (const auto tag : {pack::kVectors, pack::kScales, pack::kModel}) sections.erase(tag);
  return sections;
}

TEST(P5ThePackHoldsNoShopper, PopularityIsPublishedAsRanksNotAsSales) {
  // Everybody's favourite becomes ten times as popular in sessions of its own: its rank is the same.
  auto sessions = test::shop_sessions(2, kProducts, 120);
  const auto before = built(sessions, 3);
  const auto favourite = static_cast<std::uint32_t>(
                             std::stoul(std::string(pack::Pack::open(before)->id(0)).substr(1))) -
                         100;
  for (int s = 0; s < 1000; ++s) {
    sessions.items.push_back(favourite);
    sessions.offsets.push_back(static_cast<std::uint32_t>(sessions.items.size()));
    sessions.customers.push_back(unknown_customer);
  }
  const auto after = built(sessions, 3);
  EXPECT_EQ(published(after), published(before));
}

}  // namespace
}  // namespace etalage::train
