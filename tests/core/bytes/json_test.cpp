// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "bytes/json.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "support/json.h"
#include "support/random.h"

namespace etalage::bytes {
namespace {

using test::Json;
using test::Random;

std::string number(double value) { return JsonWriter().number(value).text(); }
std::string integer(std::int64_t value) { return JsonWriter().integer(value).text(); }
std::string string(std::string_view text) { return JsonWriter().string(text).text(); }

TEST(JsonWriter, PutsCommasBetweenAndNowhereElse) {
  JsonWriter json;
  json.object().key("a").array().integer(1).integer(2).array().end().object().end().end();
  json.key("b").object().key("c").null().key("d").boolean(true).end();
  json.key("e").string("").key("f").boolean(false).end();
  EXPECT_EQ(json.text(), R"({"a":[1,2,[],{}],"b":{"c":null,"d":true},"e":"","f":false})");
}

TEST(JsonWriter, EscapesWhatJsonMust) {
  EXPECT_EQ(string("a\"b\\c/d"), R"("a\"b\\c/d")");
  EXPECT_EQ(string(std::string_view("\0\x01\n\x1f\x7f", 5)),
            "\"\\u0000\\u0001\\u000a\\u001f\x7f\"");
  EXPECT_EQ(string("\u6f22 \U0001F331"), "\"\u6f22 \U0001F331\"");
  JsonWriter json;
  json.object().key("a\"\n").null().end();
  EXPECT_EQ(json.text(), "{\"a\\\"\\u000a\":null}");
}

TEST(JsonWriter, WritesTextThatReadsBackAsItWas) {
  for (std::uint64_t seed = 0; seed < 500; ++seed) {
    Random random(seed);
    const auto text = test::random_text(random, 20);
    const auto json = Json::parse(string(text));
    ASSERT_TRUE(json) << seed;
    EXPECT_EQ(json->text, text);
  }
}

TEST(JsonWriter, RoundsNumbersToMillionths) {
  EXPECT_EQ(number(0), "0");
  EXPECT_EQ(number(12), "12");
  EXPECT_EQ(number(0.5), "0.5");
  EXPECT_EQ(number(9.95), "9.95");
  EXPECT_EQ(number(-1.25), "-1.25");
  EXPECT_EQ(number(1.0 / 3), "0.333333");
  EXPECT_EQ(number(2.0 / 3), "0.666667");
  EXPECT_EQ(number(0.000001), "0.000001");
  EXPECT_EQ(number(0.0000004), "0");
  EXPECT_EQ(number(0.9999996), "1");
  EXPECT_EQ(number(100.000010), "100.00001");
}

TEST(JsonWriter, NeverWritesMinusZero) {
  EXPECT_EQ(number(-0.0), "0");
  EXPECT_EQ(number(-0.0000001), "0");
}

TEST(JsonWriter, WritesNullForWhatIsNoNumber) {
  EXPECT_EQ(number(std::numeric_limits<double>::quiet_NaN()), "null");
  EXPECT_EQ(number(std::numeric_limits<double>::infinity()), "null");
  EXPECT_EQ(number(-std::numeric_limits<double>::infinity()), "null");
  JsonWriter json;
  json.array().integer(1).number(std::nan("")).integer(2).end();
  EXPECT_EQ(json.text(), "[1,null,2]");
}

TEST(JsonWriter, SaturatesNumbersThatMillionthsCannotHold) {
  EXPECT_EQ(number(9e12), "9000000000000");
  EXPECT_EQ(number(1e300), "9000000000000");
  EXPECT_EQ(number(-std::numeric_limits<double>::max()), "-9000000000000");
}

TEST(JsonWriter, StaysWithinHalfAMillionth) {
  Random random(7);
  for (int i = 0; i < 2000; ++i) {
    const auto value = (static_cast<double>(random.bits() >> 11) * 0x1p-53 - 0.5) * 1e4;
    const auto json = Json::parse(number(value));
    ASSERT_TRUE(json);
    EXPECT_NEAR(json->number, value, 0.51e-6);
  }
}

TEST(JsonWriter, WritesIntegersExactly) {
  EXPECT_EQ(integer(0), "0");
  EXPECT_EQ(integer(-7), "-7");
  EXPECT_EQ(integer(std::numeric_limits<std::int64_t>::max()), "9223372036854775807");
  EXPECT_EQ(integer(std::numeric_limits<std::int64_t>::min()), "-9223372036854775808");
}

}  // namespace
}  // namespace etalage::bytes
