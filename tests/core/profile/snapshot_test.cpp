// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "bytes/frame.h"
#include "bytes/reader.h"
#include "profile/histories.h"
#include "support/code.h"
#include "support/repair.h"

namespace etalage::profile {
namespace {

using enum EventKind;
using test::Bytes;
using test::code_of;
using test::event;
using test::folded;
using test::Ids;
using test::kNow;
using test::Random;
using test::text_of;

Bytes snapshot_of(const std::vector<Record>& records) {
  return test::exact(folded(records).snapshot());
}

TEST(Snapshot, GivesBackTheWholeState) {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    const auto profile = folded(test::random_records(seed, seed % 60));
    const auto back = Profile::restore(test::exact(profile.snapshot()));
    ASSERT_TRUE(back) << seed;
    EXPECT_EQ(text_of(*back), text_of(profile)) << seed;
    EXPECT_EQ(back->snapshot(), profile.snapshot()) << seed;
  }
}

TEST(Snapshot, InTheMiddleOfAFoldChangesNothing) {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    Random random(seed);
    const auto records = test::random_records(seed, 60);
    const auto cut = random.below(61);
    const auto middle = records.begin() + static_cast<std::ptrdiff_t>(cut);
    auto second = *Profile::restore(snapshot_of({records.begin(), middle}));
    for (auto i = cut; i < records.size(); ++i) second.apply(records[i]);
    EXPECT_EQ(second.snapshot(), folded(records).snapshot()) << seed;
    EXPECT_EQ(text_of(second), text_of(folded(records))) << seed;
  }
}

TEST(Snapshot, InTheMiddleOfAFoldBeyondTheLimitChangesNothing) {
  const auto records = test::random_records(5, kMaxEvents + 900);
  for (const std::size_t cut : {kMaxEvents - 300, kMaxEvents + 600}) {
    auto second = *Profile::restore(
        snapshot_of({records.begin(), records.begin() + static_cast<std::ptrdiff_t>(cut)}));
    for (auto i = cut; i < records.size(); ++i) second.apply(records[i]);
    EXPECT_EQ(second.snapshot(), folded(records).snapshot());
  }
}

TEST(Snapshot, HoldsNoProductThatIsForgotten) {
  auto profile =
      folded({event(kNow - 9, view_item, {"forgotten"}), event(kNow, view_item, {"known"})});
  profile.retain(test::From{kNow});
  const auto data = profile.snapshot();
  EXPECT_EQ(std::string(data.begin(), data.end()).find("forgotten"), std::string::npos);
  EXPECT_NE(std::string(data.begin(), data.end()).find("known"), std::string::npos);
  EXPECT_EQ(Profile::restore(data)->dictionary().size(), 2u);
}

// design.md section 9: the budget of one event, dictionary included.
TEST(Snapshot, OfAThousandEventsOverAThousandProductsTakesAtMostTwentyFourBytesAnEvent) {
  Profile profile;
  for (int i = 0; i < 1000; ++i) {
    profile.apply(
        event(kNow + i * 40000000LL, kEventKinds[i % 3], {std::to_string(100000 + i * 7)}));
  }
  ASSERT_EQ(profile.dictionary().size(), 1001u);  // and the empty text
  EXPECT_LE(profile.snapshot().size(), 24000u);
}

TEST(Snapshot, KeepsACartThatIsOlderThanEveryEvent) {
  Profile profile;
  for (std::size_t i = 0; i < kMaxEvents + kMaxItems; ++i) {
    Ids items;
    for (std::size_t n = 0; n < kMaxItems; ++n) items.push_back(std::to_string(i * kMaxItems + n));
    profile.apply(event(kNow, i == 0 ? add_to_cart : view_item, i < 20 ? items : Ids{items[0]}));
  }
  const auto back = Profile::restore(profile.snapshot());
  ASSERT_TRUE(back);
  EXPECT_EQ(text_of(*back), text_of(profile));
}

TEST(Snapshot, KeepsTimesThatStandStillOrGoBack) {
  const auto profile = folded({event(kLatestTime, view_item, {"a"}), event(0, view_item, {"b"}),
                               event(0, view_item, {"c"}), event(kLatestTime, view_item, {"d"}),
                               event(kNow, view_item, {"e"})});
  const auto back = Profile::restore(profile.snapshot());
  ASSERT_TRUE(back);
  EXPECT_EQ(text_of(*back), text_of(profile));
}

TEST(Snapshot, OfNothingIsAProfileThatHasNeverBeen) {
  const auto back = Profile::restore(Profile().snapshot());
  ASSERT_TRUE(back);
  EXPECT_TRUE(back->empty());
  EXPECT_FALSE(back->since());
}

