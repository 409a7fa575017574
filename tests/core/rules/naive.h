// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The naive evaluator: what a rule means, as directly as it can be written down. It reads all records again for every rule,
// walks the rule's tree, keeps nothing, and shares no code with the evaluator that the product runs.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "compile/checker.h"
#include "profile/record.h"

namespace etalage::test {

struct Value {
  enum class Kind { missing, boolean, number, text, list };
  Kind kind = Kind::missing;
  double number = 0;  // of a boolean: 0 or 1
  std::string text;
  std::vector<std::string> list;

  [[nodiscard]] bool holds() const { return kind == Kind::boolean && number == 1; }
  [[nodiscard]] bool known() const { return kind != Kind::missing; }
  static Value missing() { return {}; }
  static Value boolean(bool value) { return {Kind::boolean, value ? 1.0 : 0.0, {}, {}}; }
  // What is not finite is missing.
  static Value of(double value);
  static Value of(std::string value) { return {Kind::text, 0, std::move(value), {}}; }
};

struct NaivePage {
  std::string type, item, category, brand, query;
  Value price;
};

struct NaiveWorld {
  const compile::RuleSet* rules = nullptr;
  const compile::Checked* checked = nullptr;
  std::vector<profile::Record> journal;
  NaivePage page;
  std::int64_t now = 0;
  int offset = 0;  // minutes
};

struct Outcome {
  Value value;
  double confidence = 0;  // 0: none
};

// What each rule of the set gives, in its order; filters give nothing.
[[nodiscard]] std::vector<Outcome> naive(const NaiveWorld& world);

}  // namespace etalage::test
