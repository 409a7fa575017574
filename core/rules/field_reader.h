// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// FieldReader: a profile's events in the program's terms: which of its events one is, and what its fields hold.
//
// Lifetime  refers to the program, the symbols and the profile's dictionary, which must outlive it.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "profile/profile.h"
#include "rules/program.h"
#include "rules/symbols.h"

namespace etalage::rules {

inline constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();
[[nodiscard]] inline bool is_missing(double value) { return value != value; }

// What an event, or one of its items, holds in a field.
struct FieldValue {
  std::int64_t value = 0;  // a number in ten-thousandths, or a symbol
  bool of_event = false;   // the item has no value of its own
};

class FieldReader {
 public:
  FieldReader(const Program& program, Symbols& symbols, const profile::Dictionary& dictionary);

  // The event's index in the program's events; kNone where no rule asks for it.
  [[nodiscard]] std::uint16_t event_of(const profile::Event& event);

  // A field of an item (or, with Cell::kOfEvent, of the event alone): the item's own, else the event's. Nothing where it is
  // missing or of another type.
  [[nodiscard]] std::optional<FieldValue> read(const profile::Event& event, std::uint16_t item,
                                               std::uint16_t field, Type type);

  [[nodiscard]] Symbol symbol_of(std::uint32_t place);

  // The index of a cell's field in the program's fields; kNone where no rule asks for it.
  [[nodiscard]] std::uint16_t field_of(const profile::Cell& cell);
  // The field that stands for the product itself.
  [[nodiscard]] std::uint16_t item_id() const { return item_id_; }

 private:
  [[nodiscard]] std::optional<FieldValue> find(const profile::Event& event, std::uint16_t item,
                                               std::uint32_t field, bool is_text) const;
  [[nodiscard]] std::optional<FieldValue> revenue(const profile::Event& event, std::uint16_t item);
  [[nodiscard]] std::uint32_t place_of(std::uint16_t field);
  void learn();

  const Program& program_;
  Symbols& symbols_;
  const profile::Dictionary& dictionary_;
  std::uint16_t item_id_ = kNone;
  std::uint16_t revenue_ = kNone;
  std::uint32_t learned_ = 0;               // places that have been looked at
  std::uint32_t price_ = 0, quantity_ = 0;  // places; 0 = not in the dictionary
  std::uint16_t by_kind_[5];
  std::vector<std::uint16_t> event_of_;     // by place
  std::vector<std::uint16_t> field_of_;     // by place
  std::vector<std::uint32_t> field_place_;  // by field; 0 = not in the dictionary
  std::vector<Symbol> symbol_of_;           // by place
};

}  // namespace etalage::rules
