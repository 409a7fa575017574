// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "compile/measures.h"

#include <algorithm>
#include <set>
#include <string>

#include "bytes/checksum.h"
#include "bytes/reader.h"
#include "compile/names.h"
#include "compile/needs.h"

namespace etalage::compile {
namespace {

using rules::RuleKind;

constexpr std::uint32_t kMaxBuckets = 256;

class Measures {
 public:
  Measures(const RuleSet& rule_set, const Checked& checked)
      : rule_set_(rule_set), checked_(checked), names_(rule_set), places_(checked.rules.size()) {
    for (std::uint32_t place = 0; place < checked.order.size(); ++place) {
      places_[checked.order[place]] = place;
    }
  }

  CompiledMeasures run() {
    for (const auto& source : rule_set_.measures) add(source);
    return std::move(out_);
  }

 private:
  void add(const MeasureSource& source) {
    CompiledMeasure measure{.source = &source};
    bytes::Writer definition;
    for (const auto& text : {source.name, source.of, source.by_experiment}) definition.string(text);
    for (const auto number : {source.a, source.b, source.days}) definition.varint(number);
    definition.varint(source.at_epoch ? 1 : 0);
    definition.number(source.from);
    definition.number(source.to);
    std::set<std::uint32_t> seen;
    if (!source.personalise &&
        !add_rule(source, source.name, measure.rule, measure.rows, measure, definition, seen))
      return;
    if (source.by_rule) {
      if (!add_rule(source, source.name + " by", measure.by, measure.columns, measure, definition,
                    seen))
        return;
    } else if (!source.by_experiment.empty() && !add_experiment(source, measure, definition)) {
      return;
    }
    const auto buckets = std::uint64_t{measure.rows} * measure.columns;
    if (buckets < 2 || buckets > kMaxBuckets) {
      return refuse(source, std::to_string(buckets) + " answers", "2 to 256");
    }
    measure.series = bytes::checksum(definition.take());
    out_.measures.push_back(measure);
  }

  bool add_rule(const MeasureSource& source, const std::string& name, std::uint32_t& place,
                std::uint32_t& cases, CompiledMeasure& measure, bytes::Writer& definition,
                std::set<std::uint32_t>& seen) {
    const auto index = names_.rule(RuleKind::measure, name);
    if (!index) {
      refuse(source, "no rule " + name, "a rule of kind measure that gives its answers");
      return false;
    }
    place = places_[*index];
    cases = static_cast<std::uint32_t>(rule_set_.rules[*index].cases.size());
    measure.personal = measure.personal || is_personal(checked_, *index);
    define(*index, definition, seen);
    return true;
  }

  bool add_experiment(const MeasureSource& source, CompiledMeasure& measure,
                      bytes::Writer& definition) {
    const auto& all = rule_set_.experiments;
    const auto found = std::find_if(all.begin(), all.end(), [&](const ExperimentSource& it) {
      return it.name == source.by_experiment;
    });
    if (found == all.end()) {
      refuse(source, "no experiment " + source.by_experiment, "one that is declared");
      return false;
    }
    measure.by = static_cast<std::uint32_t>(found - all.begin());
    measure.columns = 2;
    // Nobody is held out of what nobody gets.
    measure.personal = true;
    definition.string(found->slot);
    definition.varint(found->holdout);
    definition.number(found->from);
    definition.number(found->to);
    return true;
  }

  // A rule's own text, and that of all that it uses.
  void define(std::uint32_t index, bytes::Writer& definition, std::set<std::uint32_t>& seen) {
    if (!seen.insert(index).second) return;
    const auto& rule = rule_set_.rules[index];
    definition.varint(static_cast<std::uint64_t>(rule.kind));
    definition.string(rule.name);
    for (const auto& [value, expression, confidence] : rule.cases) {
      definition.string(value);
      definition.string(expression);
    }
    for (const auto used : checked_.rules[index].uses) define(used, definition, seen);
  }

  void refuse(const MeasureSource& source, std::string what, std::string expected) {
    out_.diagnostics.push_back(
        about("measure " + source.name, {"measure", {}, std::move(what), std::move(expected), ""}));
  }

  const RuleSet& rule_set_;
  const Checked& checked_;
  Names names_;
  std::vector<std::uint32_t> places_;  // in the program, of each rule
  CompiledMeasures out_;
};

}  // namespace

CompiledMeasures compile_measures(const RuleSet& rule_set, const Checked& checked) {
  return Measures(rule_set, checked).run();
}

}  // namespace etalage::compile
