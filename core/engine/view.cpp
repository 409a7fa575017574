// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <vector>

#include "bytes/json.h"
#include "engine/engine.h"
#include "recommend/needs.h"

namespace etalage::engine {
namespace {

using profile::EventKind;

constexpr std::int64_t kDay = 86400000;

struct Fact {
  EventKind kind;
  std::uint32_t product;
  std::uint32_t times = 0;
  std::int64_t first = 0;
  std::int64_t last = 0;
};

void write_uses(bytes::JsonWriter& json, const pack::Pack& pack, EventKind kind) {
  json.key("usedBy").array();
  for (const auto& slot : pack.slots()) {
    if (recommend::fields_needed(slot, kind) != 0) json.string(slot.name);
  }
  json.end();
}

}  // namespace

// A fact: { id, name, value, item, times, tier, source, since, last, until, purpose, usedBy }: one for each product and
// kind of event, and one for each product in the cart.
std::string Engine::view() {
  bytes::JsonWriter json;
  json.object();
  if (!profile_ || !profile_->since()) {
    json.key("since").null().key("facts").array().end().end();
    return json.text();
  }
  json.key("since").integer(*profile_->since()).key("facts").array();

  std::vector<Fact> facts;
  // The number of the fact of each product and kind of event, from 1; 0 = none yet.
  std::vector<std::uint32_t> numbers(profile_->dictionary_size() * std::size(profile::kEventKinds));
  const auto events = profile_->events();
  for (auto event = events.rbegin(); event != events.rend(); ++event) {
    for (const auto product : event->products) {
      auto& at = numbers[product * std::size(profile::kEventKinds) +
                         static_cast<std::size_t>(event->kind) - 1];
      if (at == 0) {
        facts.push_back({event->kind, product, 0, event->time, event->time});
        at = static_cast<std::uint32_t>(facts.size());
      }
      auto& fact = facts[at - 1];
      ++fact.times;
      fact.first = std::min(fact.first, event->time);
      fact.last = std::max(fact.last, event->time);
    }
  }
  const auto write = [&](std::string_view name, std::uint32_t product, EventKind kind,
                         const Fact* fact) {
    const auto& id = profile_->id(product);
    const auto found = row(product);
    const auto title = found ? pack_->title(*found) : std::string_view{};
    json.object().key("id").string(std::string(name) + ":" + id).key("name").string(name);
    json.key("value").string(title.empty() ? std::string_view(id) : title).key("item").string(id);
    json.key("tier").string("observed").key("source").string("event");
    if (fact != nullptr) {
      json.key("times").integer(fact->times);
      json.key("since").integer(fact->first).key("last").integer(fact->last);
      json.key("until").integer(fact->last + kDay * pack_->retention_days());
    }
    json.key("purpose").string("personalise");
    write_uses(json, *pack_, kind);
    json.end();
  };
  for (const auto& fact : facts) write(profile::name(fact.kind), fact.product, fact.kind, &fact);
  for (const auto product : profile_->cart()) {
    write("cart", product, EventKind::add_to_cart, nullptr);
  }
  json.end().end();
  return json.text();
}

std::string Engine::export_profile() const {
  bytes::JsonWriter json;
  json.object().key("format").string("etalage-profile").key("version").integer(1);
  if (!profile_ || !profile_->since()) {
    json.key("since").null().key("events").array().end().key("cart").array().end().end();
    return json.text();
  }
  json.key("since").integer(*profile_->since()).key("events").array();
  for (const auto& event : profile_->events()) {
    json.object().key("time").integer(event.time);
    json.key("event").string(profile::name(event.kind)).key("items").array();
    for (const auto product : event.products) json.string(profile_->id(product));
    json.end().end();
  }
  json.end().key("cart").array();
  for (const auto product : profile_->cart()) json.string(profile_->id(product));
  json.end().end();
  return json.text();
}

}  // namespace etalage::engine
