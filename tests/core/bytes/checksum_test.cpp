// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "bytes/checksum.h"

#include <gtest/gtest.h>

#include <set>
#include <string_view>

#include "bytes/reader.h"
#include "support/damage.h"

namespace etalage::bytes {
namespace {

using test::Bytes;

std::uint64_t checksum_of(std::string_view text, std::uint64_t seed = 0) {
  return checksum({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}, seed);
}

constexpr std::uint64_t kSeed = 2654435761;

TEST(Checksum, IsXxh64OfTheTextsThatEverybodyQuotes) {
  EXPECT_EQ(checksum({}), 0xEF46DB3751D8E999u);
  EXPECT_EQ(checksum({}, kSeed), 0xAC75FDA2929B17EFu);
  EXPECT_EQ(checksum_of("a"), 0xD24EC4F1A98C6E5Bu);
  EXPECT_EQ(checksum_of("abc"), 0x44BC2CF5AD770999u);
  EXPECT_EQ(checksum_of("Nobody inspects the spammish repetition"), 0xFBCEA83C8A378BF1u);
}

// The buffer and the sums with which the reference implementation checks itself.
TEST(Checksum, IsXxh64OfTheReferenceImplementationsOwnBuffer) {
  Bytes buffer(101);
  auto generator = static_cast<std::uint32_t>(kSeed);
  for (auto& byte : buffer) {
    byte = static_cast<std::uint8_t>(generator >> 24);
    generator *= generator;
  }
  const std::span<const std::uint8_t> all(buffer);
  EXPECT_EQ(checksum(all.first(1)), 0x4FCE394CC88952D8u);
  EXPECT_EQ(checksum(all.first(1), kSeed), 0x739840CB819FA723u);
  EXPECT_EQ(checksum(all.first(14)), 0xCFFA8DB881BC3A3Du);
  EXPECT_EQ(checksum(all.first(14), kSeed), 0x5B9611585EFCC9CBu);
  EXPECT_EQ(checksum(all), 0x0EAB543384F878ADu);
  EXPECT_EQ(checksum(all, kSeed), 0xCAA65939306F1E21u);
}

// One number for every length up to 256, each with its length as the seed; made with the reference
// implementation.
TEST(Checksum, IsXxh64AtEveryLength) {
  Writer sums;
  for (std::size_t size = 0; size <= 256; ++size) {
    Bytes data(size);
    for (std::size_t i = 0; i < size; ++i) data[i] = static_cast<std::uint8_t>(i * 37 + 11);
    sums.number(checksum(data, size));
  }
  EXPECT_EQ(checksum(sums.take()), 0x2CBF38724D1B3097u);
}

TEST(Checksum, SeesEveryBitOfInputOfEveryLength) {
  for (std::size_t size = 1; size <= 80; ++size) {
    Bytes data(size, 0x5A);
    std::set<std::uint64_t> seen{checksum(data)};
    for (std::size_t bit = 0; bit < size * 8; ++bit) {
      auto& byte = data[bit / 8];
      const auto before = byte;
      byte = static_cast<std::uint8_t>(byte ^ (1u << bit % 8));
      EXPECT_TRUE(seen.insert(checksum(data)).second) << size << " " << bit;
      byte = before;
    }
  }
}

TEST(Checksum, DoesNotDependOnWhereItsInputLies) {
  Bytes data(200);
  for (std::size_t i = 0; i < data.size(); ++i) data[i] = static_cast<std::uint8_t>(i % 40);
  const std::span<const std::uint8_t> all(data);
  for (std::size_t at = 1; at < 8; ++at) {
    EXPECT_EQ(checksum(test::exact(all.subspan(at, 120))), checksum(all.subspan(at, 120)));
  }
}

}  // namespace
}  // namespace etalage::bytes
