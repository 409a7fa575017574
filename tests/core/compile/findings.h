// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// findings: what a check found, a line each, so that tests can say what they expect.
#pragma once

#include <string>
#include <vector>

#include "compile/diagnostic.h"

namespace etalage::test {

// "rule-type segment a 1:5+3 what | expected | hint"; empty parts are left out, and the place where there is none.
[[nodiscard]] inline std::string finding(const compile::Diagnostic& found) {
  static constexpr const char* kKinds[] = {"",        "metric",   "segment",  "decision",
                                           "trigger", "observed", "inferred", "slot"};
  std::string text = (found.warning ? "warning " : "") + found.code + " ";
  text += found.subject.empty()
              ? std::string(kKinds[static_cast<std::size_t>(found.kind)]) + " " + found.rule
              : found.subject;
  if (found.which != compile::kNoCase) text += "[" + std::to_string(found.which) + "]";
  if (!found.source.empty() || found.length != 0) {
    text += " " + std::to_string(found.line) + ":" + std::to_string(found.column) + "+" +
            std::to_string(found.length);
  }
  text += " " + found.what;
  if (!found.expected.empty()) text += " | " + found.expected;
  if (!found.hint.empty()) text += " | " + found.hint;
  return text;
}

[[nodiscard]] inline std::string findings(const std::vector<compile::Diagnostic>& list) {
  std::string text;
  for (const auto& found : list) text += (text.empty() ? "" : "\n") + finding(found);
  return text;
}

}  // namespace etalage::test
