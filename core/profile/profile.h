// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Profile: what is known of one shopper: the fold of the journal's records. It decides nothing about consent or
// storage; it holds only what the engine let through the manifest.
//
// Shape     events oldest record first; products by their place in a dictionary of ids, so that a pack may change
//           under a profile and unknown ids stay.
// Units     times in milliseconds since the Unix epoch.
// Limits    at most kMaxEvents events: the oldest go first. At most kMaxItems products in the cart: no more come in.
// Errors    restore: those of unframe (bytes/frame.h), truncated, malformed; the profile is empty afterwards.
// Lifetime  spans live until the next change.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bytes/error.h"
#include "profile/record.h"

namespace etalage::profile {

inline constexpr std::size_t kMaxEvents = 2000;

struct Event {
  std::int64_t time = 0;
  EventKind kind = EventKind::view_item;
  std::uint64_t transaction = 0;        // 0: none
  std::vector<std::uint32_t> products;  // places in the dictionary
};

class Profile {
 public:
  // Folds one record in. A purchase whose transaction is known already changes nothing.
  void apply(const Record& record);

  // Forgets events, and a cart, from before `oldest`.
  void expire(std::int64_t oldest);

  [[nodiscard]] bool empty() const { return events_.empty() && cart_.empty(); }
  // When the first record was made; nothing while the profile has never held one.
  [[nodiscard]] std::optional<std::int64_t> since() const { return since_; }
  [[nodiscard]] std::span<const Event> events() const { return events_; }
  // Products in the cart, by their places in the dictionary, in the order in which they came in.
  [[nodiscard]] std::span<const std::uint32_t> cart() const { return cart_; }
  [[nodiscard]] bool knows_transaction(std::uint64_t transaction) const;
  [[nodiscard]] const std::string& id(std::uint32_t place) const { return ids_[place]; }
  [[nodiscard]] std::uint32_t dictionary_size() const {
    return static_cast<std::uint32_t>(ids_.size());
  }

  // The whole state as bytes (snapshot.cpp draws the format), and back.
  [[nodiscard]] std::vector<std::uint8_t> snapshot() const;
  [[nodiscard]] static Result<Profile> restore(std::span<const std::uint8_t> data);

 private:
  std::uint32_t place(const std::string& id);
  void update_cart(const Record& record, std::span<const std::uint32_t> products);

  std::vector<Event> events_;
  std::vector<std::uint32_t> cart_;
  std::int64_t cart_time_ = 0;  // of the last change
  std::vector<std::string> ids_;
  std::vector<std::uint32_t> sorted_;  // places in the dictionary, in the order of their ids
  std::optional<std::int64_t> since_;
};

}  // namespace etalage::profile
