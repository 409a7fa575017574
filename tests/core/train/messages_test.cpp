// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "train/messages.h"

#include <gtest/gtest.h>

#include <limits>

#include "bytes/reader.h"
#include "support/code.h"
#include "support/damage.h"

namespace etalage::train {
namespace {

using test::Bytes;
using test::code_of;
using test::Random;

using Texts = std::vector<std::string>;

// As js/build writes: a string is a u32 length and its bytes.
struct Message {
  bytes::Writer out;

  Message& number(auto value) {
    out.number(value);
    return *this;
  }
  Message& u32(std::uint32_t value) { return number(value); }
  Message& string(std::string_view text) {
    u32(static_cast<std::uint32_t>(text.size()));
    out.append({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
    return *this;
  }
  Bytes take() { return test::exact(out.take()); }
};

Bytes products_of(double price) {
  Message message;
  message.u32(2).string("series").number(std::uint8_t{3}).string("green").number(std::uint8_t{2});
  message.u32(2);
  message.string("A1")
      .u32(2)
      .string("A1-x")
      .string("")
      .string("T\u00e9st")
      .string("a > b")
      .string("Gaard");
  message.string("/p").string("/i").number(price).number(std::uint8_t{1}).number(std::uint8_t{1});
  message.number(20'000.0).string("Nordic").number(0.5);
  message.string("B2").u32(0).string("").string("").string("").string("").string("");
  message.number(0.0).number(std::uint8_t{0}).number(std::uint8_t{0});
  message.number(std::numeric_limits<double>::quiet_NaN()).string("").number(-1.0);
  return message.take();
}

Bytes settings_of(std::string_view strategy, std::string_view fallback = "bestsellers",
                  pack::Blend blend = {0.5F, 0.25F}) {
  Message message;
  message.u32(5).u32(90).number(std::uint8_t{1}).string("EUR").u32(7).u32(3).u32(19);
  message.number(blend.vectors).number(blend.pair_decay);
  message.u32(2).string("home").string(strategy).u32(8).u32(2).string(fallback).string("similar");
  message.number(std::uint8_t{1}).number(std::uint8_t{2}).number(std::uint8_t{5});
  for (const auto share : {0.5, 0.25, 0.125, 0.75, 0.5, 2.0}) message.number(share);
  message.u32(1).string("A1").u32(2).string("").string("B2").u32(1).number(3.0);
  message.string("top").string("bestsellers").u32(4).u32(0);
  for (int i = 0; i < 3; ++i) message.number(std::uint8_t{0});
  for (int i = 0; i < 6; ++i) message.number(0.0);
  message.u32(0).u32(0).u32(0);
  return message.take();
}

Bytes numbers(const std::vector<std::uint32_t>& values) {
  Message message;
  for (const auto value : values) message.u32(value);
  return message.take();
}

TEST(TrainMessages, SayWhatTheProductsAre) {
  const auto catalogue = read_products(products_of(2.55));
  ASSERT_TRUE(catalogue);
  const auto* products = &catalogue->products;
  ASSERT_EQ(catalogue->attributes.size(), 2u);
  EXPECT_TRUE(catalogue->attributes[0].is_text);
  EXPECT_EQ(catalogue->attributes[1].name, "green");
  EXPECT_FALSE(catalogue->attributes[1].is_text);
  EXPECT_EQ(catalogue->added, (std::vector<std::int32_t>{20'000, kNoDay}));
  EXPECT_TRUE(products->front().hidden);
  EXPECT_EQ(products->front().texts, (Texts{"Nordic", ""}));
  EXPECT_EQ(products->front().numbers, (std::vector<double>{0, 0.5}));
  ASSERT_EQ(products->size(), 2u);
  const auto& first = products->front();
  EXPECT_EQ(first.id, "A1");
  EXPECT_EQ(first.aliases, (Texts{"A1-x", ""}));
  EXPECT_EQ(first.title, "T\u00e9st");
  EXPECT_EQ(first.category, "a > b");
  EXPECT_EQ(first.brand, "Gaard");
  EXPECT_EQ(first.url, "/p");
  EXPECT_EQ(first.image, "/i");
  EXPECT_EQ(first.price, 2550000);
  EXPECT_TRUE(first.in_stock);
  EXPECT_EQ(products->back().price, 0);
  EXPECT_FALSE(products->back().in_stock);
}

TEST(TrainMessages, TakeAPriceThatIsNoneForUnknown) {
  for (const double price : {std::numeric_limits<double>::quiet_NaN(),
                             std::numeric_limits<double>::infinity(), -0.01, 1e13}) {
    EXPECT_EQ(read_products(products_of(price))->products.front().price, pack::kPriceUnknown)
        << price;
  }
  EXPECT_EQ(read_products(products_of(0.0000004))->products.front().price, 0);
  EXPECT_EQ(read_products(products_of(19.99))->products.front().price, 19990000);
  EXPECT_EQ(read_products(products_of(1e12))->products.front().price, 1000000000000000000);
}

TEST(TrainMessages, SayWhatTheSettingsAre) {
  const auto settings = read_settings(settings_of("for-you"));
  ASSERT_TRUE(settings);
  EXPECT_EQ(settings->min_support, 5u);
  EXPECT_EQ(settings->retention_days, 90u);
  EXPECT_TRUE(settings->off);
  EXPECT_EQ(settings->currency, "EUR");
  EXPECT_EQ(settings->seed, 7u);
  EXPECT_EQ(settings->epochs, 3u);
  EXPECT_EQ(settings->positions, 19u);
  EXPECT_EQ(settings->blend, (pack::Blend{0.5F, 0.25F}));
  ASSERT_EQ(settings->slots.size(), 2u);
  const auto& [slot, exclude, pins] = settings->slots[0];
  pack::Slot expected{
      "home", pack::Strategy::for_you, 8, {pack::Strategy::bestsellers, pack::Strategy::similar}};
  expected.shown = pack::Shown::categories;
  expected.prefer = pack::Prefer::greener;
  expected.without = pack::kSeen | pack::kInCart;
  expected.diversity = 0.5F;
  expected.calibration = 0.25F;
  expected.rotation = 0.125F;
  expected.relevance = 0.75F;
  expected.price_from = 0.5F;
  expected.price_to = 2;
  expected.boosts = {3};
  EXPECT_EQ(slot, expected);
  EXPECT_EQ(exclude, Texts{"A1"});
  EXPECT_EQ(pins, (Texts{"", "B2"}));
  EXPECT_EQ(settings->slots[1].slot, (pack::Slot{"top", pack::Strategy::bestsellers, 4, {}}));
}

TEST(TrainMessages, OfAnUnknownStrategyAreNotTheArgumentsExpected) {
  EXPECT_EQ(code_of(read_settings(settings_of("for_you"))), Code::invalid_argument);
  EXPECT_EQ(code_of(read_settings(settings_of("for-you", "nearest"))), Code::invalid_argument);
}

TEST(TrainMessages, OfABlendThatIsOutOfRangeAreNotTheArgumentsExpected) {
  EXPECT_EQ(code_of(read_settings(settings_of("for-you", "similar", {17, 0.5F}))),
            Code::invalid_argument);
  EXPECT_EQ(code_of(read_settings(settings_of("for-you", "similar",
                                              {0.5F, std::numeric_limits<float>::quiet_NaN()}))),
            Code::invalid_argument);
}

TEST(TrainMessages, SayWhichBlendsToTry) {
  const auto message = [](std::initializer_list<float> numbers) {
    Message bytes;
    for (const auto number : numbers) bytes.number(number);
    return bytes.take();
  };
  const auto blends = read_blends(message({0.5F, 0.25F, 2, 1}));
  ASSERT_TRUE(blends);
  EXPECT_EQ(*blends, (std::vector<pack::Blend>{{0.5F, 0.25F}, {2, 1}}));
  EXPECT_EQ(code_of(read_blends(message({0.5F, 0.25F, 2}))), Code::malformed);
  EXPECT_EQ(code_of(read_blends(message({0.5F, 1.25F}))), Code::invalid_argument);
}

TEST(TrainMessages, SayWhatTheSessionsAre) {
  const auto with = read_sessions(numbers({4, 5, 6, 0, 1, 3, 70, 80, 9, 10}), 2, 3, true);
  ASSERT_TRUE(with);
  EXPECT_EQ(with->items, (std::vector<std::uint32_t>{4, 5, 6}));
  EXPECT_EQ(with->offsets, (std::vector<std::uint32_t>{0, 1, 3}));
  EXPECT_EQ(with->customers, (std::vector<std::uint32_t>{70, 80}));
  EXPECT_EQ(with->days, (std::vector<std::int32_t>{9, 10}));
  const auto without = read_sessions(numbers({4, 5, 6, 0, 1, 3}), 2, 3, false);
  ASSERT_TRUE(without);
  EXPECT_EQ(without->customers, std::vector<std::uint32_t>(2, unknown_customer));
  EXPECT_TRUE(read_sessions(numbers({0}), 0, 0, true));
}

TEST(TrainMessages, OfSessionsWhoseNumbersDoNotFitAreMalformed) {
  const auto data = numbers({4, 5, 6, 0, 1, 3, 70, 80, 9, 10});
  for (const std::uint32_t sessions : {0u, 1u, 4u, 0x40000000u, 0xFFFFFFFFu}) {
    EXPECT_EQ(code_of(read_sessions(data, sessions, 3, true)), Code::malformed) << sessions;
    EXPECT_EQ(code_of(read_sessions(data, 2, sessions, true)), Code::malformed) << sessions;
  }
  EXPECT_EQ(code_of(read_sessions(data, 2, 3, false)), Code::malformed);
}

TEST(TrainMessages, SayWhatThePurchasesAre) {
  const auto purchases = read_purchases(numbers({7, 8, 1, 0, 300, 301}), 2, 2);
  ASSERT_TRUE(purchases);
  EXPECT_EQ(*purchases, (std::vector<Purchase>{{7, 1, 300}, {8, 0, 301}}));
  EXPECT_EQ(code_of(read_purchases(numbers({7, 8, 1, 0, 300, 301}), 2, 1)), Code::malformed);
  EXPECT_EQ(code_of(read_purchases(numbers({7, 8, 1, 0, 300}), 2, 2)), Code::malformed);
  EXPECT_EQ(code_of(read_purchases(numbers({}), 0x40000000, 2)), Code::malformed);
}

TEST(TrainMessages, CutOffAnywhereAreMalformed) {
  test::every_prefix(products_of(1), [](const Bytes& cut) {
    EXPECT_EQ(code_of(read_products(cut)), Code::malformed) << cut.size();
  });
  test::every_prefix(settings_of("for-you"), [](const Bytes& cut) {
    EXPECT_EQ(code_of(read_settings(cut)), Code::malformed) << cut.size();
  });
  test::every_prefix(numbers({4, 5, 6, 0, 1, 3, 70, 80, 9, 10}), [](const Bytes& cut) {
    EXPECT_EQ(code_of(read_sessions(cut, 2, 3, true)), Code::malformed) << cut.size();
  });
}

TEST(TrainMessages, WithBytesAfterTheEndAreMalformed) {
  const auto longer = [](Bytes data) {
    data.push_back(0);
    return test::exact(data);
  };
  EXPECT_EQ(code_of(read_products(longer(products_of(1)))), Code::malformed);
  EXPECT_EQ(code_of(read_settings(longer(settings_of("similar")))), Code::malformed);
  EXPECT_EQ(code_of(read_sessions(longer(numbers({0})), 0, 0, true)), Code::malformed);
}

TEST(TrainMessages, DamagedAnyhowAreRefusedOrRead) {
  std::size_t read = 0;
  for (std::uint64_t seed = 0; seed < 10000; ++seed) {
    Random random(seed);
    Bytes messages[] = {products_of(1), settings_of("for-you"),
                        numbers({4, 5, 6, 0, 1, 3, 70, 80, 9, 10})};
    for (auto& message : messages) {
      test::mutate(random, message);
      message = test::exact(message);
    }
    if (read_products(messages[0])) ++read;
    if (read_settings(messages[1])) ++read;
    if (read_sessions(messages[2], random.below(4), random.below(6), true)) ++read;
  }
  EXPECT_GT(read, 1000u);
}

}  // namespace
}  // namespace etalage::train
