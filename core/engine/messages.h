// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Messages: what a page says to the engine, as bytes (strings and varints as in bytes/reader.h).
//
//   event    string name, string transaction_id (empty: none), list of product ids
//   cart     list of product ids
//   page     string type, string item, string category, string query
//   request  string slot, varint count (0: the slot's own), string item, list of excluded ids, u8 language (0 en, 1 nl)
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
#include "recommend/reason.h"

namespace etalage::engine {

struct EventMessage {
  std::string name;
  std::string transaction_id;
  std::vector<std::string> items;
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
};

[[nodiscard]] Result<EventMessage> read_event(std::span<const std::uint8_t> data);
[[nodiscard]] Result<std::vector<std::string>> read_cart(std::span<const std::uint8_t> data);
[[nodiscard]] Result<PageMessage> read_page(std::span<const std::uint8_t> data);
[[nodiscard]] Result<SlotRequest> read_request(std::span<const std::uint8_t> data);

}  // namespace etalage::engine
