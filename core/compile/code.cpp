// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "compile/code.h"

#include <algorithm>

namespace etalage::compile {
namespace {

// By how much an instruction makes the stack grow.
int growth(rules::Op op) {
  using rules::Op;
  switch (op) {
    case Op::boolean:
    case Op::number:
    case Op::text:
    case Op::missing:
    case Op::field:
    case Op::event_time:
    case Op::aggregate:
    case Op::sequence:
    case Op::interest:
    case Op::strongest:
    case Op::rule:
    case Op::confidence:
    case Op::stated:
    case Op::context:
    case Op::holds: return 1;
    case Op::test:
    case Op::known:
    case Op::truth:
    case Op::negate:
    case Op::negation:
    case Op::skip_if_false:
    case Op::skip_if_true: return 0;
    case Op::between: return -2;
    default: return -1;
  }
}

}  // namespace

std::uint32_t stack_depth(const Code& code) {
  int depth = 0, most = 0;
  for (const auto& instruction : code.instructions) {
    depth += growth(instruction.op);
    most = std::max(most, depth);
  }
  return static_cast<std::uint32_t>(most);
}

}  // namespace etalage::compile
