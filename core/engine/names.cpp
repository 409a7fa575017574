// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// What a pack declares.
#include "bytes/json.h"
#include "engine/engine.h"
#include "engine/ga4.h"

namespace etalage::engine {
namespace {

using rules::RuleKind;

constexpr struct {
  RuleKind kind;
  const char* name;
} kKinds[] = {{RuleKind::metric, "metric"},
              {RuleKind::segment, "segment"},
              {RuleKind::decision, "decision"},
              {RuleKind::trigger, "trigger"}};

void write_keys(bytes::JsonWriter& json, const Door::Entry& entry,
                bool (*is_there)(std::string_view)) {
  json.array();
  for (const auto& field : entry.fields) {
    if (!is_there(field) || field == "transaction_id") continue;
    for (const auto key : keys_of(field)) json.string(key);
  }
  json.end();
}

}  // namespace

std::string Engine::names() const {
  bytes::JsonWriter json;
  json.object().key("products").integer(pack_->products());
  json.key("audience").string(pack_->children() ? "children" : "adults");
  json.key("slots").array();
  for (const auto& slot : pack_->slots()) json.string(slot.name);
  json.end().key("facts").array();
  for (const auto& fact : program_.facts) json.string(program_.strings[fact.name]);
  json.end().key("rules").object();
  for (const auto& [kind, name] : kKinds) {
    json.key(name).array();
    for (const auto& rule : program_.rules) {
      if (rule.kind == kind) json.string(program_.strings[rule.name]);
    }
    json.end();
  }
  json.end().key("measures").array();
  for (const auto& measure : measures_.measures) json.string(measure.name);
  json.end().key("events").array();
  for (const auto& entry : door_->entries()) {
    json.object().key("name").string(entry.event);
    write_keys(json.key("fields"), entry, is_of_events);
    write_keys(json.key("items"), entry, is_of_items);
    json.end();
  }
  json.end().end();
  return json.text();
}

}  // namespace etalage::engine
