// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// disassembly: a program's code in words, so that tests can say what they expect.
#pragma once

#include <string>

#include "rules/program.h"

namespace etalage::test {

// "aggregate 0; number 3; greater_equal": what stands in tables that hold plain values is shown instead of its index.
[[nodiscard]] std::string disassembly(const rules::Program& program, rules::Range range);

}  // namespace etalage::test
