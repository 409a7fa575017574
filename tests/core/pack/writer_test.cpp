// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "pack/writer.h"

#include <gtest/gtest.h>

#include <limits>

#include "pack/format.h"
#include "pack/pack.h"
#include "support/code.h"
#include "support/shop.h"

namespace etalage::pack {
namespace {

using test::code_of;

constexpr float kInfinity = std::numeric_limits<float>::infinity();
constexpr float kNan = std::numeric_limits<float>::quiet_NaN();

template <typename Change>
Code written_with(Change&& change) {
  auto contents = test::garden_shop();
  change(contents);
  return code_of(write_pack(contents));
}

TEST(PackWriter, RefusesAnEmptyOrRepeatedId) {
  EXPECT_EQ(written_with([](Contents& c) { c.products[3].id = ""; }), Code::invalid_argument);
  EXPECT_EQ(written_with([](Contents& c) { c.products[3].id = "g1"; }), Code::invalid_argument);
  EXPECT_EQ(written_with([](Contents&) {}), Code::ok);
}

TEST(PackWriter, RefusesColumnsOfUnequalLength) {
  EXPECT_EQ(written_with([](Contents& c) { c.components.pop_back(); }), Code::invalid_argument);
  EXPECT_EQ(written_with([](Contents& c) { c.scales.push_back(1); }), Code::invalid_argument);
  EXPECT_EQ(written_with([](Contents& c) { c.pairs.pop_back(); }), Code::invalid_argument);
  EXPECT_EQ(written_with([](Contents& c) { c.scales.clear(); }), Code::invalid_argument);
  EXPECT_EQ(written_with([](Contents& c) { c.components.clear(); }), Code::invalid_argument);
}

TEST(PackWriter, RefusesAPairOutsideTheProducts) {
  EXPECT_EQ(written_with([](Contents& c) { c.pairs[0] = {{8, 1.0F}}; }), Code::invalid_argument);
  EXPECT_EQ(written_with([](Contents& c) { c.pairs[0] = {{0xFFFFFFFF, 1.0F}}; }),
            Code::invalid_argument);
}

TEST(PackWriter, RefusesAPairTwiceInOneList) {
  EXPECT_EQ(written_with([](Contents& c) { c.pairs[0] = {{2, 1.0F}, {3, 1.0F}, {2, 0.5F}}; }),
            Code::invalid_argument);
}

TEST(PackWriter, RefusesAPairsWeightThatItCannotStore) {
  for (const float weight : {0.0F, -1.0F, 4.5F, kInfinity, kNan}) {
    EXPECT_EQ(written_with([&](Contents& c) { c.pairs[0] = {{2, weight}}; }),
              Code::invalid_argument)
        << weight;
  }
}

TEST(PackWriter, RefusesPositionsThatAreNoWeights) {
  for (const float weight : {2e6F, -2e6F, kInfinity, kNan}) {
    EXPECT_EQ(written_with([&](Contents& c) { c.positions[1] = weight; }), Code::invalid_argument)
        << weight;
  }
  EXPECT_EQ(written_with([](Contents& c) { c.positions.assign(kMaxPositions, 1); }), Code::ok);
  EXPECT_EQ(written_with([](Contents& c) { c.positions.assign(kMaxPositions + 1, 1); }),
            Code::invalid_argument);
}

TEST(PackWriter, RefusesABlendThatIsOutOfRange) {
  for (const Blend blend : {Blend{0, 0}, Blend{kMaxShare, 1}}) {
    EXPECT_EQ(written_with([&](Contents& c) { c.blend = blend; }), Code::ok);
  }
  for (const float value : {-0.1F, 16.1F, kInfinity, -kInfinity, kNan}) {
    EXPECT_EQ(written_with([&](Contents& c) { c.blend.vectors = value; }), Code::invalid_argument)
        << value;
    EXPECT_EQ(written_with([&](Contents& c) { c.blend.pair_decay = value; }),
              Code::invalid_argument)
        << value;
  }
}

TEST(PackWriter, RefusesRepeatsThatAreNoRates) {
  EXPECT_EQ(written_with([](Contents& c) { c.repeats.assign(60, 1); }), Code::ok);
  EXPECT_EQ(written_with([](Contents& c) { c.repeats.assign(59, 1); }), Code::invalid_argument);
  for (const float rate : {-0.1F, 1.1F, kInfinity, kNan}) {
    EXPECT_EQ(written_with([&](Contents& c) { c.repeats.assign(60, rate); }),
              Code::invalid_argument)
        << rate;
  }
}

TEST(PackWriter, RefusesARetentionOfMoreThanAHundredYears) {
  EXPECT_EQ(written_with([](Contents& c) { c.retention_days = 36525; }), Code::ok);
  EXPECT_EQ(written_with([](Contents& c) { c.retention_days = 36526; }), Code::invalid_argument);
}

TEST(PackWriter, RefusesASlotOfMoreProductsThanAPackHolds) {
  EXPECT_EQ(written_with([](Contents& c) { c.slots[0].count = kMaxProducts; }), Code::ok);
  EXPECT_EQ(written_with([](Contents& c) { c.slots[0].count = kMaxProducts + 1; }),
            Code::invalid_argument);
}

TEST(PackWriter, RefusesMoreCategoriesOrBrandsThanAnIndexHolds) {
  Contents contents;
  contents.products.resize(65535);
  for (std::size_t row = 0; row < contents.products.size(); ++row) {
    contents.products[row].id = contents.products[row].brand = std::to_string(row);
  }
  EXPECT_EQ(code_of(write_pack(contents)), Code::invalid_argument);
  std::swap(contents.products[0].category, contents.products[0].brand);
  const auto data = test::written(contents);
  const auto pack = Pack::open(data);
  ASSERT_TRUE(pack);
  EXPECT_EQ(pack->brand(65534), "65534");
  EXPECT_EQ(pack->brand(0), "");
}

TEST(PackWriter, RefusesMoreProductsThanThereMayBe) {
  Contents contents;
  contents.products.resize(kMaxProducts + 1);
  EXPECT_EQ(code_of(write_pack(contents)), Code::invalid_argument);
}

// Or a shop would find out in its shoppers' browsers.
TEST(PackWriter, NeverWritesWhatTheReaderRefuses) {
  constexpr float kWeights[] = {kNan, kInfinity, -kInfinity, -1,   0,    1e-30F,
                                0.5F, 4,         5,          1e6F, 1e30F};
  constexpr std::uint32_t kNumbers[] = {
      0, 1, 7, 8, 36525, 36526, kMaxProducts, kMaxProducts + 1, 0xFFFFFFFF};
  std::uint32_t refused = 0;
  for (std::uint64_t seed = 0; seed < 3000; ++seed) {
    test::Random random(seed);
    auto contents = test::garden_shop();
    const auto weight = [&] { return kWeights[random.below(std::size(kWeights))]; };
    const auto number = [&] { return kNumbers[random.below(std::size(kNumbers))]; };
    for (int changes = 0; changes < 2; ++changes) {
      switch (random.below(8)) {
        case 0: contents.pairs[random.below(8)].push_back({number(), weight()}); break;
        case 1: contents.positions.push_back(weight()); break;
        case 2: contents.retention_days = number(); break;
        case 3: contents.slots[random.below(5)].count = number(); break;
        case 4: contents.min_support = number(); break;
        case 5: contents.repeats.assign(random.below(2) == 0 ? 60 : 7, weight()); break;
        case 6:
          contents.products[random.below(8)].price = random.below(2) == 0 ? -5 : INT64_MIN;
          break;
        default: contents.products[random.below(8)].id = test::random_text(random, 1); break;
      }
    }
    const auto data = write_pack(contents);
    if (!data) {
      ++refused;
      continue;
    }
    EXPECT_EQ(code_of(Pack::open(*data)), Code::ok) << seed;
  }
  EXPECT_GT(refused, 500u);
  EXPECT_LT(refused, 2900u);
}

TEST(AddSegmentLists, LeavesAllElseAsItWas) {
  const auto data = test::written(test::garden_shop());
  const std::vector<SegmentList> lists = {{"diy", {1, 4}}, {"nobody", {}}};
  const auto with = test::exact(*add_segment_lists(data, lists));
  const auto pack = *Pack::open(with);
  ASSERT_EQ(pack.segment_lists().size(), 2u);
  EXPECT_EQ(pack.segment_lists()[0].segment, "diy");
  EXPECT_EQ(pack.segment_lists()[0].rows, (std::vector<std::uint32_t>{1, 4}));
  EXPECT_EQ(pack.products(), 8u);
  EXPECT_EQ(pack.title(1), "Hammer drill");
  EXPECT_EQ(*add_segment_lists(with, lists), with) << "they replace what was there";
}

TEST(AddSegmentLists, RefusesRowsOutsideThePackAndWhatIsNoPack) {
  const auto data = test::written(test::garden_shop());
  const std::vector<SegmentList> outside = {{"diy", {8}}};
  EXPECT_EQ(test::code_of(add_segment_lists(data, outside)), Code::malformed);
  EXPECT_FALSE(add_segment_lists(std::span(data).first(50), outside));
}

}  // namespace
}  // namespace etalage::pack
