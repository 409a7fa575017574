// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "bytes/reader.h"

#include <gtest/gtest.h>

#include <limits>
#include <string>

#include "support/damage.h"

namespace etalage::bytes {
namespace {

using test::Bytes;
using test::exact;

Bytes varint_bytes(std::uint64_t value) {
  Writer out;
  out.varint(value);
  return exact(out.take());
}

TEST(Varint, ComesBackAsItWasAtEveryPowerOfTwo) {
  for (unsigned bit = 0; bit < 64; ++bit) {
    const auto power = std::uint64_t{1} << bit;
    for (const auto value : {power - 1, power, power + 1, ~power}) {
      const auto data = varint_bytes(value);
      Reader in(data);
      EXPECT_EQ(in.varint(), value);
      EXPECT_TRUE(in.finished());
    }
  }
}

TEST(Varint, TakesSevenBitsAByteLowBitsFirst) {
  EXPECT_EQ(varint_bytes(0), (Bytes{0}));
  EXPECT_EQ(varint_bytes(127), (Bytes{0x7F}));
  EXPECT_EQ(varint_bytes(300), (Bytes{0xAC, 0x02}));
  EXPECT_EQ(varint_bytes(std::numeric_limits<std::uint64_t>::max()).size(), 10u);
}

TEST(Varint, OfMoreThanSixtyFourBitsFails) {
  for (const auto last : Bytes{0x02, 0x7F, 0x81}) {
    Bytes data(9, 0xFF);
    data.push_back(last);
    data.push_back(0);
    data = exact(data);
    Reader in(data);
    EXPECT_EQ(in.varint(), 0u);
    EXPECT_TRUE(in.failed());
  }
}

TEST(Varint, CutOffAnywhereFails) {
  test::every_prefix(varint_bytes(std::numeric_limits<std::uint64_t>::max()), [](const Bytes& cut) {
    Reader in(cut);
    EXPECT_EQ(in.varint(), 0u);
    EXPECT_TRUE(in.failed());
  });
}

TEST(Writer, LaysNumbersOutLittleEndian) {
  Writer out;
  out.number(std::uint32_t{0x01020304});
  out.number(std::int16_t{-2});
  out.number(1.0F);
  EXPECT_EQ(out.size(), 10u);
  EXPECT_EQ(out.take(), (Bytes{4, 3, 2, 1, 0xFE, 0xFF, 0, 0, 0x80, 0x3F}));
}

TEST(Reader, ReadsBackWhatAWriterWrote) {
  Writer out;
  out.number(std::int64_t{-5});
  out.string("caf\u00e9");
  out.string("");
  out.varint(1000);
  out.append(Bytes{7, 8});
  const auto data = exact(out.take());
  Reader in(data);
  EXPECT_EQ(in.number<std::int64_t>(), -5);
  EXPECT_EQ(in.string(), "caf\u00e9");
  EXPECT_EQ(in.string(), "");
  EXPECT_EQ(in.varint(), 1000u);
  EXPECT_EQ(in.remaining(), 2u);
  EXPECT_EQ(in.take(2).back(), 8);
  EXPECT_TRUE(in.finished());
}

TEST(Reader, IsNotFinishedWhileBytesRemain) {
  const Bytes data{1, 2};
  Reader in(data);
  (void)in.number<std::uint8_t>();
  EXPECT_FALSE(in.finished());
  EXPECT_FALSE(in.failed());
}

TEST(Reader, GivesNothingMoreOnceItHasFailed) {
  const Bytes data{1, 2, 3};
  Reader in(data);
  EXPECT_EQ(in.number<std::uint32_t>(), 0u);
  EXPECT_TRUE(in.failed());
  EXPECT_EQ(in.number<std::uint8_t>(), 0);
  EXPECT_EQ(in.varint(), 0u);
  EXPECT_EQ(in.string(), "");
  EXPECT_EQ(in.count(), 0u);
  EXPECT_TRUE(in.take(0).empty());
  EXPECT_EQ(in.remaining(), 0u);
  EXPECT_FALSE(in.finished());
}

TEST(Reader, RefusesAStringLongerThanWhatRemains) {
  for (const std::uint64_t length : {std::uint64_t{3}, std::uint64_t{1} << 32, ~std::uint64_t{0}}) {
    Writer out;
    out.varint(length);
    out.append(Bytes{'a', 'b'});
    const auto data = exact(out.take());
    Reader in(data);
    EXPECT_EQ(in.string(), "");
    EXPECT_TRUE(in.failed());
  }
}

TEST(Reader, RefusesACountThatCannotFollow) {
  Writer out;
  out.varint(3);
  out.append(Bytes(11, 0));
  const auto data = exact(out.take());
  EXPECT_EQ(Reader(data).count(1), 3u);
  EXPECT_EQ(Reader(data).count(3), 3u);
  Reader in(data);
  EXPECT_EQ(in.count(4), 0u);
  EXPECT_TRUE(in.failed());
}

TEST(Reader, OfNothingIsFinishedAndThenFails) {
  Reader in({});
  EXPECT_TRUE(in.finished());
  EXPECT_EQ(in.number<std::uint8_t>(), 0);
  EXPECT_TRUE(in.failed());
}

}  // namespace
}  // namespace etalage::bytes
