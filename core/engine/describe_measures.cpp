// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/describe_measures.h"

#include <cmath>

#include "bytes/json.h"
#include "engine/measure_words.h"
#include "engine/measuring.h"
#include "measure/channel.h"
#include "pack/pack.h"
#include "rules/formats.h"

namespace etalage::engine {
namespace {

using bytes::JsonWriter;

void write_words(JsonWriter& json, std::string_view value, std::string_view english,
                 std::string_view dutch) {
  json.object().key("value").string(value).key("en").string(english).key("nl").string(dutch).end();
}

void write_label(JsonWriter& json, const pack::Pack& pack, const char* kind,
                 const std::string& name) {
  json.key("label").object();
  for (const auto& [key, language] : {std::pair("en", 0U), std::pair("nl", 1U)}) {
    const auto words = pack.text(std::string(kind) + " " + name, language);
    json.key(key).string(words.empty() ? std::string_view(name) : words);
  }
  json.end();
}

void write_answers(JsonWriter& json, const pack::Pack& pack, const rules::Program& program,
                   const pack::Measure& measure) {
  json.key("rows").array();
  for (std::uint32_t row = 0; row < measure.rows; ++row) {
    write_words(json, row_value(program, measure, row), row_words(pack, program, measure, row, 0),
                row_words(pack, program, measure, row, 1));
  }
  json.end().key("columns").array();
  const auto columns = measure.across == pack::Across::nothing ? 0 : measure.columns;
  for (std::uint32_t column = 0; column < columns; ++column) {
    write_words(json, column_value(program, measure, column),
                column_words(pack, program, measure, column, 0),
                column_words(pack, program, measure, column, 1));
  }
  json.end();
}

void write_measure(JsonWriter& json, const pack::Pack& pack, const rules::Program& program,
                   const measure::Measures& all, const pack::Measure& measure) {
  const measure::Channel channel{measure.mechanism, measure.buckets(), measure.a, measure.b};
  json.object().key("name").string(measure.name).key("of").string(measure.of);
  json.key("series").string(series_text(measure.series));
  write_label(json, pack, "measure", measure.name);
  json.key("mechanism").string(channel.is_randomised_response() ? "k-rr" : "oue");
  json.key("a").integer(measure.a).key("b").integer(measure.b);
  json.key("epsilon").number(std::log(static_cast<double>(measure.a) / measure.b));
  json.key("p").number(channel.p()).key("q").number(channel.q());
  json.key("days").integer(measure.days);
  json.key("at").string(measure.moment == pack::Moment::visit ? "visit" : "epoch");
  json.key("from").integer(measure.from).key("to").integer(measure.to);
  json.key("personal").boolean(measure.personal).key("across");
  const bool by_experiment = measure.across == pack::Across::experiment;
  if (measure.across == pack::Across::nothing) {
    json.null();
  } else {
    json.string(by_experiment ? "experiment" : "rule");
  }
  json.key("experiment");
  json.string(by_experiment ? all.experiments[measure.across_index].name : std::string());
  write_answers(json, pack, program, measure);
  json.end();
}

// Whether a measure's rules are those of a program, with as many cases as it has answers.
bool fits(const pack::Measure& measure, const rules::Program& program) {
  const auto is_rule = [&](std::uint32_t rule, std::uint32_t cases) {
    return rule < program.rules.size() && program.rules[rule].kind == rules::RuleKind::measure &&
           program.rules[rule].cases.size() == cases;
  };
  return (measure.subject != pack::Subject::rule || is_rule(measure.rule, measure.rows)) &&
         (measure.across != pack::Across::rule || is_rule(measure.across_index, measure.columns));
}

}  // namespace

Result<measure::Measures> measures_in(std::span<const std::uint8_t> section,
                                      const rules::Program& program) {
  if (section.empty()) return measure::Measures{};
  auto measures = measure::read_measures(section);
  if (!measures) return measures;
  for (const auto& measure : measures->measures) {
    if (!fits(measure, program)) {
      return fail(Code::malformed, "a measure whose answers no rule of the pack gives");
    }
  }
  return measures;
}

Result<std::string> describe_measures(std::span<const std::uint8_t> data) {
  const auto pack = pack::Pack::open(data);
  if (!pack) return std::unexpected(pack.error());
  rules::Program program;
  if (!pack->program().empty()) {
    auto read = rules::read_program(pack->program());
    if (!read) return std::unexpected(read.error());
    program = std::move(*read);
  }
  const auto measures = measures_in(pack->measures(), program);
  if (!measures) return std::unexpected(measures.error());
  JsonWriter json;
  json.object().key("measures").array();
  for (const auto& measure : measures->measures) {
    write_measure(json, *pack, program, *measures, measure);
  }
  json.end().key("experiments").array();
  for (const auto& experiment : measures->experiments) {
    json.object().key("name").string(experiment.name).key("slot").string(experiment.slot);
    write_label(json, *pack, "experiment", experiment.name);
    json.key("holdout").number(static_cast<double>(experiment.holdout) / pack::kHoldoutUnit);
    json.key("from").integer(experiment.from).key("to").integer(experiment.to);
    json.key("compare").string(experiment.compare).end();
  }
  json.end().key("budget").object();
  json.key("week").number(measures->budget.week / 1e6);
  json.key("lifetime").number(static_cast<double>(measures->budget.lifetime) / 1e6);
  json.end().end();
  return json.text();
}

}  // namespace etalage::engine
