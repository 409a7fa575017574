// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "train/describe.h"

#include <gtest/gtest.h>

#include "pack/sections.h"
#include "support/code.h"
#include "support/json.h"
#include "support/repair.h"
#include "support/shop.h"

namespace etalage::train {
namespace {

using test::code_of;
using test::Json;

using Texts = std::vector<std::string>;

Json described(const test::Bytes& data) {
  const auto text = describe(data);
  EXPECT_TRUE(text);
  const auto json = Json::parse(text.value_or(""));
  EXPECT_TRUE(json);
  return json.value_or(Json{});
}

TEST(Describe, TellsWhatThePackIs) {
  const auto data = test::written(test::garden_shop());
  const auto json = described(data);
  EXPECT_EQ(json["version"]["major"].number, 1);
  EXPECT_EQ(json["version"]["minor"].number, 0);
  EXPECT_FALSE(json["off"].boolean);
  EXPECT_EQ(json["bytes"].number, static_cast<double>(data.size()));
  EXPECT_EQ(json["products"].number, 8);
  EXPECT_EQ(json["minSupport"].number, 3);
  EXPECT_EQ(json["currency"].text, "EUR");
}

TEST(Describe, ListsEverySectionWithWhatItHolds) {
  const auto data = test::written(test::garden_shop());
  const auto json = described(data);
  const auto sections = *pack::read_sections(data);
  ASSERT_EQ(json["sections"].items.size(), sections.views.size());
  for (std::size_t i = 0; i < sections.views.size(); ++i) {
    const auto& entry = json["sections"].items[i];
    EXPECT_EQ(entry["offset"].number, sections.views[i].offset);
    EXPECT_EQ(entry["bytes"].number, static_cast<double>(sections.views[i].data.size()));
    EXPECT_EQ(entry["count"].number, sections.views[i].count);
    EXPECT_FALSE(entry["content"].text.empty());
    EXPECT_NE(entry["content"].text, "unknown to this release") << entry["tag"].text;
  }
  EXPECT_EQ(json["sections"].items[0]["tag"].text, "META");
}

TEST(Describe, SaysWhereItDoesNotKnowASection) {
  auto data = test::written(test::garden_shop());
  const auto last = pack::kHeaderBytes + 15 * pack::kEntryBytes;
  data[last] = 'X';
  test::repair_pack(data);
  EXPECT_EQ(described(data)["sections"].items.at(15)["content"].text, "unknown to this release");
}

TEST(Describe, TellsWhatMayBeKept) {
  const auto json = described(test::written(test::garden_shop()));
  const auto& manifest = json["manifest"];
  EXPECT_EQ(json["retentionDays"].number, 400);
  EXPECT_EQ(json["audience"].text, "adults");
  Texts events;
  for (const auto& entry : manifest["events"].items) events.push_back(entry["event"].text);
  EXPECT_EQ(events, (Texts{"add_to_cart", "cart", "purchase", "remove_from_cart", "view_item"}));
  const auto& purchase = manifest["events"].items[2];
  EXPECT_EQ(purchase["fields"].texts(), (Texts{"item_id", "transaction_id"}));
  EXPECT_EQ(purchase["purpose"].text, "personalise");
  EXPECT_EQ(purchase["days"].number, 400);
  EXPECT_EQ(purchase["users"].texts(), (Texts{"slot cart", "slot home"}));
  EXPECT_TRUE(json["rules"].items.empty());
}

TEST(Describe, TellsTheSlots) {
  const auto json = described(test::written(test::garden_shop()));
  const auto& home = json["slots"].items.at(0);
  EXPECT_EQ(home["name"].text, "home");
  EXPECT_EQ(home["strategy"].text, "for-you");
  EXPECT_EQ(home["count"].number, 4);
  EXPECT_EQ(home["fallback"].texts(), Texts{"bestsellers"});
}

TEST(Describe, CountsWhatScoringReads) {
  const auto json = described(test::written(test::garden_shop()));
  const auto& scoring = json["scoring"];
  EXPECT_EQ(scoring["vectors"].number, 7);  // the gift card has none
  EXPECT_EQ(scoring["vectorBytes"].number, 8 * (64 + 2));
  EXPECT_EQ(scoring["pairs"].number, 4);
  EXPECT_NEAR(scoring["bytesPerItem"].number,
              (scoring["vectorBytes"].number + scoring["pairBytes"].number) / 8, 1e-6);
}

TEST(Describe, DescribesAPackThatIsSwitchedOffOrEmpty) {
  auto contents = test::garden_shop();
  contents.off = true;
  EXPECT_TRUE(described(test::written(contents))["off"].boolean);
  EXPECT_EQ(described(test::written({}))["scoring"]["bytesPerItem"].number, 0);
}

TEST(Describe, RefusesWhatDoesNotOpen) {
  auto data = test::written(test::garden_shop());
  data.back() ^= 1;
  EXPECT_EQ(code_of(describe(data)), Code::bad_checksum);
  EXPECT_EQ(code_of(describe({})), Code::truncated);
}

}  // namespace
}  // namespace etalage::train
