// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Profile: what is known of one shopper: the fold of the journal's records. It decides nothing about consent or
// storage; it holds only what the engine let through the manifest.
//
// Shape     events oldest record first; texts (products, names and values of fields) by their place in a dictionary, so
//           that a pack may change under a profile and unknown ids stay.
// Units     times in milliseconds since the Unix epoch; numbers as in value.h.
// Limits    at most kMaxEvents events: the oldest go first, kEvicted at a time. At most kMaxItems products in the cart,
//           kMaxAnswers facts and as many triggers: no more come in.
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
#include "profile/dictionary.h"
#include "profile/record.h"

namespace etalage::profile {

inline constexpr std::size_t kMaxEvents = 2000;
inline constexpr std::size_t kEvicted = 100;
inline constexpr std::size_t kMaxAnswers = 1000;
inline constexpr std::size_t kMaxFirings = 100;

// A value of an event or of one of its items.
struct Cell {
  static constexpr std::uint16_t kOfEvent = 0xFFFF;

  std::int64_t value = 0;   // a number as in value.h; a text's place
  std::uint32_t field = 0;  // the place of the field's name
  std::uint16_t item = kOfEvent;
  bool is_text = false;

  bool operator==(const Cell&) const = default;
};

struct Event {
  std::int64_t time = 0;
  std::uint64_t transaction = 0;  // 0: none
  EventKind kind = EventKind::other;
  std::uint32_t name = 0;               // a place; 0 where kind has the name
  std::vector<std::uint32_t> products;  // of the items: places
  std::vector<Cell> cells;
};

// What the shopper said.
struct Answer {
  std::uint32_t fact = 0;  // the place of its name
  std::int64_t time = 0;
  std::vector<Cell> values;
};

struct Firings {
  std::uint32_t trigger = 0;  // the place of its name
  bool armed = true;          // what fired it has ceased to hold since
  std::vector<std::int64_t> times;
};

struct Subject;  // subject.h

class Profile {
 public:
  // Folds one record in. A purchase whose transaction is known already changes nothing.
  void apply(const Record& record);

  // Forgets what `keep` does not want kept. Gives whether anything went. Asks, each giving whether it stays:
  //   keep.event(name, event)   keep.cart(cart)   keep.answer(answer)   keep.firings(firings)
  //   keep.field(name, field)   of the event of that name ("cart": of the cart); "item_id" and "transaction_id" too
  template <typename Keep>
  bool retain(const Keep& keep);

  // Takes out whatever says a thing: of events of several items those that do, else the event; of "cart" the line. Gives whether
  // anything went.
  bool forget(const Subject& subject);
  bool forget_answer(std::string_view fact);
  // Events in the order of their times; of those that are equal in everything, one.
  void put_in_order();

  // Drops the oldest events until a snapshot has at most so many bytes, an eighth of them at a time, or none is left.
  void evict(std::size_t bytes);

  [[nodiscard]] bool empty() const;
  // When the first record was made; nothing while the profile has never held one.
  [[nodiscard]] std::optional<std::int64_t> since() const { return since_; }
  [[nodiscard]] std::span<const Event> events() const { return events_; }
  // The lines of the cart as the items of an event, in the order in which they came in; its time is that of the last change.
  [[nodiscard]] const Event& cart() const { return cart_; }
  [[nodiscard]] std::span<const Answer> answers() const { return answers_; }
  [[nodiscard]] std::span<const Firings> firings() const { return firings_; }
  [[nodiscard]] bool knows_transaction(std::uint64_t transaction) const;

  [[nodiscard]] const Dictionary& dictionary() const { return dictionary_; }
  [[nodiscard]] const std::string& text(std::uint32_t place) const { return dictionary_[place]; }
  [[nodiscard]] std::string_view name(const Event& event) const {
    return event.kind == EventKind::other ? std::string_view(text(event.name))
                                          : profile::name(event.kind);
  }

  // Changes whenever events went or changed their places; events that were only appended leave it as it is.
  [[nodiscard]] std::uint32_t revision() const { return revision_; }
  // Changes with every change of the cart, and of the answers.
  [[nodiscard]] std::uint32_t cart_revision() const { return cart_revision_; }
  [[nodiscard]] std::uint32_t answer_revision() const { return answer_revision_; }

  // The whole state as bytes (snapshot.cpp draws the format), and back.
  [[nodiscard]] std::vector<std::uint8_t> snapshot() const;
  [[nodiscard]] static Result<Profile> restore(std::span<const std::uint8_t> data);

 private:
  Cell cell(const Field& field, std::uint16_t item);
  void apply_event(const Record& record);
  void apply_answer(const Record& record);
  void apply_trigger(const Record& record);
  void update_cart(const Record& record);
  void add_line(const Item& item);
  void remove_line(const Item& item);

  std::vector<Event> events_;
  Event cart_;
  std::vector<Answer> answers_;
  std::vector<Firings> firings_;
  Dictionary dictionary_;
  std::optional<std::int64_t> since_;
  std::uint32_t revision_ = 0;
  std::uint32_t cart_revision_ = 0;
  std::uint32_t answer_revision_ = 0;
};

template <typename Keep>
bool Profile::retain(const Keep& keep) {
  const auto gone = [&](const Event& event) { return !keep.event(name(event), event); };
  bool changed = std::erase_if(events_, gone) > 0;
  const auto strip = [&](Event& event, std::string_view name) {
    const auto dropped = [&](const Cell& cell) { return !keep.field(name, text(cell.field)); };
    changed |= std::erase_if(event.cells, dropped) > 0;
    if (event.transaction != 0 && !keep.field(name, "transaction_id")) {
      event.transaction = 0;
      changed = true;
    }
    if (event.products.empty() || keep.field(name, "item_id")) return;
    for (auto& product : event.products) {
      changed |= product != 0;
      product = 0;
    }
  };
  for (auto& event : events_) strip(event, name(event));
  if (!cart_.products.empty() && !keep.cart(cart_)) {
    cart_ = Event{};
    changed = true;
  }
  strip(cart_, "cart");
  changed |= std::erase_if(answers_, [&](const Answer& it) { return !keep.answer(it); }) > 0;
  changed |= std::erase_if(firings_, [&](const Firings& it) { return !keep.firings(it); }) > 0;
  if (changed) {
    ++revision_;
    ++cart_revision_;
    ++answer_revision_;
  }
  return changed;
}

}  // namespace etalage::profile
