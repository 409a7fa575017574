// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "train/pack_measures.h"

#include <cmath>

#include "measure/randomise.h"

namespace etalage::train {
namespace {

// Rounded up: what is charged is never less than what is spent.
std::uint32_t millionths(double epsilon) {
  return static_cast<std::uint32_t>(std::ceil(epsilon * 1e6));
}

}  // namespace

Result<measure::Measures> pack_measures(const compile::RuleSet& rule_set,
                                        const compile::Compiled& compiled) {
  constexpr double kMostWeek = 4000, kMostLifetime = 1e9;
  const auto is_budget = [](double value, double most) { return value >= 0 && value <= most; };
  if (!is_budget(rule_set.budget_week, kMostWeek) ||
      !is_budget(rule_set.budget_lifetime, kMostLifetime)) {
    return fail(Code::invalid_argument, "a budget: expected epsilon of 0 or more");
  }
  measure::Measures packed;
  packed.budget = {millionths(rule_set.budget_week),
                   static_cast<std::uint64_t>(rule_set.budget_lifetime * 1e6)};
  for (const auto& [name, slot, holdout, from, to, compare] : rule_set.experiments) {
    if (holdout > pack::kHoldoutUnit) {
      return fail(Code::invalid_argument, "a holdout of more than all shoppers");
    }
    packed.experiments.push_back(
        {name, slot, static_cast<std::uint16_t>(holdout), from, to, compare});
  }
  for (const auto& [source, series, rule, rows, by, columns, personal] : compiled.measures) {
    if (!(source->b >= 1 && source->a > source->b && source->a <= pack::kMaxRatio)) {
      return fail(Code::invalid_argument,
                  "a measure's epsilon: expected ln(a/b), 2^20 >= a > b >= 1");
    }
    if (source->days < 1 || source->days > pack::kMaxEpochDays) {
      return fail(Code::invalid_argument, "a measure's epoch: expected 1 to 366 days");
    }
    const auto across = source->by_rule                 ? pack::Across::rule
                        : source->by_experiment.empty() ? pack::Across::nothing
                                                        : pack::Across::experiment;
    packed.measures.push_back(
        {.name = source->name,
         .of = source->of,
         .series = series,
         .subject = source->personalise ? pack::Subject::personalise : pack::Subject::rule,
         .rule = rule,
         .across = across,
         .across_index = by,
         .rows = rows,
         .columns = columns,
         .mechanism = measure::better_mechanism(rows * columns, source->a, source->b),
         .a = source->a,
         .b = source->b,
         .cost = millionths(std::log(static_cast<double>(source->a) / source->b)),
         .days = source->days,
         .moment = source->at_epoch ? pack::Moment::epoch : pack::Moment::visit,
         .from = source->from,
         .to = source->to,
         .personal = personal});
  }
  if (packed.measures.size() > pack::kMaxMeasures ||
      packed.experiments.size() > pack::kMaxExperiments) {
    return fail(Code::invalid_argument, "at most 128 measures and 64 experiments");
  }
  return packed;
}

}  // namespace etalage::train
