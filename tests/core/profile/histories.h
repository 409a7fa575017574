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
  profile::Record record;
  record.time = time;
  record.kind = kind;
  record.transaction = transaction;
  for (auto& id : items) record.items.push_back({std::move(id), {}});
  return record;
}
inline profile::Record cart(std::int64_t time, Ids items) {
  auto record = event(time, profile::EventKind::other, std::move(items));
  record.type = profile::RecordType::cart;
  return record;
}
inline profile::Record other(std::int64_t time, std::string name,
                             std::vector<profile::Field> fields = {}) {
  profile::Record record;
  record.time = time;
  record.name = std::move(name);
  record.fields = std::move(fields);
  return record;
}
inline profile::Record answer(std::int64_t time, std::string fact,
                              std::vector<profile::Field> values) {
  auto record = other(time, std::move(fact), std::move(values));
  record.type = profile::RecordType::fact;
  return record;
}
inline profile::Record trigger(std::int64_t time, std::string name, bool fires) {
  auto record = other(time, std::move(name));
  record.type = fires ? profile::RecordType::trigger : profile::RecordType::trigger_left;
  return record;
}
inline profile::Field text(std::string name, std::string value) {
  return {std::move(name), true, 0, std::move(value)};
}
inline profile::Field number(std::string name, double value) {
  return {std::move(name), false, *profile::fixed(value), {}};
}

inline std::vector<profile::Field> random_fields(Random& random) {
  std::vector<profile::Field> fields;
  if (random.below(3) == 0) fields.push_back(text("category", random_text(random, 2)));
  if (random.below(3) == 0) fields.push_back(number("price", random.below(10000) / 100.0 - 20));
  if (random.below(3) == 0) fields.push_back(number("quantity", random.below(4)));
  return fields;
}

// Of few products and transactions, so that they meet; mostly forwards in time.
inline profile::Record random_record(Random& random, std::int64_t& time) {
  time += random.below(8) == 0 ? -std::int64_t{random.below(100000)} : random.below(3600000);
  Ids items;
  for (auto n = random.below(4); n > 0; --n)
    items.push_back("p" + std::to_string(random.below(12)));
  if (random.below(20) == 0) items.push_back(random_text(random, 6));
  if (random.below(12) == 0) {
    std::vector<profile::Field> values;
    for (auto n = random.below(3); n > 0; --n) values.push_back(text("", random_text(random, 2)));
    return answer(time, "fact" + std::to_string(random.below(3)), std::move(values));
  }
  if (random.below(12) == 0) {
    // Drawn one by one: compilers differ in the order in which they evaluate arguments.
    const auto name = "trigger" + std::to_string(random.below(3));
    return trigger(time, name, random.below(2) == 0);
  }
  const auto with_fields = [&](profile::Record record) {
    for (auto& item : record.items) item.fields = random_fields(random);
    return record;
  };
  if (random.below(6) == 0) return with_fields(cart(time, std::move(items)));
  if (random.below(6) == 0) return other(time, "search", random_fields(random));
  const auto kind = profile::kEventKinds[random.below(4)];
  if (kind != profile::EventKind::purchase || random.below(3) == 0)
    return with_fields(event(time, kind, std::move(items)));
  const auto transaction = 1 + random.below(6);
  return with_fields(event(time, kind, std::move(items), transaction));
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

// Keeps what is from a time on, whole.
struct From {
  std::int64_t oldest = 0;

  bool event(std::string_view, const profile::Event& event) const { return event.time >= oldest; }
  bool cart(const profile::Event& cart) const { return cart.time >= oldest; }
  bool answer(const profile::Answer& answer) const { return answer.time >= oldest; }
  bool firings(const profile::Firings&) const { return true; }
  bool field(std::string_view, std::string_view) const { return true; }
};

// The ids in the cart, first in first.
inline Ids cart_of(const profile::Profile& profile) {
  Ids ids;
  for (const auto place : profile.cart().products) ids.push_back(profile.text(place));
  return ids;
}

inline Ids ids_of(const std::vector<profile::Item>& items) {
  Ids ids;
  for (const auto& item : items) ids.push_back(item.id);
  return ids;
}

inline std::string text_of(const profile::Profile& profile,
                           const std::vector<profile::Cell>& cells) {
  std::string text;
  for (const auto& cell : cells) {
    text += " {" + std::to_string(cell.item) + " " + profile.text(cell.field) + " ";
    text += cell.is_text ? profile.text(static_cast<std::uint32_t>(cell.value))
                         : "#" + std::to_string(cell.value);
    text += "}";
  }
  return text;
}

// Everything that can be read of a profile, as text.
inline std::string text_of(const profile::Profile& profile) {
  std::string text = profile.since() ? std::to_string(*profile.since()) : "never";
  for (const auto& happened : profile.events()) {
    text += "\n" + std::to_string(happened.time) + " " + std::string(profile.name(happened)) + " " +
            std::to_string(happened.transaction);
    for (const auto place : happened.products) text += " [" + profile.text(place) + "]";
    text += text_of(profile, happened.cells);
  }
  text += "\ncart " + std::to_string(profile.cart().time);
  for (const auto& id : cart_of(profile)) text += " [" + id + "]";
  text += text_of(profile, profile.cart().cells);
  for (const auto& answer : profile.answers()) {
    text += "\n" + profile.text(answer.fact) + " " + std::to_string(answer.time);
    text += text_of(profile, answer.values);
  }
  for (const auto& fired : profile.firings()) {
    text += "\n" + profile.text(fired.trigger) + (fired.armed ? " armed" : " fired");
    for (const auto time : fired.times) text += " " + std::to_string(time);
  }
  return text;
}

}  // namespace etalage::test
