// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "bytes/archive.h"

#include <gtest/gtest.h>

#include <cereal/types/string.hpp>
#include <cereal/types/vector.hpp>
#include <string>

#include "support/code.h"
#include "support/damage.h"

namespace etalage::bytes {
namespace {

using test::Bytes;
using test::code_of;
using test::exact;
using test::Random;

struct Sample {
  std::uint32_t small = 0;
  std::int64_t large = 0;
  double fraction = 0;
  std::string text;
  std::vector<std::string> texts;
  std::vector<std::uint32_t> numbers;

  bool operator==(const Sample&) const = default;

  template <typename Archive>
  void save(Archive& archive) const {
    archive(varint(small), large, fraction, text, texts, numbers);
  }
  template <typename Archive>
  void load(Archive& archive) {
    auto first = varint(small);
    archive(first, large, fraction, text, texts, numbers);
  }
};

Sample random_sample(std::uint64_t seed) {
  Random random(seed);
  Sample sample;
  sample.small = static_cast<std::uint32_t>(random.bits() >> random.below(64));
  sample.large = static_cast<std::int64_t>(random.bits());
  sample.fraction = static_cast<double>(random.unit());
  sample.text = test::random_text(random, 10);
  for (auto n = random.below(5); n > 0; --n) sample.texts.push_back(test::random_text(random, 4));
  for (auto n = random.below(5); n > 0; --n) sample.numbers.push_back(random.below(1000));
  return sample;
}

TEST(Archive, GivesBackWhatWasStored) {
  for (std::uint64_t seed = 0; seed < 500; ++seed) {
    const auto sample = random_sample(seed);
    const auto back = decode<Sample>(exact(encode(sample)));
    ASSERT_TRUE(back);
    EXPECT_EQ(*back, sample) << "seed " << seed;
  }
}

TEST(Archive, RefusesEveryPrefix) {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    test::every_prefix(encode(random_sample(seed)), [&](const Bytes& cut) {
      EXPECT_EQ(code_of(decode<Sample>(cut)), Code::truncated) << seed << " " << cut.size();
    });
  }
}

TEST(Archive, RefusesBytesAfterTheLastField) {
  auto data = encode(random_sample(1));
  data.push_back(0);
  EXPECT_EQ(code_of(decode<Sample>(exact(data))), Code::malformed);
}

TEST(Archive, NeverLeavesDamagedBytes) {
  for (std::uint64_t seed = 0; seed < 5000; ++seed) {
    Random random(seed);
    auto data = encode(random_sample(seed % 50));
    test::mutate(random, data);
    const auto back = decode<Sample>(exact(data));
    if (!back) {
      EXPECT_TRUE(back.error().code == Code::truncated || back.error().code == Code::malformed);
    }
  }
}

// Or four bytes would make a program reserve gigabytes.
TEST(Archive, RefusesASizeOfMoreElementsThanBytesRemain) {
  for (const std::uint64_t size :
       {std::uint64_t{5}, std::uint64_t{0xFFFFFFFF}, std::uint64_t{1} << 40, ~std::uint64_t{0}}) {
    Writer out;
    out.varint(size);
    out.append(Bytes(4, 0));
    const auto data = exact(out.take());
    EXPECT_EQ(code_of(decode<std::string>(data)), Code::truncated) << size;
    EXPECT_EQ(code_of(decode<std::vector<std::string>>(data)), Code::truncated) << size;
    EXPECT_EQ(code_of(decode<std::vector<std::uint32_t>>(data)), Code::truncated) << size;
  }
}

TEST(Archive, RefusesNumbersThatEndEarlyThoughTheirCountFits) {
  Writer out;
  out.varint(4);
  out.append(Bytes(15, 0));
  EXPECT_EQ(code_of(decode<std::vector<std::uint32_t>>(exact(out.take()))), Code::truncated);
}

struct Narrow {
  std::uint8_t value = 0;
  template <typename Archive>
  void save(Archive& archive) const {
    archive(varint(value));
  }
  template <typename Archive>
  void load(Archive& archive) {
    auto number = varint(value);
    archive(number);
  }
};

TEST(Archive, RefusesAVarintThatItsTypeCannotHold) {
  EXPECT_EQ(decode<Narrow>(encode(Narrow{255}))->value, 255);
  Writer out;
  out.varint(256);
  EXPECT_EQ(code_of(decode<Narrow>(exact(out.take()))), Code::malformed);
}

}  // namespace
}  // namespace etalage::bytes
