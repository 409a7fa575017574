// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "rules/sensitive.h"

#include <gtest/gtest.h>

namespace etalage::rules {
namespace {

std::optional<std::size_t> find(const std::vector<std::string>& terms, std::string_view text) {
  return Terms(terms).find(text);
}

TEST(Sensitive, MakesWordsPlain) {
  EXPECT_EQ(plain_words("  Caf\u00e9 \u00c0 la-carte! 24/7 "), "cafe a la carte 24 7");
  EXPECT_EQ(plain_words("\u00c6\u00e6\u0152\u0153\u00df\u00de\u00fe\u0132\u0133"),
            "aeaeoeoesst"
            "hthijij");
  EXPECT_EQ(plain_words("\u0141\u00f3d\u017a \u0160\u0161 \u0130\u0131 \u00d8\u00f8"),
            "lodz ss ii oo");
  EXPECT_EQ(plain_words("cafe\u0301"), "cafe");
  EXPECT_EQ(plain_words("a\u00d7b\u00f7c\u00a0d\u2019e\u2026f"), "a b c d e f");
  EXPECT_EQ(plain_words("under_score camelCase"), "under score camelcase");
  EXPECT_EQ(plain_words("\u0440\u0443 \u4e2d"), "\u0440\u0443 \u4e2d");
  EXPECT_EQ(plain_words(""), "");
}

TEST(Sensitive, TakesWhatIsNoUtf8ForTheEndOfAWord) {
  EXPECT_EQ(plain_words("a\xff"
                        "b\xc3"),
            "a b");
  EXPECT_EQ(plain_words("a\xe2\x82"), "a");
  EXPECT_EQ(plain_words("\x80\x80"), "");
}

TEST(Sensitive, KeepsTheStarsOfTerms) {
  EXPECT_EQ(plain_term("Zwanger*"), "zwanger*");
  EXPECT_EQ(plain_term("*Zi\u00ebkte"), "*ziekte");
  EXPECT_EQ(plain_term(" Trade  Union* "), "trade union*");
}

TEST(Sensitive, FindsWholeWords) {
  EXPECT_EQ(find({"sex"}, "Sex"), 0U);
  EXPECT_EQ(find({"sex"}, "a-sex-b"), 0U);
  EXPECT_EQ(find({"sex"}, "Sussex unisex sexy"), std::nullopt);
}

TEST(Sensitive, FindsBeginningsAndEndsOfWords) {
  EXPECT_EQ(find({"zwanger*"}, "mooie Zwangerschapskleding"), 0U);
  EXPECT_EQ(find({"zwanger*"}, "onzwanger"), std::nullopt);
  EXPECT_EQ(find({"*ziekte"}, "suikerziekte"), 0U);
  EXPECT_EQ(find({"*ziekte"}, "ziektekosten"), std::nullopt);
  EXPECT_EQ(find({"*ziekte"}, "ziekte"), 0U);
  EXPECT_EQ(find({"*kank*"}, "xkanky"), 0U);
}

TEST(Sensitive, FindsWordsInSequence) {
  EXPECT_EQ(find({"trade union*"}, "the Trade-Unions of"), 0U);
  EXPECT_EQ(find({"trade union*"}, "union trade"), std::nullopt);
  EXPECT_EQ(find({"trade union*"}, "trade and union"), std::nullopt);
}

TEST(Sensitive, SaysWhichTermIsTheFirst) {
  EXPECT_EQ(find({"a", "b", "c"}, "c b"), 1U);
  EXPECT_EQ(find({}, "a"), std::nullopt);
  EXPECT_EQ(find({"", "*", "**"}, "a"), std::nullopt);
  EXPECT_EQ(find({"a"}, ""), std::nullopt);
}

}  // namespace
}  // namespace etalage::rules
