// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Record: one change of a profile, as the journal keeps it. The state is the fold of the records in the journal's order.
//
//   frame 'E', version 1 (bytes/frame.h), around
//     u8      type (RecordType)
//     i64     time, milliseconds since the Unix epoch
//     u8      event: its number (profile/event.h); else 0
//     string  name, where that number is 0: of the event, the fact or the trigger; empty for a cart
//     u8      1 where the transaction follows, else 0
//     u64     hash of the transaction
//     varint  items, then each: string id, fields
//     fields  of the event, or the answers to a fact
//
//   fields: varint n, then each: string name, u8 1 = text, 0 = number, then the string, or the number as i64
//
// Errors    decode_record: those of unframe, and malformed for a type or kind that this version does not have, for what is
//           beyond the limits here and in value.h, and for a time outside 0 .. kLatestTime.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bytes/error.h"
#include "profile/event.h"
#include "profile/value.h"

namespace etalage::profile {

// Longer ids are not kept, and of a longer list of items only the first: nobody's honest event is larger.
inline constexpr std::size_t kMaxIdBytes = 256;
inline constexpr std::size_t kMaxItems = 200;
// The last moment that JavaScript's Date can hold; no time lies before 0.
inline constexpr std::int64_t kLatestTime = 8640000000000000;

enum class RecordType : std::uint8_t {
  event = 1,         // something the shopper did
  cart = 2,          // the cart as it is now: items replaces what add and remove events left
  fact = 3,          // the shopper's own answer: fields; none: the answer is taken back
  trigger = 4,       // a trigger has fired
  trigger_left = 5,  // what fired a trigger no longer holds: it may fire again
};

struct Item {
  std::string id;
  std::vector<Field> fields;

  bool operator==(const Item&) const = default;
};

struct Record {
  RecordType type = RecordType::event;
  std::int64_t time = 0;
  EventKind kind = EventKind::other;
  std::string name;  // where kind is `other`
  std::optional<std::uint64_t> transaction;
  std::vector<Item> items;
  std::vector<Field> fields;

  // Of an event: its name.
  [[nodiscard]] std::string_view event_name() const {
    return kind == EventKind::other ? std::string_view(name) : profile::name(kind);
  }
};

[[nodiscard]] std::vector<std::uint8_t> encode_record(const Record& record);
[[nodiscard]] Result<Record> decode_record(std::span<const std::uint8_t> data);

}  // namespace etalage::profile
