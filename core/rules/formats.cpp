// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "rules/formats.h"

#include "rules/formats_members.h"
#include "rules/verify.h"

namespace etalage::rules {

std::uint64_t MemberReader::whole(std::uint64_t largest) {
  const auto value = in_.varint();
  if (value <= largest) return value;
  refused_ = true;
  in_.stop();
  return 0;
}

Result<void> MemberReader::outcome() const {
  if (refused_) return fail(Code::malformed, "a number of the rules is out of its range");
  if (in_.failed()) return fail(Code::truncated, "the rules end early");
  if (!in_.finished()) return fail(Code::malformed, "bytes remain behind the rules");
  return {};
}

template <typename Visit>
void members(Visit& visit, Range& it) {
  visit(it.begin, it.end);
}
template <typename Visit>
void members(Visit& visit, TextTest& it) {
  visit(it.match, it.ignore_case, it.strings);
}
template <typename Visit>
void members(Visit& visit, Selection& it) {
  visit(it.event, it.where, it.guard_field, it.guard_test);
}
template <typename Visit>
void members(Visit& visit, Aggregate& it) {
  visit(it.function, it.selection, it.field, it.type, it.window);
}
template <typename Visit>
void members(Visit& visit, Sequence& it) {
  visit(it.steps, it.last_is_absent, it.within);
}
template <typename Visit>
void members(Visit& visit, Interest& it) {
  visit(it.field, it.string);
}
template <typename Visit>
void members(Visit& visit, StatedFact& it) {
  visit(it.name, it.type, it.expires, it.choices);
}
template <typename Visit>
void members(Visit& visit, Case& it) {
  visit(it.value, it.confidence);
}
template <typename Visit>
void members(Visit& visit, Rule& it) {
  visit(it.kind, it.type, it.purpose, it.name, it.label[0], it.label[1], it.code, it.cases,
        it.cap_count, it.cap_window);
}
template <typename Visit>
void members(Visit& visit, Instruction& it) {
  visit(it.op, it.a, it.b);
}
template <typename Visit>
void members(Visit& visit, Program& it) {
  visit(it.retention, it.strings, it.numbers, it.events, it.fields, it.lists, it.tests,
        it.aggregates, it.steps, it.sequences, it.interests, it.facts, it.cases, it.rules, it.code);
}
template <typename Visit>
void members(Visit& visit, ManifestEntry& it) {
  visit(it.event, it.purpose, it.fields, it.window, it.users);
}
template <typename Visit>
void members(Visit& visit, FactEntry& it) {
  visit(it.name, it.purpose, it.users);
}
template <typename Visit>
void members(Visit& visit, Manifest& it) {
  visit(it.events, it.facts);
}

namespace {

template <typename T>
std::vector<std::uint8_t> write(const T& value) {
  MemberWriter out;
  out(value);
  return out.take();
}

template <typename T>
Result<T> read(std::span<const std::uint8_t> data) {
  MemberReader in(data);
  Result<T> value;
  in(*value);
  if (auto outcome = in.outcome(); !outcome) value = std::unexpected(outcome.error());
  return value;
}

}  // namespace

std::vector<std::uint8_t> write_program(const Program& program) { return write(program); }

Result<Program> read_program(std::span<const std::uint8_t> data) {
  auto program = read<Program>(data);
  if (!program) return program;
  if (auto sound = verify(*program); !sound) program = std::unexpected(sound.error());
  return program;
}

std::vector<std::uint8_t> write_manifest(const Manifest& manifest) { return write(manifest); }

Result<Manifest> read_manifest(std::span<const std::uint8_t> data) { return read<Manifest>(data); }

std::vector<std::uint8_t> write_explanations(const Explanations& explanations) {
  bytes::Writer out;
  out.varint(explanations.spans.size());
  for (const auto& span : explanations.spans) {
    out.number(span.begin);
    out.number(span.end);
  }
  out.varint(explanations.sources.size());
  for (const auto& source : explanations.sources) out.string(source);
  out.varint(explanations.sentences.size());
  for (const auto& sentence : explanations.sentences) {
    out.varint(static_cast<std::uint64_t>(sentence.op));
    out.varint(sentence.index);
    out.varint(static_cast<std::uint64_t>(sentence.say));
    for (const auto& language : sentence.forms) {
      for (const auto& form : language) out.string(form);
    }
  }
  return out.take();
}

}  // namespace etalage::rules
