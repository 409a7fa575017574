// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/messages.h"

#include <gtest/gtest.h>

#include "bytes/reader.h"
#include "engine/shoppers.h"
#include "support/code.h"

namespace etalage::engine {
namespace {

using test::Bytes;
using test::code_of;
using test::Ids;
using test::Random;

void write_list(bytes::Writer& out, const Ids& list) {
  out.varint(list.size());
  for (const auto& text : list) out.string(text);
}

void write_items(bytes::Writer& out, const Ids& ids) {
  out.varint(ids.size());
  for (const auto& id : ids) {
    out.varint(2);
    out.string("item_id");
    out.number(std::uint8_t{1});
    out.string(id);
    out.string("price");
    out.number(std::uint8_t{0});
    out.number(2.5);
  }
}

Bytes event_bytes() {
  bytes::Writer out;
  out.string("purchase");
  out.string("T-1");
  out.varint(1);
  out.string("value");
  out.number(std::uint8_t{0});
  out.number(99.5);
  write_items(out, {"t1", "\u6f22"});
  return test::exact(out.take());
}
Bytes cart_bytes() {
  bytes::Writer out;
  write_items(out, {"t1", "g1"});
  return test::exact(out.take());
}
Bytes answer_bytes() {
  bytes::Writer out;
  out.string("skill");
  out.varint(2);
  out.number(std::uint8_t{1});
  out.string("handy");
  out.number(std::uint8_t{0});
  out.number(3.0);
  return test::exact(out.take());
}
Bytes rule_bytes() {
  bytes::Writer out;
  out.string("segment");
  out.string("loyal");
  out.number(std::uint8_t{1});
  return test::exact(out.take());
}
Ids ids_of(const std::vector<GivenFields>& items) {
  Ids ids;
  for (const auto& item : items) ids.push_back(item.at(0).key + "=" + item.at(0).text);
  return ids;
}
Bytes page_bytes() {
  bytes::Writer out;
  for (const auto* text : {"product", "t1", "tools > drills", "drill"}) out.string(text);
  return test::exact(out.take());
}
Bytes request_bytes(std::uint64_t count = 4, std::uint8_t language = 1) {
  bytes::Writer out;
  out.string("home");
  out.varint(count);
  out.string("t1");
  write_list(out, {"g1"});
  out.number(language);
  return test::exact(out.take());
}

TEST(Messages, SayWhatThePageSaid) {
  const auto event = read_event(event_bytes());
  ASSERT_TRUE(event);
  EXPECT_EQ(event->name, "purchase");
  EXPECT_EQ(event->transaction_id, "T-1");
  ASSERT_EQ(event->fields.size(), 1u);
  EXPECT_EQ(event->fields[0].key, "value");
  EXPECT_FALSE(event->fields[0].is_text);
  EXPECT_EQ(event->fields[0].number, 99.5);
  EXPECT_EQ(ids_of(event->items), (Ids{"item_id=t1", "item_id=\u6f22"}));
  EXPECT_EQ(event->items[1][1].number, 2.5);
  EXPECT_EQ(ids_of(read_cart(cart_bytes()).value()), (Ids{"item_id=t1", "item_id=g1"}));
  const auto answer = read_answer(answer_bytes());
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->fact, "skill");
  ASSERT_EQ(answer->values.size(), 2u);
  EXPECT_EQ(answer->values[0].text, "handy");
  EXPECT_EQ(answer->values[1].number, 3);
  const auto rule = read_rule(rule_bytes());
  ASSERT_TRUE(rule);
  EXPECT_EQ(rule->kind + " " + rule->name, "segment loyal");
  EXPECT_EQ(rule->language, recommend::Language::nl);
  const auto page = read_page(page_bytes());
  ASSERT_TRUE(page);
  EXPECT_EQ(page->type + "|" + page->item + "|" + page->category + "|" + page->query,
            "product|t1|tools > drills|drill");
  const auto request = read_request(request_bytes());
  ASSERT_TRUE(request);
  EXPECT_EQ(request->slot, "home");
  EXPECT_EQ(request->count, 4u);
  EXPECT_EQ(request->item, "t1");
  EXPECT_EQ(request->exclude, Ids{"g1"});
  EXPECT_EQ(request->language, recommend::Language::nl);
  EXPECT_EQ(read_request(request_bytes(0, 0))->language, recommend::Language::en);
}

TEST(Messages, TakeACountBeyondThirtyTwoBitsForAsManyAsThereAre) {
  EXPECT_EQ(read_request(request_bytes(~std::uint64_t{0}))->count, 0xFFFFFFFFu);
}

TEST(Messages, CutOffAnywhereAreMalformed) {
  test::every_prefix(event_bytes(), [](const Bytes& cut) {
    EXPECT_EQ(code_of(read_event(cut)), Code::malformed);
  });
  test::every_prefix(cart_bytes(),
                     [](const Bytes& cut) { EXPECT_EQ(code_of(read_cart(cut)), Code::malformed); });
  test::every_prefix(page_bytes(),
                     [](const Bytes& cut) { EXPECT_EQ(code_of(read_page(cut)), Code::malformed); });
  test::every_prefix(request_bytes(), [](const Bytes& cut) {
    EXPECT_EQ(code_of(read_request(cut)), Code::malformed);
  });
  test::every_prefix(answer_bytes(), [](const Bytes& cut) {
    EXPECT_EQ(code_of(read_answer(cut)), Code::malformed);
  });
  test::every_prefix(rule_bytes(),
                     [](const Bytes& cut) { EXPECT_EQ(code_of(read_rule(cut)), Code::malformed); });
}

TEST(Messages, WithBytesAfterTheEndAreMalformed) {
  const auto longer = [](Bytes data) {
    data.push_back(0);
    return test::exact(data);
  };
  EXPECT_EQ(code_of(read_event(longer(event_bytes()))), Code::malformed);
  EXPECT_EQ(code_of(read_cart(longer(cart_bytes()))), Code::malformed);
  EXPECT_EQ(code_of(read_page(longer(page_bytes()))), Code::malformed);
  EXPECT_EQ(code_of(read_request(longer(request_bytes()))), Code::malformed);
  EXPECT_EQ(code_of(read_answer(longer(answer_bytes()))), Code::malformed);
  EXPECT_EQ(code_of(read_rule(longer(rule_bytes()))), Code::malformed);
}

// Or a few bytes would make the engine reserve gigabytes.
TEST(Messages, OfMoreStringsThanBytesAreMalformed) {
  for (const std::uint64_t count :
       {std::uint64_t{9}, std::uint64_t{1} << 31, std::uint64_t{0xFFFFFFFF}, ~std::uint64_t{0}}) {
    bytes::Writer out;
    out.varint(count);
    out.append(Bytes(8, 0));
    EXPECT_EQ(code_of(read_cart(test::exact(out.take()))), Code::malformed) << count;
  }
}

// Whatever a page says, the engine answers with JSON, a record that folds, or an error.
TEST(Messages, DamagedAnyhowAreRefusedOrAnswered) {
  test::Shopper shopper;
  std::size_t understood = 0;
  for (std::uint64_t seed = 0; seed < 8000; ++seed) {
    Random random(seed);
    Bytes messages[] = {event_bytes(), cart_bytes(), page_bytes(), request_bytes()};
    for (auto& message : messages) {
      test::mutate(random, message);
      message = test::exact(message);
    }
    const auto now = static_cast<double>(random.bits() >> random.below(64));
    if (const auto event = read_event(messages[0])) {
      ++understood;
      if (const auto record = shopper.engine->track(*event, now); record && !record->empty()) {
        EXPECT_TRUE(profile::decode_record(*record));
      }
    }
    if (const auto cart = read_cart(messages[1])) {
      ++understood;
      if (const auto record = shopper.engine->set_cart(*cart, now); record && !record->empty()) {
        EXPECT_TRUE(profile::decode_record(*record));
      }
    }
    if (auto page = read_page(messages[2])) {
      ++understood;
      shopper.engine->set_page(std::move(*page));
    }
    if (const auto request = read_request(messages[3])) {
      ++understood;
      EXPECT_TRUE(test::Json::parse(shopper.engine->recommend(*request)));
    }
    if (seed % 500 == 0) {
      (void)shopper.view();
      EXPECT_EQ(code_of(shopper.engine->restore(shopper.snapshot())), Code::ok);
    }
  }
  EXPECT_GT(understood, 2000u);
}

}  // namespace
}  // namespace etalage::engine
