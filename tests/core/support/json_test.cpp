// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The reader that judges our JSON must itself be strict.
#include "support/json.h"

#include <gtest/gtest.h>

namespace etalage::test {
namespace {

TEST(Json, ReadsEveryKindOfValue) {
  const auto json = Json::parse(R"( {"a":[1,-2.5e1,"x\n\u0001"],"b":{"c":null},"d":true} )");
  ASSERT_TRUE(json);
  EXPECT_EQ((*json)["a"].items[1].number, -25);
  EXPECT_EQ((*json)["a"].items[2].text, "x\n\x01");
  EXPECT_TRUE((*json)["b"]["c"].is_null());
  EXPECT_TRUE((*json)["b"].has("c"));
  EXPECT_TRUE((*json)["d"].boolean);
  EXPECT_EQ(json->names, (std::vector<std::string>{"a", "b", "d"}));
}

TEST(Json, RefusesWhatIsNotQuiteJson) {
  for (const auto* text : {"",      "{",   "[1,]",   "[,1]",    "{\"a\":1,}", "{\"a\"}",
                           "{a:1}", "01",  "1.",     ".5",      "+1",         "nul",
                           "NaN",   "\"a", "\"\n\"", "\"\\x\"", "[1] 2",      "{\"a\":1,\"a\":2}",
                           "[1 2]", "'a'", "-",      "1e",      "[1}"}) {
    EXPECT_FALSE(Json::parse(text)) << text;
  }
}

}  // namespace
}  // namespace etalage::test
