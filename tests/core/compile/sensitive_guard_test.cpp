// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "compile/sensitive_guard.h"

#include <gtest/gtest.h>

#include "compile/compile.h"
#include "compile/findings.h"
#include "compile/rule_set_builder.h"

namespace etalage::compile {
namespace {

using rules::RuleKind;
using rules::Type;
using test::RuleSetBuilder;

std::string found(const RuleSetBuilder& builder) {
  return test::findings(compile(builder.set).diagnostics);
}

bool refuses(const std::string& text) {
  static const SensitiveGuard kGuard{RuleSet{}};
  return rules::Terms(kGuard.refused()).find(text).has_value();
}

// "a, b, c" as a list.
std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> list;
  while (!text.empty()) {
    const auto end = std::min(text.find(", "), text.size());
    list.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 2, text.size()));
  }
  return list;
}

TEST(SensitiveGuard, SaysWhatIsRefusedAndHowToAllowIt) {
  EXPECT_EQ(
      found(RuleSetBuilder().segment("s", "exists(view_item where category under 'Zwangerschap')")),
      "sensitive-inference segment s 1:39+14 \"Zwangerschap\" is about pregnancy: it holds the "
      "term \"zwanger*\" | "
      "nothing about pregnancy | "
      "a shop that must may allow it: privacy: { sensitive: { allow: ['zwanger*'] } }");
}

TEST(SensitiveGuard, LooksAtNamesLabelsValuesAndInterests) {
  const auto begins = [](const RuleSetBuilder& builder, const std::string& text) {
    const auto list = found(builder);
    EXPECT_EQ(list.substr(0, text.size()), text);
  };
  begins(RuleSetBuilder().segment("pregnant", "true"),
         "sensitive-inference segment pregnant the name is about pregnancy");
  begins(RuleSetBuilder().segment("isPregnant", "true"),
         "sensitive-inference segment isPregnant the name is about");
  begins(RuleSetBuilder().segment("is_pregnant", "true"),
         "sensitive-inference segment is_pregnant the name is about");
  auto labelled = RuleSetBuilder().segment("s", "true");
  labelled.set.rules[0].label[1] = "Zwanger";
  begins(labelled, "sensitive-inference segment s the label \"Zwanger\" is about pregnancy");
  begins(RuleSetBuilder().decision("d", {{"gay", "true", 1}}),
         "sensitive-inference decision d the value \"gay\" is about sexuality");
  begins(RuleSetBuilder().segment("s", "interest(category, 'Bibles') > 0.5"),
         "sensitive-inference segment s 1:20+8 \"Bibles\" is about religion");
  begins(RuleSetBuilder().filter("home", "brand in ['a', 'casino']"),
         "sensitive-inference slot home 1:16+8 \"casino\" is about addiction");
}

TEST(SensitiveGuard, LooksAtFactsEventsAndAttributes) {
  RuleSetBuilder builder;
  builder.fact("religion", Type::text, {"catholic"});
  builder.set.facts[0].ask[1] = "Bent u katholiek?";
  builder.set.events = {{"casino_visit", {{"debts", Type::number}}}};
  builder.set.attributes = {{"erotic", Type::text}};
  builder.segment("s", "known(stated.religion)");
  std::string subjects;
  for (const auto& diagnostic : compile(builder.set).diagnostics) {
    EXPECT_EQ(diagnostic.code, "sensitive-inference");
    subjects += diagnostic.subject + ";";
  }
  EXPECT_EQ(subjects,
            "fact religion;fact religion;fact religion;event casino_visit;event "
            "casino_visit;attribute erotic;");
}

TEST(SensitiveGuard, IsNarrowedByTheShop) {
  auto builder =
      RuleSetBuilder().segment("s", "exists(view_item where category under 'Zwangerschap')");
  builder.set.allowed = {"zwanger*"};
  EXPECT_EQ(found(builder), "");
  builder.set.allowed = {"Zwanger"};
  EXPECT_EQ(found(builder), "");
  builder.set.allowed = {"zwanger*", "unheard of"};
  EXPECT_EQ(found(builder),
            "warning sensitive-allow sensitive \"unheard of\" allowed, which nobody refuses | a "
            "term as the error message spells it");
}

