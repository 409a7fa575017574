// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// guard_of: something about a text that a condition demands of an item or its event, and that is quick to look up.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compile/ast.h"

namespace etalage::compile {

struct Guard {
  std::string field;
  rules::Match match = rules::Match::equals;
  bool ignore_case = false;
  std::vector<std::string> texts;  // one of them has to match
};

// The one that most probably rules out an event: equality before a list before the rest. Empty: nothing is demanded.
[[nodiscard]] std::optional<Guard> guard_of(const Node& where);

}  // namespace etalage::compile
