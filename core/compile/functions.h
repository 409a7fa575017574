// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The words of the grammar: functions of events, other calls, and words that can be no field's name.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "rules/program.h"

namespace etalage::compile {

struct FunctionName {
  std::string_view name;
  rules::Function function;
};

inline constexpr std::array<FunctionName, 10> kFunctions = {{
    {"count", rules::Function::count},
    {"sum", rules::Function::sum},
    {"avg", rules::Function::average},
    {"min", rules::Function::minimum},
    {"max", rules::Function::maximum},
    {"distinct", rules::Function::distinct},
    {"first", rules::Function::first},
    {"last", rules::Function::last},
    {"exists", rules::Function::exists},
    {"days_since", rules::Function::days_since},
}};

inline constexpr std::array<std::string_view, 9> kCalls = {"sequence",   "known",    "default",
                                                           "lower",      "interest", "strongest",
                                                           "confidence", "points",   "percentile"};

inline constexpr std::array<std::string_view, 12> kKeywords = {
    "and",   "or",     "not",  "in",    "between",     "contains",
    "where", "within", "then", "under", "starts_with", "ends_with"};

inline constexpr std::array<std::string_view, 12> kScopes = {
    "stated",   "observed", "inferred", "fact", "metric",  "segment",
    "decision", "cart",     "visit",    "page", "profile", "now"};

[[nodiscard]] constexpr std::optional<rules::Function> function_named(std::string_view name) {
  for (const auto& entry : kFunctions) {
    if (entry.name == name) return entry.function;
  }
  return {};
}

[[nodiscard]] constexpr std::string_view name_of(rules::Function function) {
  for (const auto& entry : kFunctions) {
    if (entry.function == function) return entry.name;
  }
  return "";
}

template <typename List>
[[nodiscard]] constexpr bool holds(const List& list, std::string_view name) {
  for (const auto& entry : list) {
    if (entry == name) return true;
  }
  return false;
}

}  // namespace etalage::compile
