// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// A shop of three kinds of products and what its shoppers did, made with whole numbers alone, so that it is the same on
// every target. Shoppers mostly stay within a kind.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "support/random.h"
#include "train/pack_builder.h"

namespace etalage::test {

inline std::vector<pack::Product> shop_products(std::uint32_t count) {
  constexpr const char* kKinds[] = {"garden > plants", "tools > drills", "home"};
  std::vector<pack::Product> products(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    products[i].id = "P" + std::to_string(100 + i);
    products[i].title = "Product " + std::to_string(i);
    products[i].category = kKinds[i % 3];
    products[i].price = std::int64_t{i} * 250000;
  }
  return products;
}

inline train::Sessions shop_sessions(std::uint64_t seed, std::uint32_t products,
                                     std::uint32_t sessions) {
  Random random(seed);
  train::Sessions result;
  for (std::uint32_t s = 0; s < sessions; ++s) {
    const auto kind = random.below(3);
    for (auto length = 1 + random.below(7); length > 0; --length) {
      const auto group = random.below(8) == 0 ? random.below(3) : kind;
      // The lower of two: some products are more popular than others.
      const auto place = std::min(random.below(products / 3), random.below(products / 3));
      result.items.push_back(place * 3 + group);
    }
    result.offsets.push_back(static_cast<std::uint32_t>(result.items.size()));
    result.customers.push_back(random.below(5) == 0 ? train::unknown_customer : random.below(40));
  }
  return result;
}

inline train::Settings shop_settings() {
  train::Settings settings;
  settings.currency = "EUR";
  settings.epochs = 2;
  const std::vector<pack::Slot> slots = {
      {"home", pack::Strategy::for_you, 4, {pack::Strategy::bestsellers}},
      {"product", pack::Strategy::similar, 4, {}},
      {"cart", pack::Strategy::bought_together, 4, {pack::Strategy::bestsellers}}};
  for (const auto& slot : slots) settings.slots.push_back({slot, {}, {}});
  return settings;
}

inline train::Catalogue catalogue_of(std::vector<pack::Product> products) {
  return {std::move(products), {}, {}};
}

inline train::PackBuilder shop_builder(std::uint32_t products, std::uint32_t sessions) {
  train::PackBuilder builder;
  builder.set_products(catalogue_of(shop_products(products)));
  builder.set_settings(shop_settings());
  builder.set_history(shop_sessions(1, products, sessions));
  return builder;
}

}  // namespace etalage::test
