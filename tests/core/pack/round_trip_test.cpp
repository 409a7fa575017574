// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Whatever goes into a pack comes out of it.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "pack/pack.h"
#include "pack/writer.h"
#include "support/shop.h"

namespace etalage::pack {
namespace {

void expect_same_products(const Pack& pack, const Contents& contents) {
  ASSERT_EQ(pack.products(), contents.products.size());
  for (std::uint32_t row = 0; row < pack.products(); ++row) {
    const auto& product = contents.products[row];
    EXPECT_EQ(pack.id(row), product.id);
    EXPECT_EQ(pack.title(row), product.title);
    EXPECT_EQ(pack.url(row), product.url);
    EXPECT_EQ(pack.image(row), product.image);
    EXPECT_EQ(pack.brand(row), product.brand);
    EXPECT_EQ(pack.categories().text(row), product.category);
    EXPECT_EQ(pack.price(row).value_or(kPriceUnknown), product.price);
    EXPECT_EQ(pack.in_stock(row), product.in_stock);
    EXPECT_EQ(pack.hidden(row), product.hidden);
  }
}

void expect_same_attributes(const Pack& pack, const Contents& contents) {
  ASSERT_EQ(pack.attributes().size(), contents.attributes.size());
  for (std::size_t i = 0; i < contents.attributes.size(); ++i) {
    const auto* column = pack.attribute(contents.attributes[i].name);
    ASSERT_NE(column, nullptr);
    EXPECT_EQ(column->is_text, contents.attributes[i].is_text);
    for (std::uint32_t row = 0; row < pack.products(); ++row) {
      const auto& product = contents.products[row];
      if (column->is_text) {
        EXPECT_EQ(column->texts.text(row), product.texts[i]);
      } else if (product.numbers[i] != product.numbers[i]) {
        EXPECT_NE(column->numbers[row], column->numbers[row]);
      } else {
        EXPECT_EQ(column->numbers[row], product.numbers[i]);
      }
    }
  }
  EXPECT_EQ(pack.attribute("colour"), nullptr);
}

void expect_same_lists(const Pack& pack, const Contents& contents) {
  const auto rows = [](const NumberColumn<std::uint32_t>& column) {
    std::vector<std::uint32_t> list;
    for (std::uint32_t i = 0; i < column.size(); ++i) list.push_back(column[i]);
    return list;
  };
  EXPECT_EQ(rows(pack.trending()), contents.trending);
  EXPECT_EQ(rows(pack.arrivals()), contents.arrivals);
  for (std::uint32_t row = 0; row < pack.products(); ++row) {
    EXPECT_EQ(pack.interval(row), contents.intervals.empty() ? 0 : contents.intervals[row]);
  }
}

// Ids first, then aliases in the order of the products; an empty alias names nothing.
void expect_same_keys(const Pack& pack, const Contents& contents) {
  std::map<std::string, std::uint32_t> rows;
  for (std::uint32_t row = 0; row < pack.products(); ++row)
    rows.emplace(contents.products[row].id, row);
  for (std::uint32_t row = 0; row < pack.products(); ++row) {
    for (const auto& alias : contents.products[row].aliases) {
      if (!alias.empty()) rows.emplace(alias, row);
    }
  }
  for (const auto& [key, row] : rows) {
    EXPECT_EQ(pack.find(key), row) << key;
    EXPECT_EQ(pack.find(key + "?").has_value(), rows.contains(key + "?"));
  }
}

void expect_same_model(const Pack& pack, const Contents& contents) {
  EXPECT_TRUE(std::ranges::equal(pack.components(), contents.components));
  EXPECT_TRUE(std::ranges::equal(pack.positions(), contents.positions));
  EXPECT_EQ(pack.blend(), contents.blend);
  for (std::uint32_t i = 0; i < 60; ++i) {
    EXPECT_EQ(pack.repeat(i / 3, i % 3 + 1), contents.repeats.empty() ? 0 : contents.repeats[i]);
  }
  for (std::uint32_t row = 0; row < contents.scales.size(); ++row) {
    EXPECT_FLOAT_EQ(pack.scale(row) * 127 * 65535, contents.scales[row]);
  }
  for (std::uint32_t row = 0; row < contents.pairs.size(); ++row) {
    std::vector<std::uint32_t> rows;
    pack.visit_pairs(row, [&](std::uint32_t other, float) { rows.push_back(other); });
    ASSERT_EQ(rows.size(), contents.pairs[row].size());
    for (std::size_t i = 0; i < rows.size(); ++i) EXPECT_EQ(rows[i], contents.pairs[row][i].row);
  }
}

void expect_same_settings(const Pack& pack, const Contents& contents) {
  EXPECT_EQ(pack.off(), contents.off);
  EXPECT_EQ(pack.currency(), contents.currency);
  EXPECT_EQ(pack.min_support(), contents.min_support);
  EXPECT_EQ(pack.retention_days(), contents.retention_days);
  ASSERT_EQ(pack.slots().size(), contents.slots.size());
  for (std::size_t i = 0; i < contents.slots.size(); ++i) {
    EXPECT_EQ(pack.slots()[i], contents.slots[i]);
  }
  const auto same = [](std::span<const std::uint8_t> a, const test::Bytes& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end());
  };
  EXPECT_TRUE(same(pack.manifest(), contents.manifest));
  EXPECT_TRUE(same(pack.program(), contents.program));
  EXPECT_TRUE(same(pack.explanations(), contents.explanations));
  EXPECT_TRUE(std::equal(pack.refused().begin(), pack.refused().end(), contents.refused.begin(),
                         contents.refused.end()));
  for (const auto& [key, words] : contents.texts) {
    EXPECT_EQ(pack.text(key, 0), words[0]);
    EXPECT_EQ(pack.text(key, 1), words[1]);
  }
  EXPECT_EQ(pack.text("slot of nobody", 0), "");
  EXPECT_EQ(pack.children(), contents.children);
}

TEST(PackRoundTrip, GivesBackWhateverWentIn) {
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    SCOPED_TRACE(seed);
    const auto contents = test::random_contents(seed);
    const auto data = test::written(contents);
    const auto pack = Pack::open(data);
    ASSERT_TRUE(pack);
    expect_same_attributes(*pack, contents);
    expect_same_lists(*pack, contents);
    expect_same_products(*pack, contents);
    expect_same_keys(*pack, contents);
    expect_same_model(*pack, contents);
    expect_same_settings(*pack, contents);
  }
}

TEST(PackRoundTrip, OfTheSameContentsIsTheSameBytes) {
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    EXPECT_EQ(test::written(test::random_contents(seed)),
              test::written(test::random_contents(seed)));
  }
}

TEST(PackRoundTrip, ReadsAPackThatLiesAtAnyAddress) {
  const auto data = test::written(test::garden_shop());
  for (std::size_t at = 1; at < 8; ++at) {
    test::Bytes shifted(at);
    shifted.insert(shifted.end(), data.begin(), data.end());
    const auto pack = Pack::open(std::span(shifted).subspan(at));
    ASSERT_TRUE(pack);
    expect_same_products(*pack, test::garden_shop());
  }
}

}  // namespace
}  // namespace etalage::pack
