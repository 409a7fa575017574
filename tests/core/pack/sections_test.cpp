// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "pack/sections.h"

#include <gtest/gtest.h>

#include "pack/pack.h"
#include "support/code.h"
#include "support/damage.h"
#include "support/repair.h"
#include "support/shop.h"

namespace etalage::pack {
namespace {

using test::Bytes;
using test::code_of;
using test::written;

constexpr std::size_t kMajorAt = 4, kMinorAt = 6, kCountAt = 12, kSizeAt = 16;

// The place of field `field` (0 tag, 1 count, 2 offset, 3 size) of a section of the table.
std::size_t entry(std::size_t section, std::size_t field) {
  return kHeaderBytes + section * kEntryBytes + field * 4;
}

template <typename T>
Bytes with(Bytes data, std::size_t at, T value) {
  std::memcpy(data.data() + at, &value, sizeof value);
  const auto size = data.size();
  test::repair_pack(data);
  EXPECT_EQ(data.size(), size);
  return data;
}

TEST(Sections, AreThoseOfTheTableInItsOrderEachFromAMultipleOfEight) {
  const auto data = written(test::garden_shop());
  const auto sections = read_sections(data);
  ASSERT_TRUE(sections);
  EXPECT_EQ(sections->major, kMajor);
  EXPECT_EQ(sections->minor, kMinor);
  ASSERT_EQ(sections->views.size(), 18u);
  EXPECT_EQ(sections->views.front().tag, kMeta);
  std::size_t end = kHeaderBytes + sections->views.size() * kEntryBytes;
  for (const auto& view : sections->views) {
    EXPECT_EQ(view.offset % 8, 0u);
    EXPECT_GE(view.offset, end);
    EXPECT_EQ(view.data.data(), data.data() + view.offset);
    end = view.offset + view.data.size();
  }
  EXPECT_LE(end, data.size());
}

TEST(Sections, OfANewerMajorVersionAreRefusedWhateverElseIsWrong) {
  const auto data = written(test::garden_shop());
  for (const std::uint16_t major : {std::uint16_t{0}, std::uint16_t{2}, std::uint16_t{0xFFFF}}) {
    auto other = with(data, kMajorAt, major);
    EXPECT_EQ(code_of(read_sections(other)), Code::bad_version);
    other.back() ^= 1;
    EXPECT_EQ(code_of(read_sections(other)), Code::bad_version);
    other.resize(other.size() / 2);
    EXPECT_EQ(code_of(read_sections(test::exact(other))), Code::bad_version);
  }
}

TEST(Sections, OfANewerMinorVersionAreRead) {
  const auto data = with(written(test::garden_shop()), kMinorAt, std::uint16_t{7});
  const auto sections = read_sections(data);
  ASSERT_TRUE(sections);
  EXPECT_EQ(sections->minor, 7);
  EXPECT_TRUE(Pack::open(data));
}

TEST(Sections, OfAnUnknownTagAreSkipped) {
  // MODL under another name: the pack then has no positions, and everything else.
  const auto whole = written(test::garden_shop());
  const auto sections = read_sections(whole);
  std::size_t model = 0;
  while (sections->views[model].tag != kModel) ++model;
  const auto data = with(whole, entry(model, 0), tag("NEW1"));
  const auto pack = Pack::open(data);
  ASSERT_TRUE(pack);
  EXPECT_TRUE(pack->positions().empty());
  EXPECT_EQ(pack->products(), 8u);
  EXPECT_EQ(pack->title(test::g1), "Lavender");
}

TEST(Sections, WithoutABlendLeaveTheDefaults) {
  auto contents = test::garden_shop();
  contents.blend = {2, 0.25F};
  const auto whole = written(contents);
  EXPECT_EQ(Pack::open(whole)->blend(), (Blend{2, 0.25F}));
  const auto sections = read_sections(whole);
  std::size_t blend = 0;
  while (sections->views[blend].tag != kBlend) ++blend;
  const auto data = with(whole, entry(blend, 0), tag("NEW1"));
  EXPECT_EQ(Pack::open(data)->blend(), Blend{});
}

TEST(Sections, CarryTheKillSwitch) {
  auto contents = test::garden_shop();
  EXPECT_FALSE(read_sections(written(contents))->off);
  contents.off = true;
  EXPECT_TRUE(read_sections(written(contents))->off);
  EXPECT_TRUE(Pack::open(written(contents))->off());
}

TEST(Sections, OfOneTagTwiceAreRefused) {
  const auto data = written(test::garden_shop());
  EXPECT_EQ(code_of(read_sections(with(data, entry(4, 0), kItem))), Code::malformed);
  EXPECT_EQ(code_of(read_sections(with(data, entry(4, 0), kMeta))), Code::malformed);
}

TEST(Sections, OutsideTheFileAreRefused) {
  const auto data = written(test::garden_shop());
  const auto size = static_cast<std::uint32_t>(data.size());
  for (const std::uint32_t offset : {0u, 31u, size + 1, size + 8, 0x80000000u, 0xFFFFFFF8u}) {
    EXPECT_EQ(code_of(read_sections(with(data, entry(3, 2), offset))), Code::malformed) << offset;
  }
  for (const std::uint32_t bytes : {size, 0x80000000u, 0xFFFFFFFFu}) {
    EXPECT_EQ(code_of(read_sections(with(data, entry(3, 3), bytes))), Code::malformed) << bytes;
  }
}

TEST(Sections, OfMoreEntriesThanFitAreRefused) {
  const auto data = written(test::garden_shop());
  for (const std::uint32_t count : {kMaxSections + 1, 0x10000000u, 0xFFFFFFFFu}) {
    EXPECT_EQ(code_of(read_sections(with(data, kCountAt, count))), Code::malformed) << count;
  }
  Bytes header(data.begin(), data.begin() + kHeaderBytes);
  test::repair_pack(header);
  EXPECT_EQ(code_of(read_sections(header)), Code::malformed);
}

TEST(Sections, MustBeginWithTheSettings) {
  const auto data = written(test::garden_shop());
  EXPECT_EQ(code_of(Pack::open(with(data, entry(0, 0), tag("NEW1")))), Code::malformed);
  EXPECT_EQ(code_of(Pack::open(with(data, kCountAt, std::uint32_t{0}))), Code::malformed);
}

TEST(Sections, KnowAFileThatIsCutOffFromOneThatIsTooLong) {
  auto data = written(test::garden_shop());
  data.push_back(0);
  EXPECT_EQ(code_of(read_sections(test::exact(data))), Code::malformed);
  data.resize(data.size() - 2);
  EXPECT_EQ(code_of(read_sections(test::exact(data))), Code::truncated);
  const std::uint64_t huge = ~std::uint64_t{0};
  std::memcpy(data.data() + kSizeAt, &huge, sizeof huge);
  EXPECT_EQ(code_of(read_sections(data)), Code::truncated);
}

TEST(Sections, OfAFileOfAnotherKindAreRefused) {
  EXPECT_EQ(code_of(read_sections(Bytes(100, 0))), Code::bad_magic);
  EXPECT_EQ(code_of(read_sections(Bytes(31, 0))), Code::truncated);
  EXPECT_EQ(code_of(read_sections({})), Code::truncated);
}

}  // namespace
}  // namespace etalage::pack
