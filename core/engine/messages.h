// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Messages: what a page says to the engine, as bytes (strings and varints as in bytes/reader.h).
//
//   event    string name, string transaction_id (empty: none), fields of the event, varint items, then the fields of each
//   cart     varint items, then the fields of each
//   page     string type, string item, string category, string query
//   request  string slot, varint count (0: the slot's own), string item, list of excluded ids, u8 language (0 en, 1 nl)
//   answer   string fact, varint n, then n values; none: the answer is taken back
//   channel  string
//   live     varint n, each: string id, u8 bits: 1 = a price follows as f64, 2 = the price is out of date, 4 = its stock is
//            told, 8 = it is in stock; then the price, if any
//   rule     string kind ("segment"), string name, u8 language
//   uses     list
//   fact     string id
//   moment   u8 1 = the page is being hidden, varint spent until (a week; 0: none), varint n, n bytes of the ledger (none: there is
//            none yet), then random bytes to the end
//   language u8
//
//   fields   varint n, each: string key, as GA4 spells it, value
//   value    u8 0 = a number, then f64; u8 1 = a text, then string
//   list     varint n, then n strings
//
// Errors    malformed where the bytes do not hold exactly one message.
// Lifetime  messages own their strings.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "bytes/error.h"
#include "recommend/offers.h"
#include "recommend/reason.h"

namespace etalage::engine {

struct GivenField {
  std::string key;
  bool is_text = false;
  double number = 0;
  std::string text;
};
using GivenFields = std::vector<GivenField>;

struct EventMessage {
  std::string name;
  std::string transaction_id;
  GivenFields fields;
  std::vector<GivenFields> items;
};

struct PageMessage {
  std::string type, item, category, query;
};

struct SlotRequest {
  std::string slot;
  std::uint32_t count = 0;
  std::string item;
  std::vector<std::string> exclude;
  recommend::Language language = recommend::Language::en;

  bool operator==(const SlotRequest&) const = default;
};

struct AnswerMessage {
  std::string fact;
  GivenFields values;  // without keys
};

struct RuleRequest {
  std::string kind, name;
  recommend::Language language = recommend::Language::en;
};

// Lifetime: refers to the bytes that it was read from.
struct MomentMessage {
  bool hidden = false;
  std::uint32_t spent_until = 0;
  std::span<const std::uint8_t> ledger, random;
};

[[nodiscard]] Result<EventMessage> read_event(std::span<const std::uint8_t> data);
[[nodiscard]] Result<std::vector<GivenFields>> read_cart(std::span<const std::uint8_t> data);
[[nodiscard]] Result<PageMessage> read_page(std::span<const std::uint8_t> data);
[[nodiscard]] Result<SlotRequest> read_request(std::span<const std::uint8_t> data);
[[nodiscard]] Result<AnswerMessage> read_answer(std::span<const std::uint8_t> data);
// Of a message that is one text: a channel, a fact.
[[nodiscard]] Result<std::string> read_text(std::span<const std::uint8_t> data);
[[nodiscard]] Result<std::vector<recommend::LiveOffer>> read_live(
    std::span<const std::uint8_t> data);
[[nodiscard]] Result<RuleRequest> read_rule(std::span<const std::uint8_t> data);
[[nodiscard]] Result<std::vector<std::string>> read_uses(std::span<const std::uint8_t> data);
[[nodiscard]] Result<MomentMessage> read_moment(std::span<const std::uint8_t> data);
[[nodiscard]] Result<recommend::Language> read_language(std::span<const std::uint8_t> data);

}  // namespace etalage::engine
