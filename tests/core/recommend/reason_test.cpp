// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "recommend/reason.h"

#include <gtest/gtest.h>

#include <set>

namespace etalage::recommend {
namespace {

constexpr ReasonCode kAll[] = {ReasonCode::bestseller,     ReasonCode::bestseller_in_category,
                               ReasonCode::because_viewed, ReasonCode::because_carted,
                               ReasonCode::because_bought, ReasonCode::similar,
                               ReasonCode::together,       ReasonCode::recent};

// What a shop's page may branch on.
TEST(Reason, KeepsItsName) {
  EXPECT_EQ(name(ReasonCode::bestseller), "bestseller");
  EXPECT_EQ(name(ReasonCode::bestseller_in_category), "bestseller-in-category");
  EXPECT_EQ(name(ReasonCode::because_viewed), "because-viewed");
  EXPECT_EQ(name(ReasonCode::because_carted), "because-carted");
  EXPECT_EQ(name(ReasonCode::because_bought), "because-bought");
  EXPECT_EQ(name(ReasonCode::similar), "similar");
  EXPECT_EQ(name(ReasonCode::together), "together");
  EXPECT_EQ(name(ReasonCode::recent), "recent");
}

TEST(Reason, SpeaksBothLanguages) {
  EXPECT_EQ(sentence(ReasonCode::because_viewed, Language::en, "Lavender"),
            "Because you looked at Lavender");
  EXPECT_EQ(sentence(ReasonCode::because_viewed, Language::nl, "Lavendel"),
            "Omdat u Lavendel bekeek");
  EXPECT_EQ(sentence(ReasonCode::because_bought, Language::nl, "Lavendel"),
            "Omdat u Lavendel kocht");
  EXPECT_EQ(sentence(ReasonCode::bestseller_in_category, Language::en, "pots"), "Popular in pots");
}

TEST(Reason, SaysSomethingElseForEachCodeAndLanguage) {
  std::set<std::string> sentences;
  for (const auto code : kAll) {
    for (const auto language : {Language::en, Language::nl}) {
      EXPECT_TRUE(sentences.insert(sentence(code, language, "X")).second);
    }
  }
}

TEST(Reason, NamesItsSubjectWhereItHasOneAndNeverAStar) {
  for (const auto code : kAll) {
    for (const auto language : {Language::en, Language::nl}) {
      const bool alone = code == ReasonCode::bestseller || code == ReasonCode::recent;
      const auto text = sentence(code, language, "Lavender");
      EXPECT_EQ(text.find("Lavender") == std::string::npos, alone) << text;
      EXPECT_EQ(text.find('*'), std::string::npos) << text;
    }
  }
}

TEST(Reason, TakesASubjectAsItIs) {
  EXPECT_EQ(sentence(ReasonCode::similar, Language::en, "5* hotel *"), "Similar to 5* hotel *");
  EXPECT_EQ(sentence(ReasonCode::similar, Language::en, ""), "Similar to ");
}

}  // namespace
}  // namespace etalage::recommend
