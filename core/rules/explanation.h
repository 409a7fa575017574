// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Explanations: what turns a rule's run into words. Compiled beside the program and read only when somebody asks why.
//
// A sentence speaks of one thing that a rule asked (an aggregate, a sequence, an answer, another rule), whatever came of it:
// "You looked at {} products in 'garden' in the last 30 days". {} stands for the value.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "rules/program.h"

namespace etalage::rules {

// How the value is said where {} stands.
enum class Say : std::uint8_t { number = 1, text, days, money, percent };

struct Sentence {
  Op op = Op::missing;      // what it speaks of: the instructions with this op ...
  std::uint32_t index = 0;  // ... and this b
  Say say = Say::number;
  // English, Dutch; each: where the value is 0, false or missing; where it is 1 or true; otherwise.
  std::string forms[2][3];
};

struct Span {
  std::uint32_t begin = 0;  // bytes of the rule's source
  std::uint32_t end = 0;
};

struct Explanations {
  std::vector<std::string>
      sources;  // one a rule of the program: its expression; the cases of a decision a line each
  std::vector<Span>
      spans;  // one an instruction of the program, in its rule's (or its aggregate's rule's) source
  std::vector<Sentence> sentences;  // sorted by op, then index
};

}  // namespace etalage::rules
