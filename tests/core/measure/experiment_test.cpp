// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "measure/experiment.h"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <iterator>

#include "support/json.h"
#include "support/random.h"

namespace etalage {
namespace {

using measure::hash_version_1;
using measure::hash_version_2;
using measure::is_held_out;

pack::Experiment experiment(const char* name, std::uint16_t holdout) {
  pack::Experiment experiment;
  experiment.name = name;
  experiment.holdout = holdout;
  return experiment;
}

TEST(Experiment, HashesAsPublished) {
  EXPECT_EQ(hash_version_1("", "a"), 220u);
  EXPECT_EQ(hash_version_1("b", "a"), 946u);
  EXPECT_EQ(hash_version_1("asdf", "8952klfjas09ujk"), 549u);
  EXPECT_EQ(hash_version_2("seed", "a"), 505u);
  EXPECT_EQ(hash_version_2("foo", "def"), 2019u);
  EXPECT_EQ(hash_version_2("90850943850283058242805", "123"), 7516u);
}

TEST(Experiment, HashesAllPublishedVectors) {
  std::ifstream file(ETALAGE_SOURCE_DIR "/../shared/data/growthbook/hash_bucket_vectors.json");
  if (!file) GTEST_SKIP() << "no shared/data beside the repository";
  const std::string text(std::istreambuf_iterator<char>(file), {});
  const auto vectors = test::Json::parse(text);
  ASSERT_TRUE(vectors);
  int tried = 0;
  for (const auto& vector : (*vectors)["hash"].items) {
    const auto& seed = vector.items[0].text;
    const auto& value = vector.items[1].text;
    const auto version = vector.items[2].number;
    if (version > 2) continue;
    ++tried;
    const auto hash =
        version == 1 ? hash_version_1(seed, value) / 1000.0 : hash_version_2(seed, value) / 10000.0;
    EXPECT_DOUBLE_EQ(hash, vector.items[3].number) << seed << ", " << value;
  }
  EXPECT_GE(tried, 14);
}

TEST(Experiment, HoldsOutWhoseHashIsBelowTheHoldout) {
  // The digits are those of the secret below.
  const auto hash = static_cast<std::uint16_t>(hash_version_2("home", "0123456789abcdef"));
  EXPECT_FALSE(is_held_out(experiment("home", hash), 0x0123456789ABCDEF));
  EXPECT_TRUE(is_held_out(experiment("home", hash + 1), 0x0123456789ABCDEF));
  EXPECT_FALSE(is_held_out(experiment("home", 0), 7));
  EXPECT_TRUE(is_held_out(experiment("home", pack::kHoldoutUnit), 7));
}

TEST(Experiment, HoldsOutItsShareOfShoppersAndEachExperimentItsOwn) {
  const auto home = experiment("home", 1000), cart = experiment("cart", 3000);
  test::Random random(1);
  const int shoppers = 100000;
  double of_home = 0, of_cart = 0, of_both = 0;
  for (int i = 0; i < shoppers; ++i) {
    const auto secret = random.bits();
    const bool is_home = is_held_out(home, secret), is_cart = is_held_out(cart, secret);
    of_home += is_home;
    of_cart += is_cart;
    of_both += is_home && is_cart;
  }
  // Within five standard deviations.
  const auto expect_share = [&](double found, double share) {
    EXPECT_NEAR(found / shoppers, share, 5 * std::sqrt(share * (1 - share) / shoppers));
  };
  expect_share(of_home, 0.1);
  expect_share(of_cart, 0.3);
  expect_share(of_both, 0.03);
}

TEST(Experiment, SecretsThatFollowEachOtherAreHeldOutIndependently) {
  const auto home = experiment("home", 5000);
  int changes = 0;
  for (std::uint64_t secret = 0; secret < 10000; ++secret) {
    changes += is_held_out(home, secret) != is_held_out(home, secret + 1);
  }
  EXPECT_NEAR(changes, 5000, 250);
}

}  // namespace
}  // namespace etalage
