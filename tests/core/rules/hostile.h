// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Runs whatever program read_program has accepted, in every way there is: over a profile that grows, at times that leap, with
// a page, without a profile, traced, and as a filter. Under the sanitizers it proves that no program leaves its tables.
#pragma once

#include "bytes/json.h"
#include "compile/compile.h"
#include "profile/histories.h"
#include "rules/evaluator.h"
#include "rules/explain.h"
#include "rules/random_rules.h"

namespace etalage::test {

struct AnyProduct : rules::ProductFields {
  [[nodiscard]] double field(std::uint16_t, rules::Type type) const override {
    return type == rules::Type::boolean ? 1 : type == rules::Type::text ? 0 : rules::kMissing;
  }
};

// `words`: explanations as they lie in a pack.
inline void run_anyhow(const rules::Program& program, const Bytes& words, std::uint64_t seed) {
  Random random(seed);
  const rules::ExplanationView explanations(words);
  rules::Evaluator evaluator(program);
  profile::Profile profile;
  std::int64_t time = kNow;
  const auto look = [&] {
    for (std::uint32_t rule = 0; rule < program.rules.size(); ++rule) {
      bytes::JsonWriter json;
      rules::explain(evaluator, explanations, rule, rules::Language::nl, json);
      if (program.rules[rule].kind == rules::RuleKind::filter) {
        (void)evaluator.passes(rule, AnyProduct{});
      }
    }
  };
  evaluator.update({kNow, 0});
  look();
  evaluator.attach(&profile);
  evaluator.allow(true, true);
  evaluator.set_page({"product", "p1", "tools > drills", "Gaard", "drill", 125000});
  for (int i = 0; i < 25; ++i) {
    profile.apply(random_record(random, time));
    static const std::int64_t leaps[] = {0, 1, 3600000, kDay, 40 * kDay, -kDay, 500 * kDay};
    evaluator.update({time + leaps[random.below(7)], static_cast<int>(random.below(1400)) - 700});
  }
  look();
  evaluator.attach(nullptr);
  evaluator.update({kNow, 0});
  look();
}

// A program of random rules, and what puts it into words. Empty where the compiler refuses the rules.
inline compile::Compiled random_program(std::uint64_t seed, std::size_t rules = 5) {
  Random random(seed);
  return compile::compile(random_rules(random, rules));
}

}  // namespace etalage::test
