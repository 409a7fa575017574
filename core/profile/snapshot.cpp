// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The snapshot of a profile, version 1:
//
//   frame 'S', version 1 (bytes/frame.h), around
//     varint  texts, then each as a string: only those that are still named; their places count from 1, 0 is the empty text
//     i64     since, or the smallest number where there is none
//     varint  events, then each:
//       varint  time, zigzag-coded distance in milliseconds to the event before (the first: to since)
//       event
//     i64     time of the cart's last change
//     event   the cart
//     varint  answers, then each: varint fact, i64 time, cells
//     varint  triggers, then each: varint trigger, u8 armed, varint n, then n times as i64
//
//   event: u8 kind, plus 128 where a transaction follows, plus 64 where cells follow
//          varint name, where kind is 0
//          u64 transaction, where it follows
//          varint products, then each place as a varint
//          cells, where they follow
//   cells: varint n, then each: varint item (0: the event, else item + 1), varint field * 2 + (1 where it is a text),
//          varint place of the text, or zigzag-coded number
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
constexpr std::uint8_t kHasCells = 64;
constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::min();
constexpr std::size_t kMaxTexts = 1u << 22;

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

template <typename Archive>
std::uint32_t load_varint(Archive& archive) {
  std::uint32_t value = 0;
  auto number = bytes::varint(value);
  archive(number);
  return value;
}
template <typename Archive>
std::uint64_t load_long_varint(Archive& archive) {
  std::uint64_t value = 0;
  auto number = bytes::varint(value);
  archive(number);
  return value;
}
template <typename Archive>
std::size_t load_size(Archive& archive) {
  std::size_t size = 0;
  archive(cereal::make_size_tag(size));
  return size;
}

}  // namespace

template <typename Archive>
void save(Archive& archive, const Cell& cell) {
  const auto item = cell.item == Cell::kOfEvent ? 0U : cell.item + 1U;
  const auto field = cell.field * 2 + (cell.is_text ? 1U : 0U);
  const auto value = cell.is_text ? static_cast<std::uint64_t>(cell.value) : zigzag(cell.value);
  archive(bytes::varint(item), bytes::varint(field), bytes::varint(value));
}
template <typename Archive>
void load(Archive& archive, Cell& cell) {
  const auto item = load_varint(archive);
  cell.item = item == 0 ? Cell::kOfEvent : static_cast<std::uint16_t>(item - 1);
  const auto field = load_varint(archive);
  cell.field = field / 2;
  cell.is_text = field % 2 == 1;
  const auto value = load_long_varint(archive);
  cell.value = cell.is_text ? static_cast<std::int64_t>(value) : unzigzag(value);
}

template <typename Archive>
void save(Archive& archive, const Event& event) {
  const auto transaction = event.transaction != 0 ? kHasTransaction : std::uint8_t{0};
  const auto cells = event.cells.empty() ? std::uint8_t{0} : kHasCells;
  archive(static_cast<std::uint8_t>(static_cast<std::uint8_t>(event.kind) | transaction | cells));
  if (event.kind == EventKind::other) archive(bytes::varint(event.name));
  if (transaction != 0) archive(event.transaction);
  archive(cereal::make_size_tag(event.products.size()));
  for (const auto product : event.products) archive(bytes::varint(product));
  if (cells != 0) archive(event.cells);
}
template <typename Archive>
void load(Archive& archive, Event& event) {
  std::uint8_t marked = 0;
  archive(marked);
  event.kind = static_cast<EventKind>(marked & ~(kHasTransaction | kHasCells));
  if (event.kind == EventKind::other) event.name = load_varint(archive);
  if ((marked & kHasTransaction) != 0) archive(event.transaction);
  event.products = std::vector<std::uint32_t>(load_size(archive));
  for (auto& product : event.products) product = load_varint(archive);
  if ((marked & kHasCells) != 0) archive(event.cells);
}

template <typename Archive>
void save(Archive& archive, const Answer& answer) {
  archive(bytes::varint(answer.fact), answer.time, answer.values);
}
template <typename Archive>
void load(Archive& archive, Answer& answer) {
  answer.fact = load_varint(archive);
  archive(answer.time, answer.values);
}

template <typename Archive>
void save(Archive& archive, const Firings& fired) {
  archive(bytes::varint(fired.trigger), static_cast<std::uint8_t>(fired.armed), fired.times);
}
template <typename Archive>
void load(Archive& archive, Firings& fired) {
  fired.trigger = load_varint(archive);
  std::uint8_t armed = 0;
  archive(armed, fired.times);
  fired.armed = armed != 0;
}

namespace {

struct Stored {
  std::vector<std::string> texts;
  std::int64_t since = kNever;
  std::vector<Event> events;
  Event cart;
  std::vector<Answer> answers;
  std::vector<Firings> firings;

  template <typename Archive>
  void save(Archive& archive) const {
    archive(texts, since, cereal::make_size_tag(events.size()));
    auto last = since;
    for (const auto& event : events) {
      const auto step = zigzag(minus(event.time, last));
      archive(bytes::varint(step), event);
      last = event.time;
    }
    archive(cart.time, cart, answers, firings);
  }
  template <typename Archive>
  void load(Archive& archive) {
    archive(texts, since);
    events = std::vector<Event>(load_size(archive));
    auto last = since;
    for (auto& event : events) {
      last = event.time = plus(last, unzigzag(load_long_varint(archive)));
      archive(event);
    }
    archive(cart.time, cart, answers, firings);
  }
};

// Gives every text that is still named its place in a smaller dictionary, in order of first use.
class Renumber {
 public:
  explicit Renumber(const Dictionary& dictionary)
      : dictionary_(dictionary), places_(dictionary.size(), 0) {}

