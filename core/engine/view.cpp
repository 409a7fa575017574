// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// What the shopper is shown of the profile.
#include <algorithm>
#include <vector>

#include "bytes/json.h"
#include "engine/engine.h"
#include "engine/fact_id.h"
#include "engine/write_cell.h"
#include "rules/explain.h"

namespace etalage::engine {
namespace {

using profile::Subject;
using recommend::Language;
using rules::RuleKind;

struct Fact {
  Subject subject;
  std::uint32_t times = 0;
  std::int64_t first = 0;
  std::int64_t last = 0;
};

// What the events say, each thing once, the newest first.
std::vector<Fact> facts_of(const profile::Profile& profile) {
  std::vector<Fact> facts;
  std::vector<std::uint32_t> order;  // of the facts, by their subjects
  const auto events = profile.events();
  for (auto event = events.rbegin(); event != events.rend(); ++event) {
    for (const auto& subject : profile::subjects_of(profile, *event, profile.name(*event))) {
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
  return facts;
}

void write_use(bytes::JsonWriter& json, const std::vector<std::string>& users, bool personalise) {
  json.key("purpose").string(personalise ? "personalise" : "measure").key("usedBy").array();
  for (const auto& user : users) json.string(user);
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

// A fact: { id, name, label, value, item, field, choices, many, times, tier, confidence, text, source, since, last, until,
// purpose, usedBy }: one for each kind of event and what it was about, for each product in the cart, each answer, and each fact
// that is reckoned. What a kind of fact does not have is left out.
std::string Engine::view(Language language) {
  bytes::JsonWriter json;
  json.object().key("since");
  const bool is_there = profile_ && profile_->since();
  is_there ? json.integer(*profile_->since()) : json.null();
  json.key("facts").array();
  if (is_there) {
    write_facts(json);
    write_answers(json, language);
  }
  write_reckoned(json, language);
  json.end();
  write_uses(json, language);
  write_manifest(json, *door_);
  json.end();
  return json.text();
}

void Engine::write_facts(bytes::JsonWriter& json) {
  const auto write_subject = [&](const Subject& subject, const Fact* fact) {
    const auto& text = profile_->text(subject.text);
    const bool is_product = subject.text != 0 && subject.field.empty();
    const auto found = is_product ? row(subject.text) : std::nullopt;
    const auto title = found ? pack_->title(*found) : std::string_view{};
    json.object().key("id").string(fact_id(*profile_, subject));
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
    if (entry != nullptr) write_use(json, entry->users, entry->personalise);
    json.end();
  };
  for (const auto& fact : facts_of(*profile_)) write_subject(fact.subject, &fact);
  for (const auto product : profile_->cart().products) {
    write_subject({profile::kCartName, {}, product}, nullptr);
  }
}

void Engine::write_answers(bytes::JsonWriter& json, Language language) {
  for (const auto& answer : profile_->answers()) {
    const auto& name = profile_->text(answer.fact);
    json.object().key("id").string(stated_id(name)).key("name").string(name);
    if (const auto asked = label("fact " + name, language); !asked.empty()) {
      json.key("label").string(asked);
    }
    write_answer_values(json.key("value"), *profile_, answer);
    json.key("tier").string("stated").key("source").string("answer");
    json.key("since").integer(answer.time).key("last").integer(answer.time);
    for (const auto& fact : program_.facts) {
      if (program_.strings[fact.name] != name) continue;
      if (fact.expires > 0) json.key("until").integer(answer.time + fact.expires);
      json.key("choices").array();
      for (const auto choice : rules::part(program_.lists, fact.choices)) {
        json.string(program_.strings[choice]);
      }
      json.end().key("many").boolean(fact.type == rules::Type::list).key("labels").object();
      for (const auto choice : rules::part(program_.lists, fact.choices)) {
        const auto& value = program_.strings[choice];
        const auto called = label("choice " + name + "=" + value, language);
        if (!called.empty()) json.key(value).string(called);
      }
      json.end();
    }
    const auto* entry = door_->fact(name);
    if (entry != nullptr)
      write_use(json, entry->users, entry->purpose == rules::Purpose::personalise);
    json.end();
  }
}

void Engine::write_reckoned(bytes::JsonWriter& json, Language language) {
  auto* const running = evaluator();
  if (running == nullptr) return;
  const rules::ExplanationView explanations(pack_->explanations());
  for (std::uint32_t number = 0; number < program_.rules.size(); ++number) {
    const auto& rule = program_.rules[number];
    const bool inferred = rule.kind == RuleKind::inferred;
    if (!inferred && rule.kind != RuleKind::observed) continue;
    const auto value = running->value(number);
    if (rules::is_missing(value)) continue;
    const auto& name = rule_name(number);
    const auto* const tier = inferred ? "inferred" : "observed";
    json.object().key("id").string(std::string(tier) + ":" + name).key("name").string(name);
    if (const auto asked = label("fact " + name, language); !asked.empty()) {
      json.key("label").string(asked);
    }
    rules::write_value(json.key("value"), *running, rule.type, value);
    json.key("tier").string(tier).key("source").string("rule");
    if (const auto confidence = running->confidence(number); !rules::is_missing(confidence)) {
      json.key("confidence").number(confidence);
    }
    json.key("text").string(rules::tell(*running, explanations, number, in_words(language)));
    json.key("purpose");
    json.string(rule.purpose == rules::Purpose::personalise ? "personalise" : "measure");
    json.key("usedBy").array().end().end();
  }
}

std::string_view Engine::label(const std::string& key, Language language) const {
  return pack_->text(key, language == Language::nl ? 1 : 0);
}

// A use: { use, kind, name, label, allowed, value, text }.
void Engine::write_uses(bytes::JsonWriter& json, Language language) {
  const rules::ExplanationView explanations(pack_->explanations());
  const auto begin = [&](const std::string& use, const std::string& name, std::string_view label) {
    json.object().key("use").string(use).key("kind").string(use.substr(0, use.find(' ')));
    json.key("name").string(name).key("label").string(label.empty() ? name : label);
    json.key("allowed").boolean(!door_->refuses(use)).key("value");
  };
  json.key("uses").array();
  auto* const running = evaluator();
  for (std::uint32_t number = 0; number < program_.rules.size(); ++number) {
    const auto use = use_of(number);
    if (use.empty() || running == nullptr) continue;
    const auto& rule = program_.rules[number];
    const auto said = program_.strings[rule.label[language == Language::nl ? 1 : 0]];
    begin(use, rule_name(number), said.empty() ? label(use, language) : said);
    rules::write_value(json, *running, rule.type, running->value(number));
    json.key("text").string(rules::tell(*running, explanations, number, in_words(language))).end();
  }
  const auto write_plain = [&](const char* kind, const std::string& name) {
    const auto use = std::string(kind) + " " + name;
    begin(use, name, label(use, language));
    json.null().key("text").string("").end();
  };
  for (const auto& slot : pack_->slots()) write_plain("slot", slot.name);
  for (const auto& measure : measures_.measures) write_plain("measure", measure.name);
  json.end();
}

}  // namespace etalage::engine
