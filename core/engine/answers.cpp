// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// What the rules say.
#include <algorithm>

#include "bytes/json.h"
#include "engine/engine.h"
#include "rules/explain.h"
#include "rules/formats.h"

namespace etalage::engine {

using rules::RuleKind;

namespace {

std::optional<RuleKind> kind_named(std::string_view name) {
  if (name == "metric") return RuleKind::metric;
  if (name == "segment") return RuleKind::segment;
  if (name == "decision") return RuleKind::decision;
  if (name == "trigger") return RuleKind::trigger;
  return std::nullopt;
}

void write_names(bytes::JsonWriter& json, const char* key, std::vector<std::string> names) {
  std::sort(names.begin(), names.end());
  json.key(key).array();
  for (const auto& name : names) json.string(name);
  json.end();
}

}  // namespace

std::string Engine::rule_name(std::uint32_t rule) const {
  return program_.strings[program_.rules[rule].name];
}

Result<std::string> Engine::update(double now, std::int32_t offset) {
  const auto time = whole_milliseconds(now);
  if (!time) return std::unexpected(time.error());
  auto* const rules = evaluator();
  if (rules == nullptr) return R"({"changed":false,"entered":[],"left":[],"triggers":[]})";
  constexpr std::int32_t kLargestOffset = 18 * 60;
  rules->update({*time, std::clamp(offset, -kLargestOffset, kLargestOffset)});
  records_.clear();
  std::vector<std::string> entered;
  std::vector<std::string> left;
  for (std::uint32_t rule = 0; rule < program_.rules.size(); ++rule) {
    if (program_.rules[rule].kind != RuleKind::segment) continue;
    const bool holds = rules->holds(rule);
    if (holds == (in_segment_[rule] != 0)) continue;
    in_segment_[rule] = holds;
    (holds ? entered : left).push_back(rule_name(rule));
  }
  fired_.clear();
  if (profile_) {
    for (const auto& record : due_triggers(*rules, *profile_, *time)) {
      if (record.type == profile::RecordType::trigger) fired_.push_back(record.name);
      records_.insert(records_.begin(), keep(record));
    }
  }
  std::sort(fired_.begin(), fired_.end());
  bytes::JsonWriter json;
  json.object().key("changed").boolean(!rules->changed().empty());
  write_names(json, "entered", entered);
  write_names(json, "left", left);
  write_names(json, "triggers", fired_);
  json.end();
  return json.text();
}

std::vector<std::uint8_t> Engine::next_record() {
  if (records_.empty()) return {};
  auto record = std::move(records_.back());
  records_.pop_back();
  return record;
}

std::string Engine::values() {
  auto* const rules = evaluator();
  if (rules == nullptr) return R"({"segments":[],"metrics":{},"decisions":{}})";
  bytes::JsonWriter json;
  json.object();
  std::vector<std::string> segments;
  for (std::uint32_t rule = 0; rule < program_.rules.size(); ++rule) {
    if (program_.rules[rule].kind == RuleKind::segment && rules->holds(rule)) {
      segments.push_back(rule_name(rule));
    }
  }
  write_names(json, "segments", std::move(segments));
  const auto write_all = [&](const char* key, RuleKind kind) {
    json.key(key).object();
    for (std::uint32_t rule = 0; rule < program_.rules.size(); ++rule) {
      const auto value = rules->value(rule);
      if (program_.rules[rule].kind != kind || rules::is_missing(value)) continue;
      write_value(json.key(rule_name(rule)), *rules, program_.rules[rule].type, value);
    }
    json.end();
  };
  write_all("metrics", RuleKind::metric);
  write_all("decisions", RuleKind::decision);
  write_all("observed", RuleKind::observed);
  write_all("inferred", RuleKind::inferred);
  json.key("stated").object();
  if (profile_) {
    for (const auto& answer : profile_->answers()) {
      json.key(profile_->text(answer.fact)).array();
      for (const auto& value : answer.values) {
        if (value.is_text) {
          json.string(profile_->text(static_cast<std::uint32_t>(value.value)));
        } else {
          json.number(static_cast<double>(value.value) / static_cast<double>(profile::kUnit));
        }
      }
      json.end();
    }
  }
  json.end().end();
  return json.text();
}

std::string Engine::explain(const RuleRequest& request) {
  auto* const rules = evaluator();
  if (rules == nullptr) return "null";
  bytes::JsonWriter json;
  const auto kind = kind_named(request.kind);
  const auto explanations = rules::read_explanations(pack_->explanations());
  for (std::uint32_t rule = 0; rule < program_.rules.size(); ++rule) {
    if (!kind || program_.rules[rule].kind != *kind || rule_name(rule) != request.name) continue;
    const auto language =
        request.language == recommend::Language::nl ? rules::Language::nl : rules::Language::en;
    etalage::rules::explain(*rules, explanations.value_or(etalage::rules::Explanations{}), rule,
                            language, json);
    return json.text();
  }
  return "null";
}

}  // namespace etalage::engine
