// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "profile/record.h"

#include <cereal/types/string.hpp>
#include <cereal/types/vector.hpp>

#include "bytes/archive.h"
#include "bytes/frame.h"

namespace etalage::profile {

template <typename Archive>
void save(Archive& archive, const Field& field) {
  archive(field.name, static_cast<std::uint8_t>(field.is_text));
  if (field.is_text) {
    archive(field.text);
  } else {
    archive(field.number);
  }
}

template <typename Archive>
void load(Archive& archive, Field& field) {
  std::uint8_t is_text = 0;
  archive(field.name, is_text);
  field.is_text = is_text != 0;
  if (field.is_text) {
    archive(field.text);
  } else {
    archive(field.number);
  }
}

template <typename Archive>
void serialize(Archive& archive, Item& item) {
  archive(item.id, item.fields);
}

template <typename Archive>
void save(Archive& archive, const Record& record) {
  archive(static_cast<std::uint8_t>(record.type), record.time,
          static_cast<std::uint8_t>(record.kind));
  if (record.kind == EventKind::other) archive(record.name);
  archive(static_cast<std::uint8_t>(record.transaction.has_value()));
  if (record.transaction) archive(*record.transaction);
  archive(record.items, record.fields);
}

template <typename Archive>
void load(Archive& archive, Record& record) {
  std::uint8_t type = 0;
  std::uint8_t kind = 0;
  std::uint8_t has_transaction = 0;
  archive(type, record.time, kind);
  record.type = static_cast<RecordType>(type);
  record.kind = static_cast<EventKind>(kind);
  if (record.kind == EventKind::other) archive(record.name);
  archive(has_transaction);
  if (has_transaction != 0) {
    std::uint64_t transaction = 0;
    archive(transaction);
    record.transaction = transaction;
  }
  archive(record.items, record.fields);
}

namespace {

constexpr std::uint8_t kVersion = 1;

bool sound(const std::vector<Field>& fields) {
  for (const auto& field : fields) {
    if (field.name.size() > kMaxIdBytes || field.text.size() > kMaxTextBytes) return false;
    if (field.number < -kLargestNumber || field.number > kLargestNumber) return false;
  }
  return fields.size() <= kMaxFields;
}

bool sound(const Record& record) {
  if (record.items.size() > kMaxItems || record.name.size() > kMaxIdBytes) return false;
  if (record.time < 0 || record.time > kLatestTime) return false;
  std::size_t fields = record.fields.size();
  for (const auto& item : record.items) {
    if (!sound(item.fields) || item.id.size() > kMaxIdBytes) return false;
    fields += item.fields.size();
  }
  if (!sound(record.fields) || fields > kMaxFields) return false;
  const bool named = !record.name.empty();
  const bool numbered = !name(record.kind).empty();
  if (!numbered && record.kind != EventKind::other) return false;
  switch (record.type) {
    case RecordType::event: return named || numbered;
    case RecordType::cart: return !named && !numbered;
    case RecordType::fact:
    case RecordType::trigger:
    case RecordType::trigger_left: return named && record.items.empty();
  }
  return false;
}

}  // namespace

std::vector<std::uint8_t> encode_record(const Record& record) {
  return bytes::frame('E', kVersion, bytes::encode(record));
}

Result<Record> decode_record(std::span<const std::uint8_t> data) {
  const auto content = bytes::unframe('E', kVersion, data);
  if (!content) return std::unexpected(content.error());
  auto record = bytes::decode<Record>(*content);
  if (record && !sound(*record)) {
    return fail(Code::malformed, "a journal record of a kind that version 1 does not have");
  }
  return record;
}

}  // namespace etalage::profile
