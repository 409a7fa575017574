// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "train/describe_rules.h"

#include "rules/clock.h"

namespace etalage::train {
namespace {

std::string_view purpose_name(rules::Purpose purpose) {
  return purpose == rules::Purpose::measure ? "measure" : "personalise";
}

void write_texts(bytes::JsonWriter& json, const char* key, const std::vector<std::string>& texts) {
  json.key(key).array();
  for (const auto& text : texts) json.string(text);
  json.end();
}

void write_diagnostic(bytes::JsonWriter& json, const compile::Diagnostic& diagnostic) {
  json.object().key("warning").boolean(diagnostic.warning).key("code").string(diagnostic.code);
  json.key("kind").string(name(diagnostic.kind)).key("rule").string(diagnostic.rule);
  json.key("subject").string(diagnostic.subject).key("case");
  if (diagnostic.which == compile::kNoCase) {
    json.null();
  } else {
    json.integer(diagnostic.which);
  }
  json.key("line").integer(diagnostic.line).key("column").integer(diagnostic.column);
  json.key("length").integer(diagnostic.length).key("source").string(diagnostic.source);
  json.key("what").string(diagnostic.what).key("expected").string(diagnostic.expected);
  json.key("hint").string(diagnostic.hint).end();
}

}  // namespace

std::string_view name(rules::RuleKind kind) {
  switch (kind) {
    case rules::RuleKind::metric: return "metric";
    case rules::RuleKind::segment: return "segment";
    case rules::RuleKind::decision: return "decision";
    case rules::RuleKind::trigger: return "trigger";
    case rules::RuleKind::observed: return "observed";
    case rules::RuleKind::inferred: return "inferred";
    case rules::RuleKind::filter: return "filter";
    case rules::RuleKind::measure: return "measure";
  }
  return {};
}

void write_manifest(bytes::JsonWriter& json, const rules::Manifest& manifest) {
  json.object().key("events").array();
  for (const auto& entry : manifest.events) {
    json.object()
        .key("event")
        .string(entry.event)
        .key("purpose")
        .string(purpose_name(entry.purpose));
    write_texts(json, "fields", entry.fields);
    json.key("days").number(static_cast<double>(entry.window) / static_cast<double>(rules::kDay));
    write_texts(json, "users", entry.users);
    json.end();
  }
  json.end().key("facts").array();
  for (const auto& fact : manifest.facts) {
    json.object().key("name").string(fact.name).key("purpose").string(purpose_name(fact.purpose));
    write_texts(json, "users", fact.users);
    json.end();
  }
  json.end().end();
}

void write_rules(bytes::JsonWriter& json, const rules::Program& program) {
  json.array();
  for (const auto& rule : program.rules) {
    json.object().key("kind").string(name(rule.kind));
    json.key("name").string(program.strings[rule.name]).end();
  }
  json.end();
}

std::string describe(const compile::Compiled& compiled) {
  bytes::JsonWriter json;
  json.object().key("ok").boolean(compiled.ok()).key("diagnostics").array();
  for (const auto& diagnostic : compiled.diagnostics) write_diagnostic(json, diagnostic);
  json.end();
  write_manifest(json.key("manifest"), compiled.manifest);
  write_rules(json.key("rules"), compiled.program);
  json.end();
  return json.text();
}

}  // namespace etalage::train
