// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// A pack that is cut off, bit-flipped or forged gives an error with a code, or a pack whose
// accessors stay inside it.
#include <gtest/gtest.h>

#include <cstring>
#include <limits>

#include "pack/pack.h"
#include "pack/sections.h"
#include "support/code.h"
#include "support/repair.h"
#include "support/shop.h"
#include "support/walk.h"

namespace etalage::pack {
namespace {

using test::Bytes;
using test::code_of;
using test::Random;

// Opens and, where it opens, reads everything.
Code open_and_walk(const Bytes& data, std::uint64_t& sum) {
  const auto pack = Pack::open(data);
  if (pack) sum += test::walk(*pack);
  return code_of(pack);
}

TEST(PackDamage, CutOffAnywhereIsTruncated) {
  test::every_prefix(test::written(test::garden_shop()), [](const Bytes& cut) {
    EXPECT_EQ(code_of(Pack::open(cut)), Code::truncated) << cut.size();
  });
}

TEST(PackDamage, CutOffAndSealedAgainOpensOnlyWherePaddingIsMissing) {
  std::uint64_t sum = 0;
  auto contents = test::garden_shop();
  contents.manifest = {1, 2, 3, 4, 5, 6};
  const auto whole = test::written(contents);
  const auto end = whole.size() - 2;  // six bytes of eight
  test::every_prefix(whole, [&](Bytes& cut) {
    test::repair_pack(cut);
    EXPECT_EQ(open_and_walk(cut, sum) == Code::ok, cut.size() >= end) << cut.size();
  });
  EXPECT_GT(sum, 0u);
}

TEST(PackDamage, WithAnyByteChangedIsRefusedForWhatItIs) {
  auto contents = test::garden_shop();
  contents.products.resize(3);
  contents.components.resize(3 * std::size_t{kDimensions});
  contents.scales.resize(3);
  contents.pairs = {{{1, 0.5F}}, {}, {{0, 1.0F}}};
  test::every_flip(test::written(contents), [](const Bytes& data, std::size_t at) {
    const auto code = code_of(Pack::open(data));
    if (at < 4) {
      EXPECT_EQ(code, Code::bad_magic) << at;
    } else if (at < 6) {
      EXPECT_EQ(code, Code::bad_version) << at;
    } else if (at >= 16 && at < 24) {
      EXPECT_TRUE(code == Code::truncated || code == Code::malformed) << at;
    } else {
      EXPECT_EQ(code, Code::bad_checksum) << at;
    }
  });
}

TEST(PackDamage, AnyByteChangedAndSealedAgainNeverLeadsOutside) {
  std::uint64_t sum = 0;
  std::size_t opened = 0;
  std::size_t refused = 0;
  test::every_flip(test::written(test::garden_shop()), [&](Bytes& data, std::size_t) {
    test::repair_pack(data);
    ++(open_and_walk(data, sum) == Code::ok ? opened : refused);
  });
  EXPECT_GT(opened, 1000u);
  EXPECT_GT(refused, 1000u);
}

TEST(PackDamage, ManyPlacesChangedAndSealedAgainNeverLeadOutside) {
  std::uint64_t sum = 0;
  std::size_t opened = 0;
  std::size_t refused = 0;
  std::vector<Bytes> packs{test::written(test::garden_shop())};
  for (std::uint64_t seed = 0; seed < 20; ++seed)
    packs.push_back(test::written(test::random_contents(seed)));
  for (std::uint64_t seed = 0; seed < 12000; ++seed) {
    Random random(seed);
    auto data = test::exact(packs[seed % packs.size()]);
    test::mutate(random, data);
    test::repair_pack(data);
    ++(open_and_walk(data, sum) == Code::ok ? opened : refused);
  }
  EXPECT_GT(opened, 1000u);
  EXPECT_GT(refused, 1000u);
}

// Every 32-bit place takes the numbers that break arithmetic, one at a time.
TEST(PackDamage, AnyFieldSetToAnExtremeAndSealedAgainNeverLeadsOutside) {
  std::uint64_t sum = 0;
  const auto whole = test::written(test::garden_shop());
  const auto size = static_cast<std::uint32_t>(whole.size());
  for (std::size_t at = 0; at + 4 <= whole.size(); at += 4) {
    for (const std::uint32_t value :
         {0u, 1u, 8u, size - 1, size, size + 1, 0x7FFFFFFFu, 0x80000000u, 0xFFFFFFFFu}) {
      auto data = test::exact(whole);
      std::memcpy(data.data() + at, &value, sizeof value);
      test::repair_pack(data);
      open_and_walk(data, sum);
    }
  }
  EXPECT_GT(sum, 0u);
}

TEST(PackDamage, ABlendThatIsNoneAndSealedAgainIsRefused) {
  const auto whole = test::written(test::garden_shop());
  const auto sections = read_sections(whole);
  std::size_t at = 0;
  for (const auto& view : sections->views) {
    if (view.tag == kBlend) at = view.offset;
  }
  constexpr auto kInfinity = std::numeric_limits<float>::infinity();
  constexpr auto kNan = std::numeric_limits<float>::quiet_NaN();
  for (const std::size_t place : {at, at + sizeof(float)}) {
    for (const float value : {0.0F, 0.5F, 1.0F, -0.1F, 17.0F, 1e30F, kInfinity, -kInfinity, kNan}) {
      auto data = test::exact(whole);
      std::memcpy(data.data() + place, &value, sizeof value);
      test::repair_pack(data);
      const bool sound = value >= 0 && value <= 1;
      EXPECT_EQ(code_of(Pack::open(data)), sound ? Code::ok : Code::malformed) << value;
    }
  }
}

TEST(PackDamage, NoiseIsRefused) {
  for (std::uint64_t seed = 0; seed < 2000; ++seed) {
    Random random(seed);
    auto data = test::random_bytes(random, random.below(300));
    EXPECT_NE(code_of(Pack::open(data)), Code::ok);
    if (data.size() < kHeaderBytes) continue;
    const auto header = test::written({});
    std::copy_n(header.begin(), 8, data.begin());
    data[12] = static_cast<std::uint8_t>(random.below(20));
    data[13] = data[14] = data[15] = 0;
    test::repair_pack(data);
    EXPECT_EQ(code_of(Pack::open(data)), Code::malformed);
  }
}

}  // namespace
}  // namespace etalage::pack
