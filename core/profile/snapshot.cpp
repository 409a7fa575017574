// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The snapshot of a profile, version 1:
//
//   frame 'S', version 1 (bytes/frame.h), around
//     varint  ids, then each as a string: only those that an event or the cart still names
//     i64     since, or the smallest number where there is none
//     varint  events, then each:
//       varint  time, zigzag-coded distance in milliseconds to the event before (the first: to since)
//       u8      kind, plus 128 where a transaction follows
//       u64     transaction, where it follows
//       varint  products, then each place as a varint
//     i64     time of the cart's last change
//     varint  products in the cart, then each place as a varint
#include <cereal/types/string.hpp>
#include <cereal/types/vector.hpp>
#include <limits>

#include "bytes/archive.h"
#include "bytes/frame.h"
#include "profile/profile.h"

namespace etalage::profile {
namespace {

constexpr std::uint8_t kVersion = 1;
constexpr std::uint8_t kHasTransaction = 128;
constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::min();
constexpr std::size_t kMaxDictionary = (kMaxEvents + 1) * kMaxItems;  // + 1: the cart

std::uint64_t zigzag(std::int64_t value) {
  return (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63);
}
std::int64_t unzigzag(std::uint64_t value) {
  return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
}
// Differences of times wrap: those of a damaged snapshot may be anything.
std::int64_t minus(std::int64_t a, std::int64_t b) {
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) - static_cast<std::uint64_t>(b));
}
std::int64_t plus(std::int64_t a, std::int64_t b) {
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) + static_cast<std::uint64_t>(b));
}

struct Places {
  std::vector<std::uint32_t> values;

  template <typename Archive>
  void save(Archive& archive) const {
    archive(cereal::make_size_tag(values.size()));
    for (const auto value : values) archive(bytes::varint(value));
  }
  template <typename Archive>
  void load(Archive& archive) {
    std::size_t size = 0;
    archive(cereal::make_size_tag(size));
    values.resize(size);
    for (auto& value : values) archive(bytes::varint(value));
  }
};

struct StoredEvent {
  std::uint64_t step = 0;
  EventKind kind = EventKind::view_item;
  std::uint64_t transaction = 0;
  Places products;

  template <typename Archive>
  void save(Archive& archive) const {
    const auto mark = transaction != 0 ? kHasTransaction : std::uint8_t{0};
    archive(bytes::varint(step), static_cast<std::uint8_t>(static_cast<std::uint8_t>(kind) | mark));
    if (mark != 0) archive(transaction);
    archive(products);
  }
  template <typename Archive>
  void load(Archive& archive) {
    std::uint8_t marked = 0;
    auto varint = bytes::varint(step);
    archive(varint, marked);
    kind = static_cast<EventKind>(marked & ~kHasTransaction);
    if ((marked & kHasTransaction) != 0) archive(transaction);
    archive(products);
  }
};

struct Stored {
  std::vector<std::string> ids;
  std::int64_t since = kNever;
  std::vector<StoredEvent> events;
  std::int64_t cart_time = 0;
  Places cart;

  template <typename Archive>
  void serialize(Archive& archive) {
    archive(ids, since, events, cart_time, cart);
  }
};

// Gives every product that is still named its place in a smaller dictionary, in order of first use.
class Renumber {
 public:
  explicit Renumber(std::uint32_t size) : places_(size, kUnused) {}
  Places operator()(std::span<const std::uint32_t> products) {
    Places result;
    for (const auto product : products) {
      auto& place = places_[product];
      if (place == kUnused) {
        place = static_cast<std::uint32_t>(order_.size());
        order_.push_back(product);
      }
      result.values.push_back(place);
    }
    return result;
  }
  [[nodiscard]] const std::vector<std::uint32_t>& order() const { return order_; }

 private:
  static constexpr std::uint32_t kUnused = 0xFFFFFFFF;
  std::vector<std::uint32_t> places_;
  std::vector<std::uint32_t> order_;
};

bool is_time(std::int64_t time) { return time >= 0 && time <= kLatestTime; }

bool within(const Places& places, std::size_t dictionary) {
  if (places.values.size() > kMaxItems) return false;
  for (const auto place : places.values) {
    if (place >= dictionary) return false;
  }
  return true;
}

bool sound(const Stored& stored) {
  if (stored.ids.size() > kMaxDictionary || stored.events.size() > kMaxEvents) return false;
  if (!within(stored.cart, stored.ids.size()) || !is_time(stored.cart_time)) return false;
  if (stored.since == kNever) return stored.events.empty() && stored.cart.values.empty();
  if (!is_time(stored.since)) return false;
  auto last = stored.since;
  for (const auto& event : stored.events) {
    last = plus(last, unzigzag(event.step));
    if (!is_time(last) || name(event.kind).empty() || !within(event.products, stored.ids.size())) {
      return false;
    }
  }
  return true;
}

}  // namespace

std::vector<std::uint8_t> Profile::snapshot() const {
  Stored stored;
  stored.since = since_.value_or(kNever);
  Renumber renumber(dictionary_size());
  auto last = stored.since;
  for (const auto& event : events_) {
    stored.events.push_back(
        {zigzag(minus(event.time, last)), event.kind, event.transaction, renumber(event.products)});
    last = event.time;
  }
  stored.cart_time = cart_time_;
  stored.cart = renumber(cart_);
  for (const auto place : renumber.order()) stored.ids.push_back(ids_[place]);
  return bytes::frame('S', kVersion, bytes::encode(stored));
}

Result<Profile> Profile::restore(std::span<const std::uint8_t> data) {
  const auto content = bytes::unframe('S', kVersion, data);
  if (!content) return std::unexpected(content.error());
  auto stored = bytes::decode<Stored>(*content);
  if (!stored) return std::unexpected(stored.error());
  if (!sound(*stored)) return fail(Code::malformed, "a snapshot names what it does not hold");

  Profile profile;
  if (stored->since != kNever) profile.since_ = stored->since;
  for (const auto& id : stored->ids) profile.place(id);
  if (profile.ids_.size() != stored->ids.size()) {
    return fail(Code::malformed, "a snapshot names a product twice");
  }
  auto last = stored->since;
  for (auto& event : stored->events) {
    last = plus(last, unzigzag(event.step));
    profile.events_.push_back(
        {last, event.kind, event.transaction, std::move(event.products.values)});
  }
  profile.cart_time_ = stored->cart_time;
  profile.cart_ = std::move(stored->cart.values);
  return profile;
}

}  // namespace etalage::profile
