// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "train/describe_program.h"

#include <string_view>
#include <vector>

#include "bytes/reader.h"
#include "rules/clock.h"
#include "rules/explanation.h"
#include "train/describe_rules.h"

namespace etalage::train {
namespace {

using rules::Type;

struct Words {
  std::vector<std::string_view> sources;
  std::vector<std::vector<std::string_view>> sentences;
};

// By the drawing in rules/formats.h.
Words read_words(std::span<const std::uint8_t> explanations) {
  Words words;
  bytes::Reader in(explanations);
  (void)in.take(in.count(sizeof(rules::Span)) * sizeof(rules::Span));
  for (auto left = in.count(); left > 0; --left) words.sources.push_back(in.string());
  for (auto left = in.count(); left > 0; --left) {
    for (int skipped = 0; skipped < 3; ++skipped) (void)in.varint();
    auto& forms = words.sentences.emplace_back();
    for (int form = 0; form < 6; ++form) forms.push_back(in.string());
  }
  return words;
}

std::string_view type_name(Type type) {
  switch (type) {
    case Type::boolean: return "boolean";
    case Type::number: return "number";
    case Type::text: return "text";
    case Type::duration: return "duration";
    case Type::time: return "time";
    case Type::list: return "list";
  }
  return {};
}

template <typename Texts>
void write_list(bytes::JsonWriter& json, const char* key, const Texts& texts) {
  json.key(key).array();
  for (const auto& text : texts) json.string(text);
  json.end();
}

void write_rule(bytes::JsonWriter& json, const rules::Program& program, const rules::Rule& rule,
                std::string_view source) {
  json.object().key("kind").string(name(rule.kind)).key("name").string(program.strings[rule.name]);
  json.key("label").object().key("en").string(program.strings[rule.label[0]]);
  json.key("nl").string(program.strings[rule.label[1]]).end();
  json.key("source").string(source).key("values").array();
  for (const auto& one : rules::part(program.cases, rule.cases)) {
    if (rule.type == Type::number) {
      json.number(program.numbers[one.value]);
    } else {
      json.string(program.strings[one.value]);
    }
  }
  json.end().end();
}

void write_fact(bytes::JsonWriter& json, const rules::Program& program,
                const rules::StatedFact& fact) {
  json.object()
      .key("name")
      .string(program.strings[fact.name])
      .key("type")
      .string(type_name(fact.type));
  json.key("choices").array();
  for (const auto choice : rules::part(program.lists, fact.choices)) {
    json.string(program.strings[choice]);
  }
  json.end().key("expiresDays");
  json.number(static_cast<double>(fact.expires) / static_cast<double>(rules::kDay)).end();
}

}  // namespace

void write_program(bytes::JsonWriter& json, const rules::Program& program,
                   std::span<const std::uint8_t> explanations) {
  const auto words = read_words(explanations);
  json.key("rules").array();
  for (std::size_t i = 0; i < program.rules.size(); ++i) {
    write_rule(json, program, program.rules[i], i < words.sources.size() ? words.sources[i] : "");
  }
  json.end().key("facts").array();
  for (const auto& fact : program.facts) write_fact(json, program, fact);
  json.end().key("constants").object();
  write_list(json, "texts", program.strings);
  json.key("numbers").array();
  for (const auto number : program.numbers) json.number(number);
  json.end();
  write_list(json, "events", program.events);
  write_list(json, "fields", program.fields);
  json.end().key("sentences").array();
  for (const auto& forms : words.sentences) {
    json.array();
    for (const auto form : forms) json.string(form);
    json.end();
  }
  json.end();
}

}  // namespace etalage::train
