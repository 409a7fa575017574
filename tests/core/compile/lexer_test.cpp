// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "compile/lexer.h"

#include <gtest/gtest.h>

#include "compile/units.h"

namespace etalage::compile {
namespace {

// The first token, in words.
std::string first(std::string_view text) {
  const auto token = tokens(text).at(0);
  switch (token.kind) {
    case TokenKind::number: return "number";
    case TokenKind::duration: return "duration";
    case TokenKind::date: return "date";
    case TokenKind::text: return "text " + token.text;
    case TokenKind::name: return "name " + token.text;
    case TokenKind::symbol: return "symbol " + token.text;
    case TokenKind::invalid: return "! " + token.text + "; " + token.expected;
    case TokenKind::end: return "end";
  }
  return "";
}

double number(std::string_view text) { return tokens(text).at(0).number; }
double seconds(std::string_view text) { return number(text) / 1000; }

TEST(Lexer, ReadsNumbersExactly) {
  EXPECT_EQ(number("0"), 0);
  EXPECT_EQ(number("007"), 7);
  EXPECT_EQ(number("12.5"), 12.5);
  EXPECT_EQ(number("0.1"), 0.1);
  EXPECT_EQ(number("123456789012.345"), 123456789012.345);
  EXPECT_EQ(number("999999999999999"), 999999999999999.0);
  EXPECT_EQ(number("0.00000000000001"), 0.00000000000001);
}

TEST(Lexer, RefusesNumbersThatItCouldNotReadExactly) {
  EXPECT_EQ(first("1000000000000000"), "! a number of too many digits; at most 15");
  EXPECT_EQ(first(std::string(9000, '9')), "! a number of too many digits; at most 15");
  EXPECT_EQ(first("1.000000000000000"), "! a number of too many digits; at most 15");
  EXPECT_EQ(first("1e5").substr(0, 43), "! neither a number nor a duration: \"1e5\"; a");
}

TEST(Lexer, ReadsDurations) {
  EXPECT_EQ(seconds("15m"), 15 * 60);
  EXPECT_EQ(seconds("12h"), 12 * 3600);
  EXPECT_EQ(number("30d"), 30 * static_cast<double>(kDay));
  EXPECT_EQ(number("2w"), 14 * static_cast<double>(kDay));
  EXPECT_EQ(number("1y"), 365 * static_cast<double>(kDay));
  EXPECT_EQ(first("100y"), "duration");
  EXPECT_EQ(first("101y"), "! a duration that is too long; at most 100y");
  EXPECT_EQ(first("999999999999999y"), "! a duration that is too long; at most 100y");
  EXPECT_EQ(first("1.5d").substr(0, 41), "! neither a number nor a duration: \"1.5d\"");
  EXPECT_EQ(first("30days").substr(0, 43), "! neither a number nor a duration: \"30days\"");
}

TEST(Lexer, ReadsDatesAsTheirTime) {
  EXPECT_EQ(number("1970-01-01"), 0);
  EXPECT_EQ(seconds("2026-01-31"), 1769817600);
  EXPECT_EQ(seconds("2024-02-29"), 1709164800);
  EXPECT_EQ(seconds("1969-12-31"), -86400);
  EXPECT_EQ(seconds("0000-03-01"), -62162035200);
  EXPECT_EQ(seconds("9999-12-31"), 253402214400);
  EXPECT_EQ(seconds("2026-01-31T09:30Z"), 1769817600 + 34200);
  EXPECT_EQ(seconds("2026-01-31T09:30:15Z"), 1769817600 + 34215);
  EXPECT_EQ(seconds("2026-01-31T09:30+01:30"), 1769817600 + 34200 - 5400);
  EXPECT_EQ(seconds("2026-01-31T23:00-02:00"), 1769817600 + 23 * 3600 + 7200);
}

TEST(Lexer, RefusesDaysThatThereAreNot) {
  for (const std::string text :
       {"2026-02-29", "1900-02-29", "2026-13-01", "2026-00-01", "2026-01-32", "2026-01-00",
        "2026-01-31T24:00Z", "2026-01-31T09:60Z", "2026-01-31T09:30", "2026-01-31T9:30Z",
        "2026-01-31T", "2026-01-31T09:30:99Z", "2026-01-31x", "2026-01-31T09:30Zx"}) {
    EXPECT_EQ(first(text).substr(0, 11), "! no date: ") << text;
  }
}

TEST(Lexer, TakesOtherMinusesBetweenNumbersForMinuses) {
  EXPECT_EQ(tokens("2026-1-1").size(), 6U);
  EXPECT_EQ(tokens("12026-01-01").size(), 6U);
}

TEST(Lexer, ReadsTextsAndTheirEscapes) {
  EXPECT_EQ(first("'a\"b'"), "text a\"b");
  EXPECT_EQ(first("\"a'b\""), "text a'b");
  EXPECT_EQ(first(R"('\'\"\\\n\t')"), "text '\"\\\n\t");
  EXPECT_EQ(first("''"), "text ");
}

TEST(Lexer, RefusesTextsThatDoNotEnd) {
  EXPECT_EQ(first("'abc"), "! a text that does not end; ' at its end, on one line");
  EXPECT_EQ(first("\"abc\n\""), "! a text that does not end; \" at its end, on one line");
  EXPECT_EQ(first(R"('abc\')"), "! a text that does not end; ' at its end, on one line");
  EXPECT_EQ(first(R"('a\x')"), R"(! a backslash before what needs none; one of \" \' \\ \n \t)");
  EXPECT_EQ(first("'a\\"), R"(! a backslash before what needs none; one of \" \' \\ \n \t)");
}

TEST(Lexer, StopsAtWhatIsNoToken) {
  EXPECT_EQ(tokens("1 ; 2").size(), 2U);
  EXPECT_EQ(tokens("1 ; 2").back().kind, TokenKind::invalid);
  EXPECT_EQ(tokens("1 2").back().kind, TokenKind::end);
}

}  // namespace
}  // namespace etalage::compile
