// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Node: a rule's expression as a tree. The parser makes it; the checker fills in `type` and resolves names; the emitter and
// the tests' naive evaluator walk it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "rules/explanation.h"
#include "rules/program.h"

namespace etalage::compile {

enum class NodeKind : std::uint8_t {
  number,    // number
  text,      // text
  duration,  // number: milliseconds
  time,      // number: milliseconds since 1970
  boolean,   // number: 0 or 1
  field,     // text: its name; in where and filters
  reference,  // scope ("stated", "metric", "cart", ...), text: the name; scope "now", text "": the time
  aggregate,  // function, event, text: field or empty; children: where, if any; number: window in ms, 0 = none given
  sequence,   // children: steps; number: window in ms, 0 = none given
  step,       // event, negated: "no"; children: where, if any
  interest,   // scope: dimension, text: value
  strongest,  // scope: dimension
  confidence,  // scope: "inferred" or "observed", text: name
  percentile,  // text: distribution, number: p; the checker turns it into a number
  known,       // one child
  otherwise,   // default(x, y): two children
  lower,       // one child
  points,      // children: number, condition, number, condition, ...
  negate,      // one child
  arithmetic,  // op: '+' '-' '*' '/'; two children
  comparison,  // compare; two children
  between,     // three children: x, low, high; negated
  in,          // first child: x, then literals; negated
  match,       // match, all: contains all; first child: x, then text literals; negated
  both,        // and: two children
  either,      // or
  negation,    // not
};

enum class Compare : std::uint8_t { equal, not_equal, less, less_equal, greater, greater_equal };

struct Node {
  NodeKind kind = NodeKind::number;
  rules::Span span;  // bytes of the rule's text
  rules::Span event_span, text_span,
      number_span;  // where `event`, `text` and a window or `p` stand, if anywhere
  rules::Type type = rules::Type::boolean;  // valid after the check
  std::string scope;
  std::string text;
  std::string event;
  double number = 0;
  rules::Function function = rules::Function::count;
  Compare compare = Compare::equal;
  rules::Match match = rules::Match::equals;
  char op = 0;
  bool negated = false;
  bool all = false;
  std::vector<Node> children;
};

}  // namespace etalage::compile
