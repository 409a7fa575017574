// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "train/attribute_vectors.h"

#include <gtest/gtest.h>

#include <cmath>

#include "train/quantise.h"
#include "train/row.h"

namespace etalage::train {
namespace {

struct Catalogue {
  std::vector<pack::Product> products;
  ItemVectors vectors;

  // A product whose vector points along an axis; none: without a vector.
  std::size_t add(pack::Product product, int axis) {
    products.push_back(std::move(product));
    vectors.components.resize(products.size() * dimensions);
    vectors.scales.resize(products.size());
    if (axis >= 0) {
      std::vector<float> row(dimensions);
      row[static_cast<std::size_t>(axis)] = 1;
      const std::span<std::int8_t, dimensions> to(
          vectors.components.data() + (products.size() - 1) * dimensions, dimensions);
      vectors.scales.back() = quantise(row.data(), to);
    }
    return products.size() - 1;
  }

  [[nodiscard]] float component(std::size_t product, std::size_t d) const {
    return static_cast<float>(vectors.components[product * dimensions + d]) / 127 *
           static_cast<float>(vectors.scales[product]) / 65535;
  }
  [[nodiscard]] float length(std::size_t product) const {
    float square = 0;
    for (std::size_t d = 0; d < dimensions; ++d) {
      square += component(product, d) * component(product, d);
    }
    return std::sqrt(square);
  }
};

constexpr int kNone = -1;

pack::Product product(std::string category, std::string brand, std::string title,
                      std::int64_t price = pack::kPriceUnknown) {
  pack::Product result;
  result.category = std::move(category);
  result.brand = std::move(brand);
  result.title = std::move(title);
  result.price = price;
  return result;
}

TEST(AttributeVectors, PutAProductNearItsKind) {
  for (const auto& unknown : {product("tools > drills", "", ""), product("tools > saws", "", ""),
                              product("", "Gaard", ""), product("", "", "A small DRILL, red"),
                              product("tools", "", "", 9'000'000)}) {
    Catalogue shop;
    for (int i = 0; i < 5; ++i) {
      shop.add(product("tools > drills", "Gaard", "Drill", 8'000'000 + i * 1'000'000), 3);
      shop.add(product("garden", "Other", "Rose", 100'000'000), 7);
    }
    const auto cold = shop.add(unknown, kNone);
    add_attribute_vectors(shop.products, shop.vectors);
    EXPECT_NEAR(shop.component(cold, 3), 0.9F, 0.01F) << unknown.category << unknown.title;
    EXPECT_NEAR(shop.component(cold, 7), 0, 0.01F);
  }
}

TEST(AttributeVectors, AreShorterThanLearnedOnesWhichStayAsTheyAre) {
  Catalogue shop;
  const auto known = shop.add(product("a", "b", "some words"), 0);
  shop.add(product("a", "c", "other words"), 1);
  const auto cold = shop.add(product("a", "b", "words"), kNone);
  const auto before = shop.vectors.components;
  add_attribute_vectors(shop.products, shop.vectors);
  EXPECT_NEAR(shop.length(cold), 0.9F, 0.01F);
  EXPECT_GT(shop.component(cold, 0), shop.component(cold, 1)) << "it shares more with the first";
  EXPECT_NEAR(shop.length(known), 1, 0.01F);
  EXPECT_TRUE(
      std::equal(before.begin(), before.begin() + 2 * dimensions, shop.vectors.components.begin()));
}

TEST(AttributeVectors, AreNoneWhereNothingSpeaks) {
  Catalogue shop;
  shop.add(product("a", "", "word"), 0);
  const auto nothing = shop.add(product("", "", ""), kNone);
  const auto strange = shop.add(product("z", "y", "x yz > of"), kNone);
  add_attribute_vectors(shop.products, shop.vectors);
  EXPECT_EQ(shop.vectors.scales[nothing], 0);
  EXPECT_EQ(shop.vectors.scales[strange], 0);
  Catalogue empty;
  add_attribute_vectors(empty.products, empty.vectors);
  EXPECT_TRUE(empty.vectors.scales.empty());
}

TEST(AttributeVectors, OfWhatIsHalfOneThingAndHalfItsOppositeAreNone) {
  Catalogue shop;
  shop.add(product("a", "", ""), 0);
  shop.add(product("a", "", ""), 0);
  for (auto& component : std::span(shop.vectors.components).subspan(dimensions)) {
    component = static_cast<std::int8_t>(-component);
  }
  const auto cold = shop.add(product("a", "", ""), kNone);
  add_attribute_vectors(shop.products, shop.vectors);
  EXPECT_EQ(shop.vectors.scales[cold], 0);
}

}  // namespace
}  // namespace etalage::train
