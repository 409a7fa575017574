// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/engine.h"

#include <gtest/gtest.h>

#include <limits>

#include "engine/shoppers.h"
#include "support/code.h"
#include "support/repair.h"

namespace etalage::engine {
namespace {

using test::Bytes;
using test::code_of;
using test::Ids;
using test::kNow;
using test::Random;
using test::Shopper;

TEST(Engine, DoesNotOpenWhatIsNoPack) {
  EXPECT_EQ(code_of(Engine::open({})), Code::truncated);
  EXPECT_EQ(code_of(Engine::open(Bytes(200, 7))), Code::bad_magic);
}

TEST(Engine, DoesNotOpenAPackThatTheShopHasSwitchedOff) {
  auto contents = test::garden_shop();
  contents.off = true;
  EXPECT_EQ(code_of(Engine::open(test::written(contents))), Code::switched_off);
}

TEST(Engine, HasAProfileFromItsBeginningToItsEnd) {
  auto shopper = Shopper::without_profile();
  EXPECT_FALSE(shopper.engine->has_profile());
  shopper.engine->begin_profile(1);
  EXPECT_TRUE(shopper.engine->has_profile());
  shopper.engine->end_profile();
  EXPECT_FALSE(shopper.engine->has_profile());
}

TEST(Engine, ForgetsEverythingWhenTheProfileEnds) {
  Shopper shopper;
  const auto empty = shopper.snapshot();
  shopper.look_at({"t1", "t2"});
  shopper.engine->end_profile();
  EXPECT_TRUE(shopper.view()["since"].is_null());
  EXPECT_FALSE(shopper.recommend("home")["personal"].boolean);
  shopper.engine->begin_profile(test::kSecret);
  EXPECT_EQ(shopper.snapshot(), empty);
  shopper.look_at({"g1"});
  shopper.begin_page();
  EXPECT_EQ(shopper.recommended("recent"), Ids{"g1"});
}

TEST(Engine, GivesARecordWhoseFoldElsewhereGivesTheSameState) {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    Random random(seed);
    Shopper first;
    Shopper second;
    for (int i = 0; i < 40; ++i) {
      Ids items;
      for (auto n = random.below(4); n > 0; --n)
        items.push_back(std::string("g") + static_cast<char>('0' + random.below(9)));
      const auto now = static_cast<double>(kNow + i * 1000);
      const auto kind = random.below(5);
      const auto transaction =
          kind == 3 && random.below(2) == 0 ? std::to_string(random.below(4)) : "";
      const auto record = kind == 4 ? first.cart(items, now)
                                    : first.track(std::string(name(profile::kEventKinds[kind])),
                                                  items, transaction, now);
      if (!record.empty()) {
        ASSERT_EQ(code_of(second.engine->fold(record)), Code::ok);
      }
      ASSERT_EQ(second.snapshot(), first.snapshot()) << seed << " " << i;
    }
    EXPECT_EQ(second.engine->view(), first.engine->view());
    EXPECT_EQ(second.engine->recommend({"home", 0, "", {}, {}}),
              first.engine->recommend({"home", 0, "", {}, {}}));
  }
}

TEST(Engine, AnswersAfterARestoreAsBefore) {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    Shopper first;
    for (const auto& record : test::random_records(seed, 50)) {
      ASSERT_EQ(code_of(first.engine->fold(profile::encode_record(record))), Code::ok);
    }
    first.look_at({"t1"});
    Shopper second;
    second.look_at({"g1"});
    ASSERT_EQ(code_of(second.engine->restore(first.snapshot())), Code::ok);
    EXPECT_EQ(second.engine->view(), first.engine->view()) << seed;
    EXPECT_EQ(second.engine->export_profile(), first.engine->export_profile());
    for (const auto* slot : {"home", "product", "cart", "recent", "top"}) {
      EXPECT_EQ(second.engine->recommend({slot, 0, "", {}, {}}),
                first.engine->recommend({slot, 0, "", {}, {}}));
    }
  }
}

TEST(Engine, IsLeftWithAnEmptyProfileByASnapshotItCannotRead) {
  Shopper shopper;
  const auto empty = shopper.snapshot();
  shopper.look_at({"t1"});
  auto newer = shopper.snapshot();
  newer[1] = 9;
  test::repair_frame(newer);
  EXPECT_EQ(code_of(shopper.engine->restore(newer)), Code::bad_version);
  EXPECT_TRUE(shopper.engine->has_profile());
  EXPECT_EQ(shopper.snapshot(), empty);
}

TEST(Engine, IsNotChangedByARecordItCannotRead) {
  Shopper shopper;
  auto record = shopper.track("view_item", {"t1"});
  const auto before = shopper.snapshot();
  record.back() ^= 1;
  EXPECT_EQ(code_of(shopper.engine->fold(record)), Code::bad_checksum);
  EXPECT_EQ(code_of(shopper.engine->fold({})), Code::truncated);
  EXPECT_EQ(shopper.snapshot(), before);
}

