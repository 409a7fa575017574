// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// What the rules say.
#include <algorithm>

#include "bytes/insert_once.h"
#include "bytes/json.h"
#include "engine/engine.h"
#include "engine/write_cell.h"
#include "rules/explain.h"

namespace etalage::engine {

using rules::RuleKind;

namespace {

constexpr auto kNothingNew = R"({"changed":false,"entered":[],"left":[],"triggers":[]})";

std::optional<RuleKind> kind_named(std::string_view name) {
  if (name == "metric") return RuleKind::metric;
  if (name == "segment") return RuleKind::segment;
  if (name == "decision") return RuleKind::decision;
  if (name == "trigger") return RuleKind::trigger;
  return std::nullopt;
}

}  // namespace

const std::string& Engine::rule_name(std::uint32_t rule) const {
  return program_.strings[program_.rules[rule].name];
}

std::string Engine::use_of(std::uint32_t rule) const {
  switch (program_.rules[rule].kind) {
    case RuleKind::segment: return "segment " + rule_name(rule);
    case RuleKind::decision: return "decision " + rule_name(rule);
    case RuleKind::trigger: return "trigger " + rule_name(rule);
    case RuleKind::observed:
    case RuleKind::inferred: return "fact " + rule_name(rule);
    default: return {};
  }
}

void Engine::bring_up_to_date(std::int64_t now, std::int32_t offset) {
  constexpr std::int32_t kLargestOffset = 18 * 60;
  clock_ = {now, std::clamp(offset, -kLargestOffset, kLargestOffset)};
  evaluator_->update(clock_);
  if (evaluator_->changed().empty()) return;
  news_ = true;
  ++state_;
}

Result<std::string> Engine::update(double now, std::int32_t offset) {
  const auto time = whole_milliseconds(now);
  if (!time) return std::unexpected(time.error());
  auto* const running = evaluator();
  if (running == nullptr) return kNothingNew;
  bring_up_to_date(*time, offset);
  records_.clear();
  given_ = 0;
  fired_.clear();
  std::vector<profile::Record> due;
  if (profile_) due = due_triggers(*running, *profile_, triggers_, *time);
  const bool changed = news_;
  news_ = false;
  if (!changed && due.empty()) return kNothingNew;
  bytes::JsonWriter json;
  json.object().key("changed").boolean(changed);
  std::vector<std::string_view> names[2];  // of segments that were left, and entered
  for (const auto rule : segments_) {
    const bool is_in = running->holds(rule);
    if (!changed || in_segment_[rule] == is_in) continue;
    in_segment_[rule] = is_in;
    bytes::insert_once(names[is_in], std::string_view(rule_name(rule)));
  }
  json.key("entered").array();
  for (const auto name : names[1]) json.string(name);
  json.end().key("left").array();
  for (const auto name : names[0]) json.string(name);
  json.end();
  json.key("triggers").array();
  for (const auto& record : due) {
    if (record.type == profile::RecordType::trigger) {
      json.string(record.name);
      fired_.push_back(record.name);
    }
    records_.push_back(keep(record));
  }
  json.end().end();
  return json.text();
}

std::vector<std::uint8_t> Engine::next_record() {
  if (given_ == records_.size()) return {};
  return std::move(records_[given_++]);
}

std::string Engine::values() {
  auto* const running = evaluator();
  if (running == nullptr) return R"({"segments":[],"metrics":{},"decisions":{}})";
  bytes::JsonWriter json;
  json.object().key("segments").array();
  for (const auto rule : segments_) {
    if (running->holds(rule)) json.string(rule_name(rule));
  }
  json.end();
  const auto write_all = [&](const char* key, RuleKind kind) {
    json.key(key).object();
    for (std::uint32_t rule = 0; rule < program_.rules.size(); ++rule) {
      const auto value = running->value(rule);
      if (program_.rules[rule].kind != kind || rules::is_missing(value)) continue;
      write_value(json.key(rule_name(rule)), *running, program_.rules[rule].type, value);
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
      write_answer_values(json.key(profile_->text(answer.fact)), *profile_, answer);
    }
  }
  json.end().end();
  return json.text();
}

std::string Engine::explain(const RuleRequest& request) {
  auto* const running = evaluator();
  if (running == nullptr) return "null";
  bytes::JsonWriter json;
  const auto kind = kind_named(request.kind);
  const rules::ExplanationView explanations(pack_->explanations());
  for (std::uint32_t rule = 0; rule < program_.rules.size(); ++rule) {
    if (!kind || program_.rules[rule].kind != *kind || rule_name(rule) != request.name) continue;
    rules::explain(*running, explanations, rule, in_words(request.language), json);
    return json.text();
  }
  return "null";
}

}  // namespace etalage::engine
