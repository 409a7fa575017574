// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Tables: a program's tables while it is made. What is entered twice is stored once, so that equal aggregates, sequences, texts
// and conditions are shared by all rules.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "compile/ast.h"
#include "compile/code.h"
#include "compile/rule_set.h"
#include "rules/program.h"

namespace etalage::compile {

// What an entry was made of first.
struct Origin {
  Node node;
  std::string_view source;  // the expression that it stands in
};

class Tables {
 public:
  explicit Tables(rules::Program& program, std::vector<rules::Span>& spans)
      : program_(program), spans_(spans) {}

  std::uint32_t string(std::string_view text);
  std::uint32_t number(double value);
  std::uint16_t dimension(std::string_view name);  // a field that interest is asked in
  std::uint16_t event(std::string_view name);      // kCart for the cart
  std::uint16_t field(std::string_view name);
  std::uint32_t test(rules::Match match, bool ignore_case, const std::vector<std::string>& texts);
  std::uint32_t fact(const FactSource& fact);
  std::uint32_t interest(std::string_view field, std::string_view text);
  // Appends the code of a condition to the program, where no other is the same.
  rules::Range where(const Code& code);
  std::uint32_t aggregate(const rules::Aggregate& aggregate, const Origin& origin);
  std::uint32_t sequence(rules::Sequence sequence, const std::vector<rules::Selection>& steps,
                         const Origin& origin);

  // Of the aggregates and sequences of the program, in their order.
  [[nodiscard]] const std::vector<Origin>& aggregate_origins() const { return aggregate_origins_; }
  [[nodiscard]] const std::vector<Origin>& sequence_origins() const { return sequence_origins_; }

 private:
  rules::Range list(const std::vector<std::string>& texts);  // of the program's lists
  using SelectionKey = std::tuple<std::uint16_t, std::uint32_t, std::uint32_t>;
  static SelectionKey key(const rules::Selection& selection) {
    return {selection.event, selection.where.begin, selection.where.end};
  }

  rules::Program& program_;
  std::vector<rules::Span>& spans_;
  std::map<std::string, std::uint32_t, std::less<>> strings_, events_, fields_, facts_;
  std::map<std::uint64_t, std::uint32_t> numbers_;
  std::map<std::vector<std::uint32_t>, rules::Range> lists_;
  std::map<std::tuple<rules::Match, bool, std::uint32_t, std::uint32_t>, std::uint32_t> tests_;
  std::map<std::pair<std::uint16_t, std::uint32_t>, std::uint32_t> interests_;
  std::map<std::vector<std::uint64_t>, rules::Range> wheres_;
  std::map<std::tuple<rules::Function, SelectionKey, std::uint16_t, rules::Type, std::int64_t>,
           std::uint32_t>
      aggregates_;
  std::map<std::tuple<std::vector<SelectionKey>, bool, std::int64_t>, std::uint32_t> sequences_;
  std::vector<Origin> aggregate_origins_, sequence_origins_;
};

}  // namespace etalage::compile
