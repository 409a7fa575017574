// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The cart: lines that add and remove events leave, until a cart record says what it is.
#include <algorithm>

#include "profile/profile.h"

namespace etalage::profile {
namespace {

constexpr std::string_view kQuantity = "quantity";

const Field* quantity(const Item& item) {
  for (const auto& field : item.fields) {
    if (field.name == kQuantity && !field.is_text) return &field;
  }
  return nullptr;
}

// The line's quantity; nothing where it has none.
Cell* quantity(Event& cart, std::uint16_t line, std::optional<std::uint32_t> name) {
  for (auto& cell : cart.cells) {
    if (cell.item == line && name && cell.field == *name && !cell.is_text) return &cell;
  }
  return nullptr;
}

}  // namespace

void Profile::update_cart(const Record& record) {
  const bool replaced = record.type == RecordType::cart;
  const bool bought = !replaced && record.kind == EventKind::purchase;
  const bool added = !replaced && record.kind == EventKind::add_to_cart;
  const bool removed = !replaced && record.kind == EventKind::remove_from_cart;
  if (!replaced && !bought && !added && !removed) return;
  ++cart_revision_;
  if (replaced || bought) cart_ = Event{};
  cart_.time = record.time;
  for (const auto& item : record.items) {
    if (replaced || added) add_line(item);
    if (removed) remove_line(item);
  }
}

// A line of a product that is there already adds to its quantity; whatever else it says replaces what the line said.
void Profile::add_line(const Item& item) {
  const auto product = dictionary_.place(item.id);
  const auto found = std::find(cart_.products.begin(), cart_.products.end(), product);
  const auto line = static_cast<std::uint16_t>(found - cart_.products.begin());
  if (found == cart_.products.end()) {
    if (cart_.products.size() == kMaxItems) return;
    cart_.products.push_back(product);
  }
  for (const auto& field : item.fields) {
    const auto added = cell(field, line);
    const auto same = [&](const Cell& old) { return old.item == line && old.field == added.field; };
    const auto old = std::find_if(cart_.cells.begin(), cart_.cells.end(), same);
    if (old == cart_.cells.end()) {
      if (cart_.cells.size() < kMaxFields) cart_.cells.push_back(added);
    } else if (field.name == kQuantity && !field.is_text && !old->is_text) {
      old->value = std::min(old->value + added.value, kLargestNumber);
    } else {
      *old = added;
    }
  }
}

// Takes a quantity off a line where both are known, else the line.
void Profile::remove_line(const Item& item) {
  const auto product = dictionary_.find(item.id);
  if (!product) return;
  const auto found = std::find(cart_.products.begin(), cart_.products.end(), *product);
  if (found == cart_.products.end()) return;
  const auto line = static_cast<std::uint16_t>(found - cart_.products.begin());
  auto* const left = quantity(cart_, line, dictionary_.find(kQuantity));
  const auto* const taken = quantity(item);
  if (left != nullptr && taken != nullptr && taken->number > 0 && left->value > taken->number) {
    left->value -= taken->number;
    return;
  }
  cart_.products.erase(found);
  std::erase_if(cart_.cells, [&](const Cell& cell) { return cell.item == line; });
  for (auto& cell : cart_.cells) {
    if (cell.item > line) --cell.item;
  }
}

}  // namespace etalage::profile