TEST(Snapshot, RemembersSinceWhenWhereEverythingHasExpired) {
  auto profile = folded({event(kNow, view_item, {"a"})});
  profile.retain(test::From{kNow + 1});
  const auto back = Profile::restore(profile.snapshot());
  ASSERT_TRUE(back);
  EXPECT_TRUE(back->empty());
  EXPECT_EQ(back->since(), kNow);
}

TEST(Snapshot, CutOffAnywhereIsRefused) {
  test::every_prefix(snapshot_of(test::random_records(3, 40)), [](Bytes& cut) {
    EXPECT_EQ(code_of(Profile::restore(cut)),
              cut.size() < 6 ? Code::truncated : Code::bad_checksum);
    test::repair_frame(cut);
    EXPECT_EQ(code_of(Profile::restore(cut)), Code::truncated) << cut.size();
  });
}

TEST(Snapshot, WithAnyByteChangedIsRefusedForWhatItIs) {
  test::every_flip(snapshot_of(test::random_records(3, 40)), [](const Bytes& data, std::size_t at) {
    const auto expected = at == 0   ? Code::bad_magic
                          : at == 1 ? Code::bad_version
                                    : Code::bad_checksum;
    EXPECT_EQ(code_of(Profile::restore(data)), expected) << at;
  });
}

TEST(Snapshot, OfANewerVersionIsSaidToBe) {
  auto data = snapshot_of(test::random_records(3, 10));
  data[1] = 2;
  test::repair_frame(data);
  EXPECT_EQ(code_of(Profile::restore(data)), Code::bad_version);
}

TEST(Snapshot, IsNotARecord) {
  EXPECT_EQ(code_of(Profile::restore(encode_record(event(kNow, view_item, {"a"})))),
            Code::bad_magic);
  EXPECT_EQ(code_of(decode_record(snapshot_of({}))), Code::bad_magic);
}

TEST(Snapshot, DamagedAndSealedAgainIsRefusedOrAStateLikeAnyOther) {
  std::size_t good = 0;
  const auto whole = snapshot_of(test::random_records(3, 30));
  for (std::uint64_t seed = 0; seed < 10000; ++seed) {
    Random random(seed);
    auto data = whole;
    test::mutate(random, data);
    data[0] = 'S';
    data[1] = 1;
    test::repair_frame(data);
    const auto profile = Profile::restore(test::exact(data));
    if (!profile) {
      EXPECT_TRUE(profile.error().code == Code::truncated ||
                  profile.error().code == Code::malformed);
      continue;
    }
    ++good;
    EXPECT_LE(profile->events().size(), kMaxEvents);
    for (const auto& happened : profile->events()) {
      EXPECT_TRUE(happened.time >= 0 && happened.time <= kLatestTime) << seed;
    }
    const auto again = Profile::restore(profile->snapshot());
    ASSERT_TRUE(again) << seed;
    EXPECT_EQ(text_of(*again), text_of(*profile)) << seed;
  }
  EXPECT_GT(good, 200u);
}

// The content of a snapshot of one event, in the order of snapshot.cpp.
struct Drawn {
  Ids texts{"a", "b"};
  std::int64_t since = kNow;
  std::uint64_t step = 0;
  std::uint8_t kind = 1;
  std::uint64_t name = 1;  // where kind is 0
  std::vector<std::uint64_t> products{1};
  std::vector<std::uint64_t> cell{};  // item, field, value: where there are any
  std::int64_t cart_time = kNow;
  std::vector<std::uint64_t> cart{2};
  std::uint64_t fact = 1;
  std::int64_t answered = kNow;
  std::uint64_t trigger = 1;
  std::int64_t fired = kNow;
  std::size_t events = 1;

  static void write_places(bytes::Writer& out, const std::vector<std::uint64_t>& places) {
    out.varint(places.size());
    for (const auto place : places) out.varint(place);
  }
  [[nodiscard]] Code restored() const {
    bytes::Writer out;
    out.varint(texts.size());
    for (const auto& text : texts) out.string(text);
    out.number(since);
    out.varint(events);
    for (std::size_t i = 0; i < events; ++i) {
      out.varint(step);
      out.number(static_cast<std::uint8_t>(kind | (cell.empty() ? 0 : 64)));
      if (kind == 0) out.varint(name);
      write_places(out, products);
      if (cell.empty()) continue;
      out.varint(1);
      for (const auto part : cell) out.varint(part);
    }
    out.number(cart_time);
    out.number(std::uint8_t{0});
    out.varint(0);
    write_places(out, cart);
    out.varint(1);
    out.varint(fact);
    out.number(answered);
    out.varint(0);
    out.varint(1);
    out.varint(trigger);
    out.number(std::uint8_t{1});
    out.varint(1);
    out.number(fired);
    return code_of(Profile::restore(test::exact(bytes::frame('S', 1, out.take()))));
  }
};

