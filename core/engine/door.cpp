// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/door.h"

#include <algorithm>

#include "bytes/insert_once.h"
#include "bytes/json.h"
#include "engine/ga4.h"

namespace etalage::engine {
namespace {

using profile::Field;

// "12.50" as a number: digits, a point, digits, perhaps a sign.
std::optional<double> decimal(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  double value = 0;
  double unit = 1;
  bool fraction = false;
  std::size_t digits = 0;
  for (const auto c : text) {
    if (c == '.' && !fraction && digits > 0) {
      fraction = true;
      continue;
    }
    if (c < '0' || c > '9' || ++digits > 15) return std::nullopt;
    value = value * 10 + (c - '0');
    if (fraction) unit *= 10;
  }
  if (digits == 0) return std::nullopt;
  return (negative ? -value : value) / unit;
}

std::optional<Field> number_field(std::string_view name, double value) {
  const auto fixed = profile::fixed(value);
  if (!fixed) return std::nullopt;
  return Field{std::string(name), false, *fixed, {}};
}

std::optional<Field> text_field(std::string_view name, std::string_view value) {
  if (value.empty() || value.size() > profile::kMaxTextBytes) return std::nullopt;
  return Field{std::string(name), true, 0, std::string(value)};
}

// What a shop gives as a number ("2024", a size) may well be a text.
std::string text_of(const GivenField& field) {
  if (field.is_text) return field.text;
  if (!profile::fixed(field.number)) return {};
  bytes::JsonWriter digits;
  return digits.number(field.number).text();
}

const GivenField* find(const GivenFields& given, std::string_view key) {
  for (const auto& field : given) {
    if (field.key == key) return &field;
  }
  return nullptr;
}

// The elements of a category, item_category to item_category5, as one path.
std::optional<Field> category_path(const GivenFields& given) {
  std::string path;
  for (const auto key : keys_of("category")) {
    const auto* element = find(given, key);
    const auto text = element == nullptr ? std::string() : text_of(*element);
    if (text.empty()) continue;
    if (key == "category" && !path.empty()) break;
    if (!path.empty()) path += " > ";
    path += text;
  }
  return text_field("category", path);
}

std::optional<Field> from_given(std::string_view name, const GivenFields& given) {
  if (name == "category") return category_path(given);
  for (const auto key : keys_of(name)) {
    const auto* field = find(given, key);
    if (field == nullptr) continue;
    if (is_text(name)) return text_field(name, text_of(*field));
    if (!field->is_text) return number_field(name, field->number);
    if (!is_number(name)) return text_field(name, field->text);
    const auto number = decimal(field->text);
    return number ? number_field(name, *number) : std::nullopt;
  }
  return std::nullopt;
}

// A line that does not say how many is one.
void give_quantity(profile::Item& line) {
  const auto is_quantity = [](const Field& field) { return field.name == "quantity"; };
  if (std::any_of(line.fields.begin(), line.fields.end(), is_quantity)) return;
  line.fields.push_back({"quantity", false, profile::kUnit, {}});
}

void add_quantity(profile::Item& line, const profile::Item& more) {
  for (auto& field : line.fields) {
    for (const auto& other : more.fields) {
      if (field.name != "quantity" || other.name != "quantity") continue;
      field.number = std::min(field.number + other.number, profile::kLargestNumber);
    }
  }
}

bool includes(const Door::Purposes& purposes, rules::Purpose purpose) {
  const auto place = static_cast<std::size_t>(purpose);
  return place < purposes.size() && purposes[place];
}

bool is_no_slot(const std::string& user) { return !user.starts_with("slot "); }

void merge(std::vector<std::string>& into, const std::vector<std::string>& from) {
  for (const auto& text : from) bytes::insert_once(into, text);
}

// The keys of what is given that no kept field reads.
void list_dropped(std::vector<std::string>& dropped, const Door::Entry& entry,
                  const GivenFields& given, bool of_items) {
  for (const auto& field : given) {
    const auto reads = [&](const std::string& kept) {
      const auto keys = keys_of(kept);
      return (of_items ? is_of_items(kept) : is_of_events(kept)) &&
             std::find(keys.begin(), keys.end(), field.key) != keys.end();
    };
    if (std::none_of(entry.fields.begin(), entry.fields.end(), reads)) {
      bytes::insert_once(dropped, field.key);
    }
  }
}

}  // namespace

bool Door::Entry::keeps(std::string_view field) const {
  return std::find(fields.begin(), fields.end(), field) != fields.end();
}

Door::Door(const pack::Pack& pack, const rules::Manifest& manifest, const rules::Program& program,
           const rules::Terms& refused)
    : pack_(pack), manifest_(manifest), program_(program), refused_(refused) {
  allow(true, false);
}

void Door::allow(bool personalise, bool measure) {
  allowed_ = {false, personalise, measure};
  frozen_ = {};
  gather();
}

void Door::freeze(bool personalise, bool measure) {
  frozen_ = {false, personalise, measure};
  gather();
}

void Door::gather() {
  entries_ = entries_for(allowed_);
  auto may_stay = allowed_;
  for (std::size_t purpose = 0; purpose < may_stay.size(); ++purpose) {
    may_stay[purpose] = may_stay[purpose] || frozen_[purpose];
  }
  staying_ = entries_for(may_stay);
}

std::vector<Door::Entry> Door::entries_for(const Purposes& purposes) const {
  std::vector<Entry> entries;
  for (const auto& entry : manifest_.events) {
    if (!includes(purposes, entry.purpose) || !is_used(entry.users)) continue;
    if (entries.empty() || entries.back().event != entry.event)
      entries.emplace_back().event = entry.event;
    auto& merged = entries.back();
    merge(merged.fields, entry.fields);
    // What is earned by a field of ours is reckoned from two of the shop's.
    if (merged.keeps("revenue")) merge(merged.fields, {"price", "quantity"});
    merge(merged.users, entry.users);
    merged.window = std::max(merged.window, entry.window);
    merged.counted =
        merged.counted || std::any_of(entry.users.begin(), entry.users.end(), is_no_slot);
    merged.personalise = merged.personalise || entry.purpose == rules::Purpose::personalise;
  }
  return entries;
}

void Door::refuse(std::vector<std::string> uses) {
  refused_uses_ = std::move(uses);
  gather();
}

bool Door::refuses(std::string_view use) const {
  return std::find(refused_uses_.begin(), refused_uses_.end(), use) != refused_uses_.end();
}

bool Door::is_used(const std::vector<std::string>& users) const {
  return users.empty() || std::any_of(users.begin(), users.end(),
                                      [&](const std::string& user) { return !refuses(user); });
}

const Door::Entry* Door::entry(std::string_view event) const { return named(entries_, event); }

const Door::Entry* Door::named(const std::vector<Entry>& entries, std::string_view event) {
  for (const auto& entry : entries) {
    if (entry.event == event) return &entry;
  }
  return nullptr;
}

const rules::FactEntry* Door::fact(std::string_view name) const { return fact(name, allowed_); }

const rules::FactEntry* Door::fact(std::string_view name, const Purposes& purposes) const {
  for (const auto& entry : manifest_.facts) {
    if (entry.name != name || !includes(purposes, entry.purpose)) continue;
    if (is_used(entry.users)) return &entry;
  }
  return nullptr;
}

bool Door::is_refused(std::uint32_t row) {
  refused_rows_.resize(pack_.products(), 0);
  auto& known = refused_rows_[row];
  if (known == 0) {
    const bool refused = refused_.find(pack_.categories().text(row)).has_value() ||
                         refused_.find(pack_.title(row)).has_value();
    known = refused ? 2 : 1;
  }
  return known == 2;
}

bool Door::is_refused(const std::vector<Field>& fields) const {
  return std::any_of(fields.begin(), fields.end(), [&](const Field& field) {
    return field.is_text && refused_.find(field.text).has_value();
  });
}

std::optional<Field> Door::from_pack(std::string_view field, std::uint32_t row) const {
  if (field == "category") return text_field(field, pack_.categories().text(row));
  if (field == "brand") return text_field(field, pack_.brand(row));
  if (field == "item_name") return text_field(field, pack_.title(row));
  if (const auto* attribute = pack_.attribute(field)) {
    return attribute->is_text ? text_field(field, attribute->texts.text(row))
                              : number_field(field, attribute->numbers[row]);
  }
  const auto price = field == "price" ? pack_.price(row) : std::nullopt;
  return price ? number_field(field, static_cast<double>(*price) / 1e6) : std::nullopt;
}

std::optional<profile::Item> Door::item(const Entry& entry, const GivenFields& given) {
  const auto* id = find(given, "item_id");
  const bool has_id = id != nullptr && id->is_text && !id->text.empty();
  if (!has_id || id->text.size() > profile::kMaxIdBytes) return std::nullopt;
  const auto row = pack_.find(id->text);
  if (row && is_refused(*row)) return std::nullopt;
  profile::Item item;
  for (const auto& name : entry.fields) {
    if (!is_of_items(name) || name == "revenue") continue;
    if (name == "item_id") {
      item.id = id->text;
      continue;
    }
    auto field = from_given(name, given);
    if (!field && row) field = from_pack(name, *row);
    if (field) item.fields.push_back(std::move(*field));
  }
  if (is_refused(item.fields)) return std::nullopt;
  return item;
}

std::optional<profile::Record> Door::event(const EventMessage& message, std::int64_t time,
                                           std::vector<std::string>* dropped) {
  const auto refuse = [&] {
    if (dropped != nullptr) *dropped = {"event"};
    return std::nullopt;
  };
  const auto* entry = this->entry(message.name);
  if (entry == nullptr || message.name == "cart") return refuse();
  profile::Record record;
  record.time = time;
  record.kind = profile::event_named(message.name);
  if (record.kind == profile::EventKind::other) record.name = message.name;
  if (dropped != nullptr) list_dropped(*dropped, *entry, message.fields, false);
  const bool with_items = std::any_of(entry->fields.begin(), entry->fields.end(),
                                      [](const std::string& name) { return is_of_items(name); });
  bool some_item = false;
  std::size_t cells = 0;
  for (const auto& given : message.items) {
    if (record.items.size() == profile::kMaxItems) break;
    if (dropped != nullptr) list_dropped(*dropped, *entry, given, true);
    auto kept = item(*entry, given);
    if (!kept || cells + kept->fields.size() > profile::kMaxFields) continue;
    cells += kept->fields.size();
    some_item = true;
    const bool of_cart = message.name == "add_to_cart" || message.name == "remove_from_cart";
    if (of_cart && entry->keeps("quantity")) give_quantity(*kept);
    if (with_items) record.items.push_back(std::move(*kept));
  }
  // An event that was about something, none of which may be kept, is not kept either; nor one that says nothing to a slot.
  if (!some_item && (!message.items.empty() || !entry->counted)) {
    const bool bought = !message.transaction_id.empty() && entry->keeps("transaction_id");
    if (!message.items.empty() || !bought) return refuse();
  }
  for (const auto& name : entry->fields) {
    if (!is_of_events(name) || name == "transaction_id" || name == "revenue") continue;
    auto field = from_given(name, message.fields);
    if (field && cells++ < profile::kMaxFields) record.fields.push_back(std::move(*field));
  }
  if (is_refused(record.fields)) return refuse();
  if (dropped != nullptr) {
    if (!message.transaction_id.empty() && !entry->keeps("transaction_id")) {
      merge(*dropped, {"transaction_id"});
    }
  }
  return record;
}

std::vector<profile::Item> Door::cart(const std::vector<GivenFields>& items) {
  const auto* entry = this->entry("cart");
  std::vector<profile::Item> lines;
  if (entry == nullptr) return lines;
  auto with_id = *entry;
  merge(with_id.fields, {"item_id"});
  for (const auto& given : items) {
    auto line = item(with_id, given);
    if (!line) continue;
    if (with_id.keeps("quantity")) give_quantity(*line);
    // Two lines of one product are one: the profile holds it once, and would else differ from the page for ever.
    const auto same = [&](const profile::Item& other) { return other.id == line->id; };
    const auto found = std::find_if(lines.begin(), lines.end(), same);
    if (found != lines.end()) {
      add_quantity(*found, *line);
    } else if (lines.size() < profile::kMaxItems) {
      lines.push_back(std::move(*line));
    }
  }
  return lines;
}

std::optional<profile::Record> Door::answer(const AnswerMessage& message, std::int64_t time) const {
  if (fact(message.fact) == nullptr) return std::nullopt;
  const auto declared = [&](const rules::StatedFact& it) {
    return program_.strings[it.name] == message.fact;
  };
  const auto found = std::find_if(program_.facts.begin(), program_.facts.end(), declared);
  if (found == program_.facts.end()) return std::nullopt;
  const bool many = found->type == rules::Type::list;
  if (!many && message.values.size() > 1) return std::nullopt;
  profile::Record record;
  record.type = profile::RecordType::fact;
  record.time = time;
  record.name = message.fact;
  for (const auto& value : message.values) {
    const bool as_text = many || found->type == rules::Type::text;
    if (value.is_text != as_text || record.fields.size() == profile::kMaxItems) return std::nullopt;
    const auto chosen = [&](std::uint32_t choice) {
      return program_.strings[choice] == value.text;
    };
    const auto choices = rules::part(program_.lists, found->choices);
    if (!choices.empty() && std::none_of(choices.begin(), choices.end(), chosen)) {
      return std::nullopt;
    }
    auto field = as_text ? text_field("", value.text) : number_field("", value.number);
    if (!field) return std::nullopt;
    record.fields.push_back(std::move(*field));
  }
  return record;
}

bool Door::tidy(profile::Profile& profile, std::int64_t now) const {
  struct Keep {
    const Door& door;
    const profile::Profile& profile;
    std::int64_t now;

    bool event(std::string_view name, const profile::Event& event) const {
      const auto* entry = named(door.staying_, name);
      return entry != nullptr && event.time > now - entry->window;
    }
    bool field(std::string_view event, std::string_view name) const {
      const auto* entry = named(door.staying_, event);
      // A line of the cart is its product.
      return entry != nullptr && (entry->keeps(name) || (event == "cart" && name == "item_id"));
    }
    bool cart(const profile::Event& cart) const { return event("cart", cart); }
    bool answer(const profile::Answer& answer) const {
      const auto& name = profile.text(answer.fact);
      if (!door.fact(name, door.allowed_) && !door.fact(name, door.frozen_)) return false;
      for (const auto& fact : door.program_.facts) {
        if (door.program_.strings[fact.name] != name) continue;
        return fact.expires == 0 || now - answer.time < fact.expires;
      }
      return false;
    }
    bool firings(const profile::Firings& firings) const {
      const auto& name = profile.text(firings.trigger);
      const auto& rules = door.program_.rules;
      return std::any_of(rules.begin(), rules.end(), [&](const rules::Rule& rule) {
        return rule.kind == rules::RuleKind::trigger && door.program_.strings[rule.name] == name &&
               (includes(door.allowed_, rule.purpose) || includes(door.frozen_, rule.purpose)) &&
               !door.refuses("trigger " + name);
      });
    }
  };
  return profile.retain(Keep{*this, profile, now});
}

}  // namespace etalage::engine