TEST(Engine, ForgetsWhatIsOlderThanThePacksRetention) {
  auto contents = test::garden_shop();
  contents.retention_days = 30;
  contents.manifest = test::manifest_for(contents.slots, 30);
  Shopper shopper(contents);
  shopper.track("view_item", {"t1"}, "", kNow - 31.0 * test::kDay);
  shopper.track("view_item", {"g1"}, "", kNow - 29.0 * test::kDay);
  const auto data = shopper.snapshot();
  Shopper other(contents);
  ASSERT_EQ(code_of(other.engine->restore(data)), Code::ok);
  EXPECT_EQ(other.recommended("recent"), Ids{"g1"});
  EXPECT_EQ(shopper.recommended("recent"), Ids{"g1"});
}

TEST(Engine, RefusesATimeThatIsNoTime) {
  Shopper shopper;
  shopper.look_at({"g1"});
  const auto before = shopper.snapshot();
  for (const double now :
       {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity(),
        -std::numeric_limits<double>::infinity(), -1.0, 8.64e15 + 2, 1e300}) {
    EXPECT_EQ(code_of(shopper.engine->track({"view_item", "", {}, Shopper::given({"t1"})}, now)),
              Code::invalid_argument)
        << now;
    EXPECT_EQ(code_of(shopper.engine->set_cart(Shopper::given({"t1"}), now)),
              Code::invalid_argument)
        << now;
    EXPECT_EQ(code_of(shopper.engine->snapshot(now)), Code::invalid_argument) << now;
  }
  EXPECT_EQ(shopper.snapshot(), before);
  EXPECT_FALSE(shopper.track("view_item", {"t1"}, "", 0).empty());
  EXPECT_FALSE(shopper.track("view_item", {"t1"}, "", 8.64e15).empty());
  EXPECT_FALSE(shopper.view()["facts"].items.empty());
}

TEST(Engine, KeepsProductsThatThePackDoesNotKnowUntilOneDoes) {
  auto without = test::garden_shop();
  without.products[test::t1].id = "something-else";
  Shopper shopper(without);
  shopper.look_at({"t1", "nobody-knows", "g1"});
  EXPECT_EQ(shopper.recommended("recent"), Ids{"g1"});
  Shopper later;
  ASSERT_EQ(code_of(later.engine->restore(shopper.snapshot())), Code::ok);
  EXPECT_EQ(later.recommended("recent"), (Ids{"g1", "t1"}));
  EXPECT_EQ(later.snapshot(), shopper.snapshot());
}

TEST(Engine, TakesAnAliasForTheProductItNames) {
  Shopper shopper;
  shopper.look_at({"g1-blue"});
  EXPECT_EQ(shopper.recommended("recent"), Ids{"g1"});
  EXPECT_EQ(shopper.recommend("home")["items"].items.at(0)["reason"]["because"].texts(), Ids{"g1"});
}

TEST(Engine, SetsTheSameCartAgainWithoutARecord) {
  Shopper shopper;
  EXPECT_FALSE(shopper.cart({"t1", "g1"}).empty());
  EXPECT_TRUE(shopper.cart({"t1", "g1"}).empty());
  EXPECT_FALSE(shopper.cart({"t1"}).empty());
  EXPECT_FALSE(shopper.cart({}).empty());
  EXPECT_TRUE(shopper.cart({}).empty());
}

// A cart of two variants of one product, or of two lines of one, would else write a record on every page.
TEST(Engine, SetsTheSameCartAgainWithoutARecordThoughItNamesAProductTwice) {
  Shopper shopper;
  EXPECT_FALSE(shopper.cart({"t1", "g1", "t1"}).empty());
  EXPECT_TRUE(shopper.cart({"t1", "g1", "t1"}).empty());
  EXPECT_TRUE(shopper.cart({"t1", "t1", "g1"}).empty());
}

TEST(Engine, DeclaresWhatThePackDeclares) {
  Shopper shopper;
  const auto names = *test::Json::parse(shopper.engine->names());
  EXPECT_EQ(names["products"].number, 8);
  EXPECT_EQ(names["slots"].texts(), (Ids{"home", "product", "cart", "recent", "top"}));
  EXPECT_EQ(names["audience"].text, "adults");
  Ids events;
  for (const auto& event : names["events"].items) {
    events.push_back(event["name"].text);
    EXPECT_EQ(event["items"].texts(), Ids{"item_id"});
    EXPECT_TRUE(event["fields"].texts().empty());
  }
  EXPECT_EQ(events, (Ids{"add_to_cart", "cart", "purchase", "remove_from_cart", "view_item"}));
}

}  // namespace
}  // namespace etalage::engine
