// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Code: instructions on their way into a program, each with the piece of the rule that it came from.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "rules/explanation.h"
#include "rules/program.h"

namespace etalage::compile {

struct Code {
  std::vector<rules::Instruction> instructions;
  std::vector<rules::Span> spans;  // one an instruction
  std::string_view source;         // the expression that is made into code
  std::uint32_t offset = 0;        // where that begins in its rule's source

  void add(rules::Op op, rules::Span span, std::uint32_t b = 0, std::uint32_t a = 0) {
    instructions.push_back({op, static_cast<std::uint16_t>(a), b});
    spans.push_back({span.begin + offset, span.end + offset});
  }
  void append(const Code& other) {
    instructions.insert(instructions.end(), other.instructions.begin(), other.instructions.end());
    spans.insert(spans.end(), other.spans.begin(), other.spans.end());
  }
  [[nodiscard]] std::uint32_t size() const {
    return static_cast<std::uint32_t>(instructions.size());
  }
};

// The most values that lie on the stack at once. REQUIRES: jumps over operands only, as the emitter makes them.
[[nodiscard]] std::uint32_t stack_depth(const Code& code);

}  // namespace etalage::compile
