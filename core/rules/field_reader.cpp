// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "rules/field_reader.h"

#include <algorithm>

namespace etalage::rules {
namespace {

using profile::Cell;
using profile::Event;

constexpr Symbol kUnknownSymbol = 0xFFFFFFFF;

std::uint16_t index_of(const std::vector<std::string>& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  return found == names.end() ? kNone : static_cast<std::uint16_t>(found - names.begin());
}

}  // namespace

FieldReader::FieldReader(const Program& program, Symbols& symbols,
                         const profile::Dictionary& dictionary)
    : program_(program),
      symbols_(symbols),
      dictionary_(dictionary),
      item_id_(index_of(program.fields, "item_id")),
      revenue_(index_of(program.fields, "revenue")),
      field_place_(program.fields.size(), 0) {
  by_kind_[0] = kNone;
  for (const auto kind : profile::kEventKinds) {
    by_kind_[static_cast<std::size_t>(kind)] = index_of(program.events, profile::name(kind));
  }
}

// Looks at the texts that have come into the dictionary since.
void FieldReader::learn() {
  for (; learned_ < dictionary_.size(); ++learned_) {
    const auto& text = dictionary_[learned_];
    event_of_.push_back(index_of(program_.events, text));
    const auto field = index_of(program_.fields, text);
    field_of_.push_back(field);
    symbol_of_.push_back(kUnknownSymbol);
    if (field != kNone) field_place_[field] = learned_;
    if (text == "price") price_ = learned_;
    if (text == "quantity") quantity_ = learned_;
  }
}

std::uint16_t FieldReader::event_of(const Event& event) {
  if (event.kind != profile::EventKind::other)
    return by_kind_[static_cast<std::size_t>(event.kind)];
  learn();
  return event_of_[event.name];
}

std::uint16_t FieldReader::field_of(const Cell& cell) {
  learn();
  return field_of_[cell.field];
}

Symbol FieldReader::symbol_of(std::uint32_t place) {
  learn();
  auto& symbol = symbol_of_[place];
  if (symbol == kUnknownSymbol) symbol = symbols_.of(dictionary_[place]);
  return symbol;
}

std::uint32_t FieldReader::place_of(std::uint16_t field) {
  learn();
  return field_place_[field];
}

std::optional<FieldValue> FieldReader::find(const Event& event, std::uint16_t item,
                                            std::uint32_t field, bool is_text) const {
  if (field == 0) return std::nullopt;
  std::optional<FieldValue> of_event;
  for (const auto& cell : event.cells) {
    if (cell.field != field || cell.is_text != is_text) continue;
    if (cell.item == item) return FieldValue{cell.value, item == Cell::kOfEvent};
    if (cell.item == Cell::kOfEvent) of_event = FieldValue{cell.value, true};
  }
  return of_event;
}

// price * quantity; a missing quantity is 1.
std::optional<FieldValue> FieldReader::revenue(const Event& event, std::uint16_t item) {
  learn();
  const auto price = find(event, item, price_, false);
  if (!price) return std::nullopt;
  const auto quantity = find(event, item, quantity_, false);
  const auto product = static_cast<double>(price->value) *
                       static_cast<double>(quantity ? quantity->value : profile::kUnit);
  const auto unit = static_cast<double>(profile::kUnit);
  const auto result = profile::fixed(product / unit / unit);
  if (!result) return std::nullopt;
  return FieldValue{*result, price->of_event};
}

std::optional<FieldValue> FieldReader::read(const Event& event, std::uint16_t item,
                                            std::uint16_t field, Type type) {
  if (field == item_id_) {
    if (type != Type::text || item == Cell::kOfEvent) return std::nullopt;
    return FieldValue{symbol_of(event.products[item]), false};
  }
  if (field == revenue_ && type == Type::number) return revenue(event, item);
  auto found = find(event, item, place_of(field), type == Type::text);
  if (found && type == Type::text) {
    found->value = symbol_of(static_cast<std::uint32_t>(found->value));
  }
  return found;
}

}  // namespace etalage::rules
