// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// RuleSet: a shop's rules as its configuration has them: names, texts, and expressions not yet read.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "rules/program.h"

namespace etalage::compile {

struct CaseSource {
  std::string value;  // of a decision or a text fact; of a number fact its number, as text
  std::string
      expression;  // when the case holds; of a metric, segment, trigger or filter: the rule itself
  double confidence = 1;
};

struct RuleSource {
  rules::RuleKind kind = rules::RuleKind::segment;
  std::string name;
  std::string label[2];  // English, Dutch; empty: the name
  rules::Purpose purpose = rules::Purpose::personalise;
  std::vector<CaseSource> cases;  // one, but for decisions and for observed and inferred facts
  std::uint32_t cap_count = 0;
  std::int64_t cap_window = 0;  // milliseconds
  // An observed or inferred fact that is one expression instead of cases: its value is the fact's.
  bool is_value = false;
};

struct FactSource {
  std::string name;
  rules::Type type = rules::Type::text;  // text, number, boolean or list
  std::vector<std::string> choices;      // of text and list; empty: any
  std::int64_t expires = 0;              // milliseconds; 0: never
  std::string ask[2];                    // English, Dutch
};

struct FieldSource {
  std::string name;
  rules::Type type = rules::Type::text;  // text or number
};

struct EventSource {
  std::string name;
  std::vector<FieldSource> fields;
};

struct Distribution {
  std::string name;
  std::vector<double> values;
};

// A slot, as far as rules are concerned: what its strategies keep, for the manifest.
struct SlotNeed {
  std::string slot;
  std::string event;                // "view_item", "cart", ...
  std::vector<std::string> fields;  // "item_id", "transaction_id"
};

// What a shopper is shown, by what it is about: "fact skill", "choice skill=pro", "slot home".
struct TextSource {
  std::string key;
  std::string words[2];  // English, Dutch
};

// A measure. Its answers are the cases of the rule of kind measure that has its name; those that divide them once more are the
// cases of the rule "<name> by", or the arms of an experiment.
struct MeasureSource {
  std::string name;
  std::string of;  // as the configuration has it: "decision.lifecycle", "funnel"
  bool personalise =
      false;             // asks whether the shopper lets the shop personalise; it has no rule then
  bool by_rule = false;  // there is a rule "<name> by"
  std::string by_experiment;      // empty: none
  std::uint32_t a = 3, b = 1;     // epsilon is ln(a/b)
  std::uint32_t days = 7;         // of an epoch
  bool at_epoch = false;          // asked after a random deadline inside the epoch; else in a visit
  std::int64_t from = 0, to = 0;  // milliseconds since the Unix epoch; 0: no bound
};

struct ExperimentSource {
  std::string name;
  std::string slot;           // empty: every slot
  std::uint32_t holdout = 0;  // of 10,000 shoppers
  std::int64_t from = 0, to = 0;
  std::string compare;  // the name of an earlier one
};

struct RuleSet {
  std::int64_t retention = 0;  // milliseconds
  bool children = false;       // the audience: nothing may be personalised
  std::vector<FactSource> facts;
  std::vector<RuleSource> rules;
  std::vector<EventSource> events;      // that the shop declares, beside those everybody has
  std::vector<FieldSource> attributes;  // further columns of the catalogue
  std::vector<Distribution> distributions;
  std::vector<SlotNeed> slots;
  std::vector<TextSource> texts;
  std::vector<MeasureSource> measures;
  std::vector<ExperimentSource> experiments;
  double budget_week = 0, budget_lifetime = 0;  // epsilon that a shopper's answers may spend
  std::vector<std::string> sensitive;           // further terms that no rule may be about
  std::vector<std::string> allowed;  // terms of the list that this shop's rules may be about
};

}  // namespace etalage::compile
