// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "pack/columns.h"

#include <gtest/gtest.h>

#include <initializer_list>

#include "bytes/reader.h"
#include "pack/format.h"
#include "support/damage.h"

namespace etalage::pack {
namespace {

using test::Bytes;

Bytes column(std::initializer_list<std::uint32_t> ends, std::string_view text) {
  bytes::Writer out;
  for (const auto end : ends) out.number(end);
  for (const char c : text) out.number(c);
  return test::exact(out.take());
}

Bytes dictionary(std::initializer_list<std::uint16_t> indexes, std::uint32_t values,
                 const Bytes& rest) {
  bytes::Writer out;
  for (const auto index : indexes) out.number(index);
  if (indexes.size() % 2 == 1) out.number(std::uint16_t{0});
  out.number(values);
  out.append(rest);
  return test::exact(out.take());
}

TEST(NumberColumn, ReadsAtAnyAddress) {
  const Bytes data{9, 1, 0, 0, 0, 2, 0, 0, 0};
  const NumberColumn<std::uint32_t> numbers(std::span<const std::uint8_t>(data).subspan(1));
  EXPECT_EQ(numbers.size(), 2u);
  EXPECT_EQ(numbers[0], 1u);
  EXPECT_EQ(numbers[1], 2u);
}

TEST(BytesColumn, GivesEachRowItsText) {
  const auto data = column({0, 2, 2, 5}, "abcde");
  const auto parsed = BytesColumn::parse(3, data);
  ASSERT_TRUE(parsed);
  EXPECT_EQ(parsed->size(), 3u);
  EXPECT_EQ(parsed->text(0), "ab");
  EXPECT_EQ(parsed->text(1), "");
  EXPECT_EQ(parsed->text(2), "cde");
}

TEST(BytesColumn, OfNoRowsIsEmpty) {
  const auto data = column({0}, "");
  const auto parsed = BytesColumn::parse(0, data);
  ASSERT_TRUE(parsed);
  EXPECT_EQ(parsed->size(), 0u);
  EXPECT_EQ(parsed->text(0), "");
}

TEST(BytesColumn, ThatIsAbsentHasNoText) {
  EXPECT_EQ(BytesColumn().size(), 0u);
  EXPECT_EQ(BytesColumn().text(0), "");
}

TEST(BytesColumn, WhoseEndsDoNotRiseFromZeroToItsSizeIsRefused) {
  EXPECT_FALSE(BytesColumn::parse(2, column({1, 2, 3}, "abc")));  // does not begin at 0
  EXPECT_FALSE(BytesColumn::parse(2, column({0, 3, 2}, "ab")));   // falls
  EXPECT_FALSE(BytesColumn::parse(2, column({0, 1, 4}, "abc")));  // beyond the bytes
  EXPECT_FALSE(BytesColumn::parse(2, column({0, 1, 2}, "abc")));  // bytes that belong to no row
  EXPECT_FALSE(BytesColumn::parse(2, column({0, 0xFFFFFFFF, 3}, "abc")));
  EXPECT_TRUE(BytesColumn::parse(2, column({0, 1, 3}, "abc")));
}

TEST(BytesColumn, OfMoreRowsThanItsBytesAllowIsRefused) {
  const auto data = column({0, 0}, "");
  EXPECT_FALSE(BytesColumn::parse(2, data));
  EXPECT_FALSE(BytesColumn::parse(0xFFFFFFFF, data));
  EXPECT_FALSE(BytesColumn::parse(0, {}));
}

TEST(DictionaryColumn, GivesRowsOfOneValueOneIndex) {
  const auto data = dictionary({1, kNone, 1, 0}, 2, column({0, 1, 3}, "abb"));
  const auto parsed = DictionaryColumn::parse(4, data);
  ASSERT_TRUE(parsed);
  EXPECT_EQ(parsed->text(0), "bb");
  EXPECT_EQ(parsed->text(1), "");
  EXPECT_EQ(parsed->text(3), "a");
  EXPECT_EQ(parsed->index(0), parsed->index(2));
  EXPECT_EQ(parsed->index(1), kNone);
  EXPECT_EQ(parsed->values().size(), 2u);
}

TEST(DictionaryColumn, ThatIsAbsentHasNoValue) {
  EXPECT_EQ(DictionaryColumn().text(0), "");
  EXPECT_EQ(DictionaryColumn().index(0), kNone);
}

TEST(DictionaryColumn, IsPaddedAfterAnOddNumberOfRows) {
  EXPECT_TRUE(DictionaryColumn::parse(3, dictionary({0, 0, 0}, 1, column({0, 1}, "a"))));
}

TEST(DictionaryColumn, OfAnIndexBeyondItsValuesIsRefused) {
  EXPECT_FALSE(DictionaryColumn::parse(2, dictionary({0, 1}, 1, column({0, 1}, "a"))));
  EXPECT_FALSE(DictionaryColumn::parse(2, dictionary({0, kNone - 1}, 1, column({0, 1}, "a"))));
  EXPECT_FALSE(DictionaryColumn::parse(2, dictionary({0, 0}, 0xFFFFFFFF, column({0, 1}, "a"))));
}

TEST(DictionaryColumn, CutOffAnywhereIsRefused) {
  test::every_prefix(dictionary({0, 1}, 2, column({0, 1, 2}, "ab")), [](const Bytes& cut) {
    EXPECT_FALSE(DictionaryColumn::parse(2, cut)) << cut.size();
  });
}

}  // namespace
}  // namespace etalage::pack
