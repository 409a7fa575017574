// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "rules/formats.h"

#include <limits>

#include "rules/formats_archive.h"
#include "rules/verify.h"

namespace etalage::rules {

// A list of whole numbers, each a varint.
template <typename T>
struct Numbers {
  std::vector<T>& values;
};
template <typename T>
void member(bytes::OutputArchive& archive, Numbers<T>& numbers) {
  archive(cereal::make_size_tag(numbers.values.size()));
  for (const auto& value : numbers.values) member(archive, value);
}
template <typename T>
void member(bytes::InputArchive& archive, Numbers<T>& numbers) {
  std::size_t size = 0;
  archive(cereal::make_size_tag(size));
  numbers.values.resize(size);
  for (auto& value : numbers.values) member(archive, value);
}

template <typename Archive>
void serialize(Archive& archive, Instruction& it) {
  members(archive, it.op, it.a, it.b);
}
template <typename Archive>
void serialize(Archive& archive, Range& it) {
  members(archive, it.begin, it.end);
}
template <typename Archive>
void serialize(Archive& archive, TextTest& it) {
  Numbers<std::uint32_t> strings{it.strings};
  members(archive, it.match, it.ignore_case, strings);
}
template <typename Archive>
void serialize(Archive& archive, Selection& it) {
  members(archive, it.event, it.where, it.guard_field, it.guard_test);
}
template <typename Archive>
void serialize(Archive& archive, Aggregate& it) {
  members(archive, it.function, it.selection, it.field, it.type, it.window);
}
template <typename Archive>
void serialize(Archive& archive, Sequence& it) {
  members(archive, it.steps, it.last_is_absent, it.within);
}
template <typename Archive>
void serialize(Archive& archive, Interest& it) {
  members(archive, it.field, it.string);
}
template <typename Archive>
void serialize(Archive& archive, StatedFact& it) {
  Numbers<std::uint32_t> choices{it.choices};
  members(archive, it.name, it.type, it.expires, choices);
}
template <typename Archive>
void serialize(Archive& archive, Case& it) {
  members(archive, it.value, it.confidence);
}
template <typename Archive>
void serialize(Archive& archive, Rule& it) {
  members(archive, it.kind, it.type, it.purpose, it.name, it.label[0], it.label[1], it.code,
          it.cases, it.cap_count, it.cap_window);
}
template <typename Archive>
void serialize(Archive& archive, Program& it) {
  members(archive, it.retention, it.strings, it.numbers, it.events, it.fields, it.tests,
          it.aggregates, it.sequences, it.interests, it.facts, it.rules, it.code);
}
template <typename Archive>
void serialize(Archive& archive, ManifestEntry& it) {
  members(archive, it.event, it.purpose, it.fields, it.window, it.users);
}
template <typename Archive>
void serialize(Archive& archive, FactEntry& it) {
  members(archive, it.name, it.purpose, it.users);
}
template <typename Archive>
void serialize(Archive& archive, Manifest& it) {
  members(archive, it.events, it.facts);
}
template <typename Archive>
void serialize(Archive& archive, Span& it) {
  members(archive, it.begin, it.end);
}
template <typename Archive>
void serialize(Archive& archive, Sentence& it) {
  members(archive, it.op, it.index, it.say);
  for (auto& language : it.forms) members(archive, language[0], language[1], language[2]);
}
template <typename Archive>
void serialize(Archive& archive, Explanations& it) {
  members(archive, it.sources, it.spans, it.sentences);
}

std::vector<std::uint8_t> write_program(const Program& program) { return bytes::encode(program); }

Result<Program> read_program(std::span<const std::uint8_t> data) {
  auto program = bytes::decode<Program>(data);
  if (!program) return program;
  if (auto sound = verify(*program); !sound) return std::unexpected(sound.error());
  return program;
}

std::vector<std::uint8_t> write_manifest(const Manifest& manifest) {
  return bytes::encode(manifest);
}

Result<Manifest> read_manifest(std::span<const std::uint8_t> data) {
  return bytes::decode<Manifest>(data);
}

std::vector<std::uint8_t> write_explanations(const Explanations& explanations) {
  return bytes::encode(explanations);
}

Result<Explanations> read_explanations(std::span<const std::uint8_t> data) {
  return bytes::decode<Explanations>(data);
}

}  // namespace etalage::rules
