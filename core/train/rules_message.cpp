// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "train/rules_message.h"

#include "bytes/reader.h"

namespace etalage::train {
namespace {

using bytes::Reader;

std::string read_string(Reader& in) {
  const auto raw = in.take(in.number<std::uint32_t>());
  return {raw.begin(), raw.end()};
}

// Reads a list whose elements take at least `each` bytes; none where so many cannot follow, and the reader then fails.
template <typename Read>
auto read_list(Reader& in, std::size_t each, Read&& read) {
  std::vector<decltype(read(in))> list;
  const auto count = in.number<std::uint32_t>();
  if (count > in.remaining() / each) (void)in.take(in.remaining() + 1);
  for (std::uint32_t i = 0; i < count && !in.failed(); ++i) list.push_back(read(in));
  return list;
}

std::int64_t read_milliseconds(Reader& in) {
  constexpr double kLongest = 36525.0 * 86400000;
  const auto value = in.number<double>();
  return value > 0 && value <= kLongest ? static_cast<std::int64_t>(value) : 0;
}

// 0 where it is no time that a clock could show.
std::int64_t read_time(Reader& in) {
  constexpr double kLast = 8.64e15;
  const auto value = in.number<double>();
  return value > 0 && value <= kLast ? static_cast<std::int64_t>(value) : 0;
}

template <typename Enumeration>
Enumeration read_enumeration(Reader& in, Enumeration last) {
  const auto value = in.number<std::uint8_t>();
  if (value >= 1 && value <= static_cast<std::uint8_t>(last))
    return static_cast<Enumeration>(value);
  (void)in.take(in.remaining() + 1);
  return last;
}

compile::FactSource read_fact(Reader& in) {
  compile::FactSource fact;
  fact.name = read_string(in);
  fact.type = read_enumeration(in, rules::Type::list);
  fact.choices = read_list(in, 4, read_string);
  fact.expires = read_milliseconds(in);
  for (auto& ask : fact.ask) ask = read_string(in);
  return fact;
}

compile::CaseSource read_case(Reader& in) {
  compile::CaseSource source;
  source.value = read_string(in);
  source.expression = read_string(in);
  source.confidence = in.number<double>();
  return source;
}

compile::RuleSource read_rule(Reader& in) {
  compile::RuleSource rule;
  rule.kind = read_enumeration(in, rules::RuleKind::measure);
  rule.name = read_string(in);
  for (auto& label : rule.label) label = read_string(in);
  rule.purpose = read_enumeration(in, rules::Purpose::measure);
  rule.is_value = in.number<std::uint8_t>() != 0;
  rule.cap_count = in.number<std::uint32_t>();
  rule.cap_window = read_milliseconds(in);
  rule.cases = read_list(in, 16, read_case);
  return rule;
}

compile::FieldSource read_field(Reader& in) {
  auto name = read_string(in);
  return {std::move(name), read_enumeration(in, rules::Type::list)};
}

compile::EventSource read_event(Reader& in) {
  auto name = read_string(in);
  return {std::move(name), read_list(in, 5, read_field)};
}

compile::Distribution read_distribution(Reader& in) {
  auto name = read_string(in);
  return {std::move(name), read_list(in, 8, [](Reader& from) { return from.number<double>(); })};
}

compile::TextSource read_text(Reader& in) {
  compile::TextSource text;
  text.key = read_string(in);
  for (auto& words : text.words) words = read_string(in);
  return text;
}

compile::MeasureSource read_measure(Reader& in) {
  compile::MeasureSource measure;
  measure.name = read_string(in);
  measure.of = read_string(in);
  measure.personalise = in.number<std::uint8_t>() != 0;
  measure.by_rule = in.number<std::uint8_t>() != 0;
  measure.by_experiment = read_string(in);
  measure.a = in.number<std::uint32_t>();
  measure.b = in.number<std::uint32_t>();
  measure.days = in.number<std::uint32_t>();
  measure.at_epoch = in.number<std::uint8_t>() != 0;
  measure.from = read_time(in);
  measure.to = read_time(in);
  return measure;
}

compile::ExperimentSource read_experiment(Reader& in) {
  compile::ExperimentSource experiment;
  experiment.name = read_string(in);
  experiment.slot = read_string(in);
  experiment.holdout = in.number<std::uint32_t>();
  experiment.from = read_time(in);
  experiment.to = read_time(in);
  experiment.compare = read_string(in);
  return experiment;
}

}  // namespace

Result<compile::RuleSet> read_rules(std::span<const std::uint8_t> data) {
  Reader in(data);
  compile::RuleSet rule_set;
  rule_set.retention = read_milliseconds(in);
  rule_set.children = in.number<std::uint8_t>() != 0;
  rule_set.facts = read_list(in, 21, read_fact);
  rule_set.rules = read_list(in, 31, read_rule);
  rule_set.events = read_list(in, 8, read_event);
  rule_set.attributes = read_list(in, 5, read_field);
  rule_set.distributions = read_list(in, 8, read_distribution);
  rule_set.sensitive = read_list(in, 4, read_string);
  rule_set.allowed = read_list(in, 4, read_string);
  rule_set.texts = read_list(in, 12, read_text);
  rule_set.measures = read_list(in, 43, read_measure);
  rule_set.experiments = read_list(in, 32, read_experiment);
  rule_set.budget_week = in.number<double>();
  rule_set.budget_lifetime = in.number<double>();
  if (in.finished()) return rule_set;
  return fail(Code::malformed, "not a message of rules");
}

}  // namespace etalage::train
