// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// verify: whether a program keeps to the rules that the evaluator relies on. After it no run of the program can leave a table or
// the stack, loop, or take a number for a text: every index lies in its table, jumps go forwards and stay in their piece of
// code, each instruction finds the types it needs on the stack however it was reached, rules refer to earlier rules only, and
// the conditions of events read nothing but events.
//
// Errors    malformed (which table; the place in it), too_large.
// Cost      one pass.
#pragma once

#include "bytes/error.h"
#include "rules/program.h"

namespace etalage::rules {

[[nodiscard]] Result<void> verify(const Program& program);

}  // namespace etalage::rules
