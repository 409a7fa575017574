// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// What the shopper is shown of the profile, and takes away.
#include <algorithm>
#include <vector>

#include "bytes/json.h"
#include "engine/engine.h"

namespace etalage::engine {
namespace {

using profile::Cell;
using profile::Event;

// Something that events say: of a product; of a text where no product is kept; of nothing but that they happened.
struct Subject {
  std::string_view event;
  std::string_view field;  // empty: a product, or nothing
  std::uint32_t text = 0;  // a place in the dictionary; 0: nothing

  auto operator<=>(const Subject&) const = default;
};

struct Fact {
  Subject subject;
  std::uint32_t times = 0;
  std::int64_t first = 0;
  std::int64_t last = 0;
};

// Each once, in the order of the event.
std::vector<Subject> subjects_of(const profile::Profile& profile, const Event& event,
                                 std::string_view name) {
  std::vector<Subject> subjects;
  const auto add = [&](Subject subject) {
    if (std::find(subjects.begin(), subjects.end(), subject) == subjects.end()) {
      subjects.push_back(subject);
    }
  };
  for (const auto product : event.products) {
    if (product != 0) add({name, {}, product});
  }
  for (const auto& cell : event.cells) {
    const bool told = cell.item != Cell::kOfEvent && event.products[cell.item] != 0;
    if (cell.is_text && !told) {
      add({name, profile.text(cell.field), static_cast<std::uint32_t>(cell.value)});
    }
  }
  if (subjects.empty()) subjects.push_back({name, {}, 0});
  return subjects;
}

void write_value(bytes::JsonWriter& json, const profile::Profile& profile, const Cell& cell) {
  if (cell.is_text) {
    json.string(profile.text(static_cast<std::uint32_t>(cell.value)));
  } else {
    json.number(static_cast<double>(cell.value) / static_cast<double>(profile::kUnit));
  }
}

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

void write_answer_values(bytes::JsonWriter& json, const profile::Profile& profile,
                         const profile::Answer& answer) {
  json.array();
  for (const auto& value : answer.values) write_value(json, profile, value);
  json.end();
}

// What may be kept, now or later: [{ event, fields, days, usedBy }].
void write_manifest(bytes::JsonWriter& json, const Door& door) {
  json.key("manifest").array();
  for (const auto& entry : door.entries()) {
    json.object().key("event").string(entry.event).key("fields").array();
    for (const auto& field : entry.fields) json.string(field);
    json.end().key("days").number(static_cast<double>(entry.window) / rules::kDay);
    json.key("usedBy").array();
    for (const auto& user : entry.users) json.string(user);
    json.end().end();
  }
  json.end();
}

}  // namespace

// A fact: { id, name, value, item, field, times, tier, source, since, last, until, purpose, usedBy }: one for each kind of
// event and what it was about, one for each product in the cart, and one for each answer.
std::string Engine::view() {
  bytes::JsonWriter json;
  json.object();
  const auto write_use = [&](const std::vector<std::string>& users, bool personalise) {
    json.key("purpose").string(personalise ? "personalise" : "measure").key("usedBy").array();
    for (const auto& user : users) json.string(user);
    json.end();
  };
  const auto write_subject = [&](const Subject& subject, const Fact* fact) {
    const auto& text = profile_->text(subject.text);
    const bool is_product = subject.text != 0 && subject.field.empty();
    const auto found = is_product ? row(subject.text) : std::nullopt;
    const auto title = found ? pack_->title(*found) : std::string_view{};
    const auto middle = subject.field.empty() ? std::string() : std::string(subject.field) + "=";
    json.object().key("id").string(std::string(subject.event) + ":" + middle + text);
    json.key("name").string(subject.event);
    json.key("value").string(title.empty() ? std::string_view(text) : title);
    if (is_product) json.key("item").string(text);
    if (!subject.field.empty()) json.key("field").string(subject.field);
    json.key("tier").string("observed").key("source").string("event");
    const auto* entry = door_->entry(subject.event);
    if (fact != nullptr) {
      json.key("times").integer(fact->times);
      json.key("since").integer(fact->first).key("last").integer(fact->last);
      if (entry != nullptr) json.key("until").integer(fact->last + entry->window);
    }
    if (entry != nullptr) write_use(entry->users, entry->personalise);
    json.end();
  };

  json.key("since");
  if (!profile_ || !profile_->since()) {
    json.null().key("facts").array().end();
    write_manifest(json, *door_);
    json.end();
    return json.text();
  }
  json.integer(*profile_->since()).key("facts").array();

  std::vector<Fact> facts;
  std::vector<std::uint32_t> order;  // of the facts, by their subjects
  const auto events = profile_->events();
  for (auto event = events.rbegin(); event != events.rend(); ++event) {
    for (const auto& subject : subjects_of(*profile_, *event, profile_->name(*event))) {
      const auto below = [&](std::uint32_t at, const Subject& it) {
        return facts[at].subject < it;
      };
      auto at = std::lower_bound(order.begin(), order.end(), subject, below);
      if (at == order.end() || facts[*at].subject != subject) {
        at = order.insert(at, static_cast<std::uint32_t>(facts.size()));
        facts.push_back({subject, 0, event->time, event->time});
      }
      auto& fact = facts[*at];
      ++fact.times;
      fact.first = std::min(fact.first, event->time);
      fact.last = std::max(fact.last, event->time);
    }
  }
  for (const auto& fact : facts) write_subject(fact.subject, &fact);
  for (const auto product : profile_->cart().products) {
    write_subject({"cart", {}, product}, nullptr);
  }
  for (const auto& answer : profile_->answers()) {
    const auto& name = profile_->text(answer.fact);
    json.object().key("id").string("stated:" + name).key("name").string(name);
    write_answer_values(json.key("value"), *profile_, answer);
    json.key("tier").string("stated").key("source").string("answer");
    json.key("since").integer(answer.time).key("last").integer(answer.time);
    for (const auto& fact : program_.facts) {
      if (program_.strings[fact.name] != name || fact.expires == 0) continue;
      json.key("until").integer(answer.time + fact.expires);
    }
    const auto* entry = door_->fact(name);
    if (entry != nullptr) write_use(entry->users, entry->purpose == rules::Purpose::personalise);
    json.end();
  }
  json.end();
  write_manifest(json, *door_);
  json.end();
  return json.text();
}

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
