// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "bytes/frame.h"

#include <gtest/gtest.h>

#include "support/code.h"
#include "support/damage.h"
#include "support/repair.h"

namespace etalage::bytes {
namespace {

using test::Bytes;
using test::code_of;
using test::exact;

Bytes sample(std::uint8_t version = 3) {
  return exact(frame('E', version, Bytes{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}));
}

TEST(Frame, GivesItsContentBackFromInsideItsBytes) {
  const auto whole = sample();
  const auto content = unframe('E', 3, whole);
  ASSERT_TRUE(content);
  EXPECT_EQ(exact(*content), (Bytes{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}));
  EXPECT_EQ(content->data(), whole.data() + 6);
}

TEST(Frame, MayBeEmpty) {
  const auto whole = exact(frame('S', 1, {}));
  const auto content = unframe('S', 1, whole);
  ASSERT_TRUE(content);
  EXPECT_TRUE(content->empty());
}

TEST(Frame, CutOffAnywhereIsRefused) {
  test::every_prefix(sample(), [](const Bytes& cut) {
    EXPECT_EQ(code_of(unframe('E', 3, cut)), cut.size() < 6 ? Code::truncated : Code::bad_checksum);
  });
}

TEST(Frame, WithAnyByteChangedIsRefusedForWhatItIs) {
  const auto whole = sample();
  for (std::size_t at = 0; at < whole.size(); ++at) {
    for (unsigned value = 0; value < 256; ++value) {
      auto copy = exact(whole);
      copy[at] = static_cast<std::uint8_t>(value);
      if (copy == whole) continue;
      const bool newer = at == 1 && (value == 0 || value > 3);
      const auto expected = at == 0 ? Code::bad_magic
                            : newer ? Code::bad_version
                                    : Code::bad_checksum;
      EXPECT_EQ(code_of(unframe('E', 3, copy)), expected) << at << " " << value;
    }
  }
}

TEST(Frame, OfANewerVersionIsNotAnErrorOfItsChecksum) {
  auto newer = sample(4);
  EXPECT_EQ(code_of(unframe('E', 3, newer)), Code::bad_version);
  newer.back() ^= 1;  // its rule may differ: we cannot know
  EXPECT_EQ(code_of(unframe('E', 3, newer)), Code::bad_version);
}

TEST(Frame, OfAnOlderVersionIsRead) {
  for (std::uint8_t version = 1; version <= 3; ++version) {
    EXPECT_TRUE(unframe('E', 3, sample(version)));
  }
}

// Or a snapshot could be taken for a record, or version 1 content be read by the rules of
// version 2.
TEST(Frame, SealsItsKindAndVersionWithItsContent) {
  auto other = sample(2);
  other[1] = 3;
  EXPECT_EQ(code_of(unframe('E', 3, other)), Code::bad_checksum);
  auto kind = sample();
  kind[0] = 'S';
  EXPECT_EQ(code_of(unframe('S', 3, kind)), Code::bad_checksum);
}

// The tests of damage rely on it.
TEST(Frame, WhoseChecksumIsRepairedIsRead) {
  auto whole = sample();
  whole.back() ^= 1;
  test::repair_frame(whole);
  const auto content = unframe('E', 3, whole);
  ASSERT_TRUE(content);
  EXPECT_EQ(content->back(), 13);
}

}  // namespace
}  // namespace etalage::bytes
