// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "profile/record.h"

#include <cereal/types/string.hpp>
#include <cereal/types/vector.hpp>

#include "bytes/archive.h"
#include "bytes/frame.h"

namespace etalage::profile {

template <typename Archive>
void save(Archive& archive, const Record& record) {
  const auto kind = record.type == RecordType::event ? record.kind : EventKind{};
  archive(static_cast<std::uint8_t>(record.type), record.time, static_cast<std::uint8_t>(kind),
          static_cast<std::uint8_t>(record.transaction.has_value()));
  if (record.transaction) archive(*record.transaction);
  archive(record.items);
}

template <typename Archive>
void load(Archive& archive, Record& record) {
  std::uint8_t type = 0;
  std::uint8_t kind = 0;
  std::uint8_t has_transaction = 0;
  archive(type, record.time, kind, has_transaction);
  record.type = static_cast<RecordType>(type);
  record.kind = static_cast<EventKind>(kind);
  if (has_transaction != 0) {
    std::uint64_t transaction = 0;
    archive(transaction);
    record.transaction = transaction;
  }
  archive(record.items);
}

namespace {

constexpr std::uint8_t kVersion = 1;

bool known(const Record& record) {
  if (record.items.size() > kMaxItems) return false;
  if (record.time < 0 || record.time > kLatestTime) return false;
  if (record.type == RecordType::cart) return true;
  return record.type == RecordType::event && !name(record.kind).empty();
}

}  // namespace

std::vector<std::uint8_t> encode_record(const Record& record) {
  return bytes::frame('E', kVersion, bytes::encode(record));
}

Result<Record> decode_record(std::span<const std::uint8_t> data) {
  const auto content = bytes::unframe('E', kVersion, data);
  if (!content) return std::unexpected(content.error());
  auto record = bytes::decode<Record>(*content);
  if (record && !known(*record)) {
    return fail(Code::malformed, "a journal record of a kind that version 1 does not have");
  }
  return record;
}

}  // namespace etalage::profile