TEST(SensitiveGuard, IsWidenedByTheShop) {
  auto builder =
      RuleSetBuilder().segment("s", "exists(view_item where brand == 'Grote Maten B.V.')");
  EXPECT_EQ(found(builder), "");
  builder.set.sensitive = {"grote maten"};
  EXPECT_EQ(found(builder).substr(0, 105),
            "sensitive-inference segment s 1:33+18 \"Grote Maten B.V.\" is about what this shop "
            "lists itself: it holds t");
  builder.set.sensitive = {"**", "a*b"};
  EXPECT_EQ(found(builder),
            "sensitive-term sensitive \"**\" as a term | words, a star at their beginning or end\n"
            "sensitive-term sensitive \"a*b\" as a term | words, a star at their beginning or end");
}

TEST(SensitiveGuard, GivesTheDoorTheSameList) {
  auto builder = RuleSetBuilder();
  const auto all = compile(builder.set).refused;
  builder.set.allowed = {"zwanger"};
  builder.set.sensitive = {"Gro\u00dfe Gr\u00f6\u00dfen"};
  const auto narrowed = compile(builder.set).refused;
  EXPECT_GT(all.size(), 300U);
  ASSERT_EQ(narrowed.size(), all.size());
  EXPECT_EQ(std::count(all.begin(), all.end(), "zwanger*"), 1);
  EXPECT_EQ(std::count(narrowed.begin(), narrowed.end(), "zwanger*"), 0);
  EXPECT_EQ(narrowed.back(), "grosse grossen");
}

TEST(SensitiveGuard, RefusesWhatNobodyExpectsAShopToInfer) {
  for (const auto& text :
       split("Zwangerschap, Zwangere vrouwen, Maternity wear, pregnancy tests, Borstvoeding, "
             "Erotiek, Sex toys, Seksspeeltjes, gay, lesbisch, LGBTQ, Condooms, HIV, Borstkanker, "
             "Suikerziekte, Diabetes, Depressie, Rolstoelen, Hearing aids, Blood pressure "
             "monitors, Bloeddrukmeters, Alzheimer, Incontinentie, ADHD, Su\u00efcide, Bijbels, "
             "Bible, Koran, Islamitisch, Joodse feestdagen, Ramadan, Halal, Religious gifts, "
             "Politiek, Elections, VVD, Vakbonden, Trade unions, FNV, Ethnicity, Etniciteit, "
             "Migratieachtergrond, Nationaliteit, Verslaving, Gokverslaving, Gambling, Casino, "
             "Cannabis, Stop smoking, Schulden, Schuldhulpverlening, Debts, Unemployed, Strafblad, "
             "Minderjarigen")) {
    EXPECT_TRUE(refuses(text)) << text;
  }
}

TEST(SensitiveGuard, LetsTheWordsOfOrdinaryShopsPass) {
  for (const auto& text :
       split("Health & beauty, Gezondheid en verzorging, Union Jack cushion, Credit union, Party "
             "supplies, Feestartikelen, Third party, Kinderkleding, Babykamer, Baby gifts, Kerst, "
             "Christmas, Pasen, Sinterklaas, Christian Dior, Buddha beelden, Christening gifts, "
             "Church's shoes, Klusbijbel, Tools > drills, Gereedschap > boren, Betonvibratoren, "
             "Vibrating sander, Hammer drill, Boormachines, Tuin > gazon, Engels raaigras, Ziekten "
             "en plagen, Pests & diseases, Bodemvruchtbaarheid, Hondenras, Conservatory furniture, "
             "Conservation, Communicatie, Communication, Socialising, Bipolar transistors, Stepper "
             "motors, Impregneermiddel, Impregnating spray, Unisex, Sussex, Middlesex table, "
             "Essex, Homogeen, Homeware, Heterogeneous, Condominium, Aromatherapy, Therapy lamp, "
             "Stomach, Medicijnkastje, First aid kit, Aids to gardening, Visual aids, Golf "
             "handicap, Hypoallergenic pillow, Corona extra glasses, Depreciation, Debit cards, "
             "Pinpassen, Marokkaanse poef, Moroccan tiles, Ethnic print, Skin coloured tights, "
             "Huidskleur, Gypsy top, Romatomaten, Alcoholvrij, Non-alcoholic drinks, Drugstore, "
             "Dior Addict, Heroine costume, Gokart, Poker set, Republican-free, Trump cards, "
             "Labrador, Liberal arts, Patio, Patience, Lampen, Verlichting, Zieltje, Jewellery, "
             "Sieraden, Juwelen, Schuldig, Escort mk2, Sexy lingerie, Overgangsprofielen, "
             "Glijmiddel PVC, Kraampje, Prenatable, Due date calendar, Moeder, Cadeaus voor hem, "
             "Gifts for her, Autostoel")) {
    EXPECT_FALSE(refuses(text)) << text;
  }
}

}  // namespace
}  // namespace etalage::compile
