// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// ValueParser: the part of the grammar that begins with a value: literals, references, aggregates, sequences and calls. What
// stands in brackets or after `where` is an expression again, which is the parser's (parser.cpp).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "compile/ast.h"
#include "compile/token_stream.h"

namespace etalage::compile {

// One function a line of the grammar (docs/rules.md). Each returns whether it could read `out`.
class ValueParser {
 public:
  explicit ValueParser(std::string_view text) : in_(text) {}
  virtual ~ValueParser() = default;
  ValueParser(const ValueParser&) = delete;
  ValueParser& operator=(const ValueParser&) = delete;

 protected:
  virtual bool expression(Node& out) = 0;

  bool primary(Node& out);
  // A text or a number, which may have a sign, as one more child.
  bool literal(Node& whole);
  // Gives a node its place: from `begin` to what was read last.
  bool close(Node& node, std::uint32_t begin);

  TokenStream in_;

 private:
  // An expression as one more child.
  bool expression_in(Node& whole);
  bool constant(Node& out);
  bool named(Node& out);
  bool reference(Node& out);
  bool name(std::string& out, rules::Span& span, const char* expected);
  bool call(Node& out);
  bool aggregate(Node& out);
  static std::string rest_of(const Node& aggregate);
  bool where(Node& out);
  bool within(Node& out);
  bool sequence(Node& out);
  bool known(Node& out);
  bool otherwise(Node& out);
  bool lower(Node& out);
  bool interest(Node& out);
  bool strongest(Node& out);
  bool confidence(Node& out);
  bool points(Node& out);
  bool percentile(Node& out);
  bool text(Node& out);
};

}  // namespace etalage::compile
