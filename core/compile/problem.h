// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Problem: the first thing that is wrong in one expression, before anybody knows which rule's it is.
#pragma once

#include <string>

#include "rules/explanation.h"

namespace etalage::compile {

struct Problem {
  std::string code;
  rules::Span span;  // bytes of the expression
  std::string what;  // as in Diagnostic
  std::string expected;
  std::string hint;
};

}  // namespace etalage::compile
