// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// RuledShopper: a shopper of the garden shop with rules of its own.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "compile/compile.h"
#include "compile/rule_set_builder.h"
#include "engine/shoppers.h"
#include "recommend/needs.h"
#include "rules/formats.h"
#include "train/pack_measures.h"

namespace etalage::test {

// The garden shop, with the rules in its pack.
inline pack::Contents ruled_shop(const compile::RuleSet& rules) {
  auto contents = garden_shop_with({});
  const auto compiled = compile::compile(rules);
  for (const auto& problem : compiled.diagnostics) {
    EXPECT_TRUE(problem.warning) << problem.rule << ": " << problem.what;
  }
  contents.retention_days = static_cast<std::uint32_t>(rules.retention / kDay);
  contents.program = rules::write_program(compiled.program);
  contents.rules = static_cast<std::uint32_t>(compiled.program.rules.size());
  contents.manifest = rules::write_manifest(compiled.manifest);
  contents.explanations = rules::write_explanations(compiled.explanations);
  contents.refused = compiled.refused;
  if (!compiled.measures.empty()) {
    contents.measures = measure::write_measures(train::pack_measures(rules, compiled).value());
  }
  return contents;
}

inline engine::GivenField given(std::string key, std::string text) {
  return {std::move(key), true, 0, std::move(text)};
}
inline engine::GivenField given(std::string key, double number) {
  return {std::move(key), false, number, {}};
}

struct RuledShopper : Shopper {
  explicit RuledShopper(const RuleSetBuilder& rules) : Shopper(ruled_shop(rules.set)) {
    engine->allow(true, true);
  }

  // An event with fields of its own, and items with fields of theirs.
  Bytes tell(std::string name, engine::GivenFields fields,
             std::vector<engine::GivenFields> items = {}, double now = kNow) {
    return exact(*engine->track({std::move(name), "", std::move(fields), std::move(items)}, now));
  }
  Bytes say(std::string fact, engine::GivenFields values, double now = kNow) {
    return exact(*engine->answer({std::move(fact), std::move(values)}, now));
  }
  Json update(double now = kNow) { return parsed_json(*engine->update(now, 0)); }
  Json values(double now = kNow) {
    (void)update(now);
    return parsed_json(engine->values());
  }
  Ids segments(double now = kNow) { return values(now)["segments"].texts(); }
  double metric(const std::string& name, double now = kNow) {
    const auto all = values(now);
    return all["metrics"][name].number;
  }
  Json explain(std::string kind, std::string name,
               recommend::Language language = recommend::Language::en) {
    return parsed_json(engine->explain({std::move(kind), std::move(name), language}));
  }
  // The profile as another page finds it, under another pack.
  void move_to(RuledShopper& other) { EXPECT_TRUE(other.engine->restore(*engine->snapshot(kNow))); }

  static Json parsed_json(const std::string& text) {
    auto json = Json::parse(text);
    EXPECT_TRUE(json) << text;
    return json.value_or(Json{});
  }
};

}  // namespace etalage::test
