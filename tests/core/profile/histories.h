// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Records for tests: written in one line each, and random ones.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

#include "profile/profile.h"
#include "support/damage.h"

namespace etalage::test {

using Ids = std::vector<std::string>;

inline constexpr std::int64_t kNow = 1767225600000;  // 1 January 2026
inline constexpr std::int64_t kDay = 86400000;

inline profile::Record event(std::int64_t time, profile::EventKind kind, Ids items,
                             std::optional<std::uint64_t> transaction = {}) {
  return {profile::RecordType::event, time, kind, transaction, std::move(items)};
}
inline profile::Record cart(std::int64_t time, Ids items) {
  return {profile::RecordType::cart, time, profile::EventKind{}, {}, std::move(items)};
}

// Of few products and transactions, so that they meet; mostly forwards in time.
inline profile::Record random_record(Random& random, std::int64_t& time) {
  time += random.below(8) == 0 ? -std::int64_t{random.below(100000)} : random.below(3600000);
  Ids items;
  for (auto n = random.below(4); n > 0; --n)
    items.push_back("p" + std::to_string(random.below(12)));
  if (random.below(20) == 0) items.push_back(random_text(random, 6));
  if (random.below(6) == 0) return cart(time, std::move(items));
  const auto kind = profile::kEventKinds[random.below(4)];
  if (kind != profile::EventKind::purchase || random.below(3) == 0)
    return event(time, kind, std::move(items));
  return event(time, kind, std::move(items), 1 + random.below(6));
}

inline std::vector<profile::Record> random_records(std::uint64_t seed, std::size_t count) {
  Random random(seed);
  std::int64_t time = kNow;
  std::vector<profile::Record> records;
  while (records.size() < count) records.push_back(random_record(random, time));
  return records;
}

inline profile::Profile folded(const std::vector<profile::Record>& records) {
  profile::Profile profile;
  for (const auto& record : records) profile.apply(record);
  return profile;
}

// The ids in the cart, first in first.
inline Ids cart_of(const profile::Profile& profile) {
  Ids ids;
  for (const auto place : profile.cart()) ids.push_back(profile.id(place));
  return ids;
}

// Everything that can be read of a profile, as text.
inline std::string text_of(const profile::Profile& profile) {
  std::string text = profile.since() ? std::to_string(*profile.since()) : "never";
  for (const auto& happened : profile.events()) {
    text += "\n" + std::to_string(happened.time) + " " + std::string(name(happened.kind)) + " " +
            std::to_string(happened.transaction);
    for (const auto place : happened.products) text += " [" + profile.id(place) + "]";
  }
  text += "\ncart";
  for (const auto& id : cart_of(profile)) text += " [" + id + "]";
  return text;
}

}  // namespace etalage::test