  void operator()(std::uint32_t& place) {
    if (place == 0) return;
    auto& known = places_[place];
    if (known == 0) {
      texts_.push_back(dictionary_[place]);
      known = static_cast<std::uint32_t>(texts_.size());
    }
    place = known;
  }
  void operator()(std::vector<Cell>& cells) {
    for (auto& cell : cells) {
      (*this)(cell.field);
      if (!cell.is_text) continue;
      auto place = static_cast<std::uint32_t>(cell.value);
      (*this)(place);
      cell.value = place;
    }
  }
  Event operator()(Event event) {
    if (event.kind == EventKind::other) (*this)(event.name);
    for (auto& product : event.products) (*this)(product);
    (*this)(event.cells);
    return event;
  }
  [[nodiscard]] std::vector<std::string> take() { return std::move(texts_); }

 private:
  const Dictionary& dictionary_;
  std::vector<std::uint32_t> places_;  // 0: not named yet
  std::vector<std::string> texts_;
};

// Whether what was read keeps to the limits, and names only what the dictionary of so many places holds.
class Soundness {
 public:
  explicit Soundness(std::size_t places) : places_(static_cast<std::int64_t>(places)) {}

  [[nodiscard]] bool time(std::int64_t time) const { return time >= 0 && time <= kLatestTime; }
  [[nodiscard]] bool place(std::int64_t place) const { return place >= 0 && place < places_; }
  [[nodiscard]] bool cells(std::span<const Cell> cells, std::size_t items) const {
    for (const auto& cell : cells) {
      if (cell.item != Cell::kOfEvent && cell.item >= items) return false;
      if (!place(cell.field)) return false;
      const bool good = cell.is_text
                            ? place(cell.value)
                            : cell.value >= -kLargestNumber && cell.value <= kLargestNumber;
      if (!good) return false;
    }
    return cells.size() <= kMaxFields;
  }
  [[nodiscard]] bool event(const Event& event, bool is_cart) const {
    const bool numbered = !profile::name(event.kind).empty();
    const bool named = event.kind == EventKind::other && place(event.name) && event.name != 0;
    const bool nameless = event.kind == EventKind::other && event.name == 0;
    if ((is_cart ? !nameless : !numbered && !named) || !time(event.time)) return false;
    for (const auto product : event.products) {
      if (!place(product)) return false;
    }
    return event.products.size() <= kMaxItems && cells(event.cells, event.products.size());
  }
  [[nodiscard]] bool stored(const Stored& stored) const {
    if (stored.texts.size() > kMaxTexts || stored.events.size() > kMaxEvents) return false;
    if (stored.answers.size() > kMaxAnswers || stored.firings.size() > kMaxAnswers) return false;
    if (!event(stored.cart, true)) return false;
    for (const auto& answer : stored.answers) {
      if (!place(answer.fact) || !time(answer.time) || !cells(answer.values, 0)) return false;
    }
    for (const auto& fired : stored.firings) {
      if (!place(fired.trigger) || fired.times.size() > kMaxFirings) return false;
      for (const auto at : fired.times) {
        if (!time(at)) return false;
      }
    }
    return events(stored);
  }

 private:
  [[nodiscard]] bool events(const Stored& stored) const {
    if (stored.since == kNever) {
      return stored.events.empty() && stored.cart.products.empty() && stored.answers.empty() &&
             stored.firings.empty();
    }
    if (!time(stored.since)) return false;
    for (const auto& each : stored.events) {
      if (!event(each, false)) return false;
    }
    return true;
  }

  std::int64_t places_;
};

}  // namespace

std::vector<std::uint8_t> Profile::snapshot() const {
  Stored stored;
  stored.since = since_.value_or(kNever);
  Renumber renumber(dictionary_);
  for (const auto& event : events_) stored.events.push_back(renumber(event));
  stored.cart = renumber(cart_);
  stored.answers = answers_;
  for (auto& answer : stored.answers) {
    renumber(answer.fact);
    renumber(answer.values);
  }
  stored.firings = firings_;
  for (auto& fired : stored.firings) renumber(fired.trigger);
  stored.texts = renumber.take();
  return bytes::frame('S', kVersion, bytes::encode(stored));
}

Result<Profile> Profile::restore(std::span<const std::uint8_t> data) {
  const auto content = bytes::unframe('S', kVersion, data);
  if (!content) return std::unexpected(content.error());
  auto stored = bytes::decode<Stored>(*content);
  if (!stored) return std::unexpected(stored.error());
  if (!Soundness(stored->texts.size() + 1).stored(*stored)) {
    return fail(Code::malformed, "a snapshot names what it does not hold");
  }
  Profile profile;
  if (stored->since != kNever) profile.since_ = stored->since;
  for (const auto& text : stored->texts) (void)profile.dictionary_.place(text);
  if (profile.dictionary_.size() != stored->texts.size() + 1) {
    return fail(Code::malformed, "a snapshot names a text twice");
  }
  profile.events_ = std::move(stored->events);
  profile.cart_ = std::move(stored->cart);
  profile.answers_ = std::move(stored->answers);
  profile.firings_ = std::move(stored->firings);
  return profile;
}

}  // namespace etalage::profile
