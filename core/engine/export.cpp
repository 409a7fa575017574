// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// What the shopper takes away: the whole profile, in a published form (docs/privacy.md).
#include "bytes/json.h"
#include "engine/engine.h"
#include "engine/write_cell.h"

namespace etalage::engine {
namespace {

using profile::Cell;
using profile::Event;

void write_fields(bytes::JsonWriter& json, const profile::Profile& profile, const Event& event,
                  std::uint16_t item) {
  for (const auto& cell : event.cells) {
    if (cell.item == item) write_value(json.key(profile.text(cell.field)), profile, cell);
  }
}

void write_items(bytes::JsonWriter& json, const profile::Profile& profile, const Event& event) {
  json.array();
  for (std::size_t i = 0; i < event.products.size(); ++i) {
    json.object();
    if (event.products[i] != 0) json.key("item_id").string(profile.text(event.products[i]));
    write_fields(json, profile, event, static_cast<std::uint16_t>(i));
    json.end();
  }
  json.end();
}

}  // namespace

std::string Engine::export_profile() const {
  bytes::JsonWriter json;
  json.object().key("format").string("etalage-profile").key("version").integer(1).key("since");
  const bool is_there = profile_ && profile_->since();
  if (is_there) {
    json.integer(*profile_->since());
  } else {
    json.null();
  }
  json.key("events").array();
  if (is_there) {
    for (const auto& event : profile_->events()) {
      json.object().key("time").integer(event.time);
      json.key("event").string(profile_->name(event));
      write_items(json.key("items"), *profile_, event);
      write_fields(json.key("fields").object(), *profile_, event, Cell::kOfEvent);
      json.end().end();
    }
  }
  json.end().key("cart");
  if (is_there) {
    write_items(json, *profile_, profile_->cart());
  } else {
    json.array().end();
  }
  json.key("answers").array();
  if (is_there) {
    for (const auto& answer : profile_->answers()) {
      json.object().key("time").integer(answer.time);
      json.key("fact").string(profile_->text(answer.fact));
      write_answer_values(json.key("values"), *profile_, answer);
      json.end();
    }
  }
  json.end().end();
  return json.text();
}

}  // namespace etalage::engine