TEST(Snapshot, IsReadAsItIsDrawn) { EXPECT_EQ(Drawn{}.restored(), Code::ok); }

TEST(Snapshot, ThatNamesAProductItDoesNotHoldIsRefused) {
  EXPECT_EQ(Drawn{.products = {3}}.restored(), Code::malformed);
  EXPECT_EQ(Drawn{.cart = {3}}.restored(), Code::malformed);
  EXPECT_EQ(Drawn{.fact = 3}.restored(), Code::malformed);
  EXPECT_EQ(Drawn{.trigger = 3}.restored(), Code::malformed);
  EXPECT_EQ((Drawn{.kind = 0, .name = 2}.restored()), Code::ok);
  EXPECT_EQ((Drawn{.kind = 0, .name = 3}.restored()), Code::malformed);
  EXPECT_EQ(Drawn{.products = {0x100000000}}.restored(), Code::malformed);
}

TEST(Snapshot, ThatHoldsAProductTwiceIsRefused) {
  EXPECT_EQ((Drawn{.texts = {"a", "a"}}.restored()), Code::malformed);
}

TEST(Snapshot, OfAnUnknownKindOfEventIsRefused) {
  EXPECT_EQ((Drawn{.kind = 0, .name = 0}.restored()), Code::malformed);
  EXPECT_EQ(Drawn{.kind = 5}.restored(), Code::malformed);
}

TEST(Snapshot, OfACellThatItDoesNotHoldIsRefused) {
  const auto code = [](std::uint64_t item, std::uint64_t field, std::uint64_t value) {
    return Drawn{.cell = {item, field, value}}.restored();
  };
  EXPECT_EQ(code(0, 2 * 1, 10), Code::ok);     // a number of the event
  EXPECT_EQ(code(1, 2 * 1 + 1, 2), Code::ok);  // a text of its item
  EXPECT_EQ(code(2, 2 * 1, 10), Code::malformed);
  EXPECT_EQ(code(0, 2 * 3, 10), Code::malformed);
  EXPECT_EQ(code(0, 2 * 1 + 1, 3), Code::malformed);
  EXPECT_EQ(code(0, 2 * 1, ~std::uint64_t{0}), Code::malformed);
}

TEST(Snapshot, OfATimeThatJavaScriptCannotHoldIsRefused) {
  EXPECT_EQ(Drawn{.since = -1}.restored(), Code::malformed);
  EXPECT_EQ(Drawn{.since = kLatestTime + 1}.restored(), Code::malformed);
  EXPECT_EQ(Drawn{.step = ~std::uint64_t{0}}.restored(), Code::malformed);
  EXPECT_EQ(Drawn{.step = 2 * (static_cast<std::uint64_t>(kNow) + 1) - 1}.restored(),
            Code::malformed);
  EXPECT_EQ(Drawn{.cart_time = INT64_MIN}.restored(), Code::malformed);
  EXPECT_EQ(Drawn{.answered = -1}.restored(), Code::malformed);
  EXPECT_EQ(Drawn{.fired = -1}.restored(), Code::malformed);
  EXPECT_EQ(Drawn{.step = 2 * static_cast<std::uint64_t>(kNow) - 1}.restored(), Code::ok);  // at 0
}

TEST(Snapshot, OverTheLimitsIsRefused) {
  EXPECT_EQ(Drawn{.events = kMaxEvents}.restored(), Code::ok);
  EXPECT_EQ(Drawn{.events = kMaxEvents + 1}.restored(), Code::malformed);
  EXPECT_EQ((Drawn{.products = std::vector<std::uint64_t>(kMaxItems + 1, 0)}.restored()),
            Code::malformed);
  EXPECT_EQ((Drawn{.cart = std::vector<std::uint64_t>(kMaxItems + 1, 0)}.restored()),
            Code::malformed);
}

// An event without a beginning of the profile never existed.
TEST(Snapshot, OfEventsInAProfileThatHasNeverBeenIsRefused) {
  EXPECT_EQ(
      (Drawn{.since = INT64_MIN, .step = ~(static_cast<std::uint64_t>(kNow) << 1)}.restored()),
      Code::malformed);
}

}  // namespace
}  // namespace etalage::profile
