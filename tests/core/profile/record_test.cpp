// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "profile/record.h"

#include <gtest/gtest.h>

#include "bytes/frame.h"
#include "bytes/reader.h"
#include "profile/histories.h"
#include "support/code.h"
#include "support/repair.h"

namespace etalage::profile {
namespace {

using test::Bytes;
using test::code_of;
using test::Ids;
using test::Random;

void expect_same(const Record& a, const Record& b) {
  EXPECT_EQ(a.type, b.type);
  EXPECT_EQ(a.time, b.time);
  if (a.type == RecordType::event) {
    EXPECT_EQ(a.kind, b.kind);
  }
  EXPECT_EQ(a.transaction, b.transaction);
  EXPECT_EQ(a.items, b.items);
  EXPECT_EQ(a.name, b.name);
  EXPECT_EQ(a.fields, b.fields);
}

Bytes sample() {
  return test::exact(
      encode_record(test::event(test::kNow, EventKind::purchase, {"a", "\u00e9"}, 77)));
}

TEST(Record, GivesBackWhatWasStored) {
  for (const auto& record : test::random_records(1, 2000)) {
    const auto back = decode_record(test::exact(encode_record(record)));
    ASSERT_TRUE(back);
    expect_same(*back, record);
  }
}

TEST(Record, OfOneViewTakesAtMost27Bytes) {
  EXPECT_LE(encode_record(test::event(test::kNow, EventKind::view_item, {"85123A"})).size(), 27u);
}

TEST(Record, CutOffAnywhereIsRefused) {
  test::every_prefix(sample(), [](const Bytes& cut) {
    EXPECT_EQ(code_of(decode_record(cut)), cut.size() < 6 ? Code::truncated : Code::bad_checksum);
  });
}

TEST(Record, CutOffAndSealedAgainIsTruncated) {
  test::every_prefix(sample(), [](Bytes& cut) {
    test::repair_frame(cut);
    EXPECT_EQ(code_of(decode_record(cut)), Code::truncated) << cut.size();
  });
}

TEST(Record, WithAnyByteChangedIsRefusedForWhatItIs) {
  test::every_flip(sample(), [](const Bytes& data, std::size_t at) {
    const auto expected = at == 0   ? Code::bad_magic
                          : at == 1 ? Code::bad_version
                                    : Code::bad_checksum;
    EXPECT_EQ(code_of(decode_record(data)), expected) << at;
  });
}

TEST(Record, DamagedAndSealedAgainIsRefusedOrKeepsToTheLimits) {
  std::size_t good = 0;
  for (std::uint64_t seed = 0; seed < 20000; ++seed) {
    Random random(seed);
    std::int64_t time = test::kNow;
    auto data = encode_record(test::random_record(random, time));
    test::mutate(random, data);
    data[0] = 'E';
    data[1] = 1;
    test::repair_frame(data);
    const auto record = decode_record(test::exact(data));
    if (!record) {
      EXPECT_TRUE(record.error().code == Code::truncated || record.error().code == Code::malformed);
      continue;
    }
    ++good;
    EXPECT_LE(record->items.size(), kMaxItems);
    EXPECT_TRUE(record->type == RecordType::cart || !record->event_name().empty());
    EXPECT_TRUE(record->time >= 0 && record->time <= kLatestTime) << record->time;
  }
  EXPECT_GT(good, 500u);
}

TEST(Record, OfANewerVersionIsSaidToBe) {
  for (const int version : {0, 2, 255}) {
    auto data = sample();
    data[1] = static_cast<std::uint8_t>(version);
    test::repair_frame(data);
    EXPECT_EQ(code_of(decode_record(data)), Code::bad_version) << version;
  }
}

// The content of a frame, in the order of record.h.
Bytes record_of(std::uint8_t type, std::int64_t time, std::uint8_t kind, const Ids& items,
                const std::string& name = "") {
  bytes::Writer out;
  out.number(type);
  out.number(time);
  out.number(kind);
  if (kind == 0) out.string(name);
  out.number(std::uint8_t{0});
  out.varint(items.size());
  for (const auto& id : items) {
    out.string(id);
    out.varint(0);
  }
  out.varint(0);
  return test::exact(bytes::frame('E', 1, out.take()));
}

TEST(Record, LooksAsItIsDrawn) {
  EXPECT_EQ(encode_record(test::event(test::kNow, EventKind::add_to_cart, {"a", "bc"})),
            record_of(1, test::kNow, 2, {"a", "bc"}));
  EXPECT_EQ(encode_record(test::cart(test::kNow, {"a"})), record_of(2, test::kNow, 0, {"a"}));
  EXPECT_EQ(encode_record(test::other(test::kNow, "search")),
            record_of(1, test::kNow, 0, {}, "search"));
  EXPECT_EQ(encode_record(test::trigger(test::kNow, "left", true)),
            record_of(4, test::kNow, 0, {}, "left"));
}

TEST(Record, WithoutTheNameThatItNeedsIsRefused) {
  EXPECT_EQ(code_of(decode_record(record_of(1, 5, 0, {}, "search"))), Code::ok);
  for (const std::uint8_t type : Bytes{1, 3, 4, 5}) {
    EXPECT_EQ(code_of(decode_record(record_of(type, 5, 0, {}))), Code::malformed);
  }
  EXPECT_EQ(code_of(decode_record(record_of(2, 5, 0, {}, "cart"))), Code::malformed);
  EXPECT_EQ(code_of(decode_record(record_of(3, 5, 0, {"a"}, "skill"))), Code::malformed);
}

TEST(Record, OfANumberOrATextBeyondTheLimitsIsRefused) {
  const auto code = [](Field field) {
    return code_of(decode_record(encode_record(test::answer(5, "fact", {std::move(field)}))));
  };
  EXPECT_EQ(code({"", false, kLargestNumber, {}}), Code::ok);
  EXPECT_EQ(code({"", false, kLargestNumber + 1, {}}), Code::malformed);
  EXPECT_EQ(code({"", false, INT64_MIN, {}}), Code::malformed);
  EXPECT_EQ(code(test::text("", std::string(kMaxTextBytes, 'x'))), Code::ok);
  EXPECT_EQ(code(test::text("", std::string(kMaxTextBytes + 1, 'x'))), Code::malformed);
}

TEST(Record, OfAnUnknownTypeOrKindIsRefused) {
  EXPECT_EQ(code_of(decode_record(record_of(1, 5, 1, {}))), Code::ok);
  for (const std::uint8_t type : Bytes{0, 6, 255}) {
    EXPECT_EQ(code_of(decode_record(record_of(type, 5, 1, {}))), Code::malformed);
  }
  for (const std::uint8_t kind : Bytes{5, 129}) {
    EXPECT_EQ(code_of(decode_record(record_of(1, 5, kind, {}))), Code::malformed);
  }
}

TEST(Record, OfMoreItemsThanAnEventMayHaveIsRefused) {
  EXPECT_EQ(code_of(decode_record(record_of(1, 5, 1, Ids(kMaxItems, "a")))), Code::ok);
  EXPECT_EQ(code_of(decode_record(record_of(1, 5, 1, Ids(kMaxItems + 1, "a")))), Code::malformed);
}

TEST(Record, OfATimeThatJavaScriptCannotHoldIsRefused) {
  for (const std::int64_t time : {std::int64_t{0}, kLatestTime}) {
    EXPECT_EQ(code_of(decode_record(record_of(1, time, 1, {"a"}))), Code::ok) << time;
  }
  for (const std::int64_t time : {std::int64_t{-1}, kLatestTime + 1, INT64_MIN, INT64_MAX}) {
    EXPECT_EQ(code_of(decode_record(record_of(1, time, 1, {"a"}))), Code::malformed) << time;
    EXPECT_EQ(code_of(decode_record(record_of(2, time, 0, {"a"}))), Code::malformed) << time;
  }
}

}  // namespace
}  // namespace etalage::profile
