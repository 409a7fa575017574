// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// compare: two numbers by the operator of a rule. Nothing is less than, equal to or unequal to what is missing.
#pragma once

#include "rules/program.h"

namespace etalage::rules {

[[nodiscard]] inline bool compare(Op op, double a, double b) {
  switch (op) {
    case Op::less: return a < b;
    case Op::less_equal: return a <= b;
    case Op::greater: return a > b;
    case Op::greater_equal: return a >= b;
    case Op::equal: return a == b;
    default: return a < b || a > b;  // not equal, and neither is missing
  }
}

}  // namespace etalage::rules
