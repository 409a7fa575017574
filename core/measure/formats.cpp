// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "measure/formats.h"

#include "bytes/reader.h"
#include "measure/randomise.h"

namespace etalage::measure {
namespace {

using bytes::Reader;
using pack::Experiment;
using pack::Measure;

// A number of a limited size; one that is larger makes the reader fail.
std::uint32_t number(Reader& in, std::uint64_t most) {
  const auto value = in.varint();
  if (value > most) in.stop();
  return static_cast<std::uint32_t>(value);
}

template <typename Enumeration>
Enumeration enumeration(Reader& in, Enumeration first, Enumeration last) {
  const auto value = in.number<std::uint8_t>();
  if (value < static_cast<std::uint8_t>(first) || value > static_cast<std::uint8_t>(last)) {
    in.stop();
  }
  return static_cast<Enumeration>(value);
}

std::int64_t time(Reader& in) {
  const auto value = in.number<std::int64_t>();
  if (value < 0) in.stop();
  return value;
}

Experiment read_experiment(Reader& in) {
  Experiment experiment;
  experiment.name = in.string();
  experiment.slot = in.string();
  experiment.holdout = in.number<std::uint16_t>();
  if (experiment.holdout > pack::kHoldoutUnit) in.stop();
  experiment.from = time(in);
  experiment.to = time(in);
  experiment.compare = in.string();
  return experiment;
}

bool is_sound(const Measure& measure, std::size_t experiments) {
  const bool experiment = measure.across == pack::Across::experiment;
  const auto buckets = std::uint64_t{measure.rows} * measure.columns;
  return buckets >= 2 && buckets <= pack::kMaxBuckets && measure.b >= 1 && measure.a > measure.b &&
         measure.days >= 1 && measure.cost > 0 &&
         measure.mechanism == better_mechanism(measure.buckets(), measure.a, measure.b) &&
         (measure.subject != pack::Subject::personalise || measure.rows == 2) &&
         (measure.across != pack::Across::nothing || measure.columns == 1) &&
         (!experiment || (measure.columns == 2 && measure.across_index < experiments));
}

Measure read_measure(Reader& in, std::size_t experiments) {
  using pack::Across, pack::Mechanism, pack::Moment, pack::Subject;
  Measure measure;
  measure.name = in.string();
  measure.of = in.string();
  measure.series = in.number<std::uint64_t>();
  measure.subject = enumeration(in, Subject::rule, Subject::personalise);
  measure.rule = number(in, UINT32_MAX);
  measure.across = enumeration(in, Across::nothing, Across::experiment);
  measure.across_index = number(in, UINT32_MAX);
  measure.rows = number(in, pack::kMaxBuckets);
  measure.columns = number(in, pack::kMaxBuckets);
  measure.mechanism = enumeration(in, Mechanism::randomised_response, Mechanism::unary_encoding);
  measure.a = number(in, pack::kMaxRatio);
  measure.b = number(in, pack::kMaxRatio);
  measure.cost = number(in, UINT32_MAX);
  measure.days = number(in, pack::kMaxEpochDays);
  measure.moment = enumeration(in, Moment::visit, Moment::epoch);
  measure.from = time(in);
  measure.to = time(in);
  measure.personal = in.number<std::uint8_t>() != 0;
  if (!is_sound(measure, experiments)) in.stop();
  return measure;
}

}  // namespace

std::vector<std::uint8_t> write_measures(const Measures& measures) {
  bytes::Writer out;
  out.varint(measures.budget.week);
  out.varint(measures.budget.lifetime);
  out.varint(measures.experiments.size());
  for (const auto& experiment : measures.experiments) {
    out.string(experiment.name);
    out.string(experiment.slot);
    out.number(experiment.holdout);
    out.number(experiment.from);
    out.number(experiment.to);
    out.string(experiment.compare);
  }
  out.varint(measures.measures.size());
  for (const auto& measure : measures.measures) {
    out.string(measure.name);
    out.string(measure.of);
    out.number(measure.series);
    out.number(static_cast<std::uint8_t>(measure.subject));
    out.varint(measure.rule);
    out.number(static_cast<std::uint8_t>(measure.across));
    for (const auto value : {measure.across_index, measure.rows, measure.columns})
      out.varint(value);
    out.number(static_cast<std::uint8_t>(measure.mechanism));
    for (const auto value : {measure.a, measure.b, measure.cost, measure.days}) out.varint(value);
    out.number(static_cast<std::uint8_t>(measure.moment));
    out.number(measure.from);
    out.number(measure.to);
    out.number(static_cast<std::uint8_t>(measure.personal ? 1 : 0));
  }
  return out.take();
}

Result<Measures> read_measures(std::span<const std::uint8_t> data) {
  Reader in(data);
  Measures measures;
  measures.budget.week = number(in, UINT32_MAX);
  measures.budget.lifetime = in.varint();
  const auto experiments = number(in, pack::kMaxExperiments);
  for (std::uint32_t i = 0; i < experiments && !in.failed(); ++i) {
    measures.experiments.push_back(read_experiment(in));
  }
  const auto count = number(in, pack::kMaxMeasures);
  for (std::uint32_t i = 0; i < count && !in.failed(); ++i) {
    measures.measures.push_back(read_measure(in, experiments));
  }
  if (in.finished()) return measures;
  return fail(Code::malformed, "section MEAS breaks the format");
}

}  // namespace etalage::measure
