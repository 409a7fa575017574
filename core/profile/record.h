// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Record: one change of a profile, as the journal keeps it. The state is the fold of the records in the journal's order.
//
//   frame 'E', version 1 (bytes/frame.h), around
//     u8      type: 1 = event, 2 = cart
//     i64     time, milliseconds since the Unix epoch
//     u8      event: its kind; 0 for a cart
//     u8      1 where the transaction follows, else 0
//     u64     hash of the transaction
//     varint  items, then each as a string
//
// Errors    decode_record: those of unframe, and malformed for a type or kind that this version does not have, for more
//           items than kMaxItems, and for a time outside 0 .. kLatestTime.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "bytes/error.h"
#include "profile/event.h"

namespace etalage::profile {

// Longer ids are not kept, and of a longer list of items only the first: nobody's honest event is larger.
inline constexpr std::size_t kMaxIdBytes = 256;
inline constexpr std::size_t kMaxItems = 200;
// The last moment that JavaScript's Date can hold; no time lies before 0.
inline constexpr std::int64_t kLatestTime = 8640000000000000;

enum class RecordType : std::uint8_t {
  event = 1,  // something the shopper did
  cart = 2,   // the cart as it is now: items replaces what add and remove events left
};

struct Record {
  RecordType type = RecordType::event;
  std::int64_t time = 0;
  EventKind kind = EventKind::view_item;
  std::optional<std::uint64_t> transaction;
  std::vector<std::string> items;  // product ids
};

[[nodiscard]] std::vector<std::uint8_t> encode_record(const Record& record);
[[nodiscard]] Result<Record> decode_record(std::span<const std::uint8_t> data);

}  // namespace etalage::profile
