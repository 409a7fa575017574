// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "compile/expansion.h"

#include "compile/vocabulary.h"

namespace etalage::compile {
namespace {

using rules::Function;
using rules::Type;

Node aggregate(const Node& at, Function function, std::string_view event, std::string_view field,
               Type type) {
  Node node;
  node.kind = NodeKind::aggregate;
  node.span = at.span;
  node.type = type;
  node.function = function;
  node.event = event;
  node.text = field;
  return node;
}

Node since(const Node& at, Node time) {
  Node now;
  now.kind = NodeKind::reference;
  now.span = at.span;
  now.type = Type::time;
  now.scope = "now";
  Node node;
  node.kind = NodeKind::arithmetic;
  node.span = at.span;
  node.type = Type::duration;
  node.op = '-';
  node.children.push_back(std::move(now));
  node.children.push_back(std::move(time));
  return node;
}

}  // namespace

std::optional<Node> expansion(const Node& reference) {
  if (reference.kind != NodeKind::reference) return {};
  const auto& name = reference.text;
  if (reference.scope == "cart") {
    if (name == "count") return aggregate(reference, Function::count, kCartEvent, "", Type::number);
    const auto* field = name == "value" ? "revenue" : "quantity";
    return aggregate(reference, Function::sum, kCartEvent, field, Type::number);
  }
  if (reference.scope != "visit") return {};
  constexpr std::string_view kStart = "session_start";
  if (name == "number") return aggregate(reference, Function::count, kStart, "", Type::number);
  if (name == "channel") return aggregate(reference, Function::last, kStart, "channel", Type::text);
  return since(reference, aggregate(reference, Function::last, kStart, "time", Type::time));
}

}  // namespace etalage::compile
