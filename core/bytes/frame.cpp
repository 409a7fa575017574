// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "bytes/frame.h"

#include "bytes/checksum.h"
#include "bytes/reader.h"

namespace etalage::bytes {
namespace {

constexpr std::size_t kHeader = 6;

std::uint32_t seal(char kind, std::uint8_t version, std::span<const std::uint8_t> content) {
  const auto seed = static_cast<std::uint64_t>(static_cast<unsigned char>(kind)) + 256u * version;
  return static_cast<std::uint32_t>(checksum(content, seed));
}

}  // namespace

std::vector<std::uint8_t> frame(char kind, std::uint8_t version,
                                std::span<const std::uint8_t> content) {
  Writer out;
  out.number(kind);
  out.number(version);
  out.number(seal(kind, version, content));
  out.append(content);
  return out.take();
}

Result<std::span<const std::uint8_t>> unframe(char kind, std::uint8_t newest,
                                              std::span<const std::uint8_t> data) {
  if (data.size() < kHeader) return fail(Code::truncated, "shorter than a frame");
  Reader in(data);
  if (in.number<char>() != kind) return fail(Code::bad_magic, "not the kind of record expected");
  const auto version = in.number<std::uint8_t>();
  if (version == 0 || version > newest) {
    return fail(Code::bad_version, "a record of a version that this release cannot read", version);
  }
  const auto sum = in.number<std::uint32_t>();
  const auto content = data.subspan(kHeader);
  if (sum != seal(kind, version, content)) {
    return fail(Code::bad_checksum, "the record is not what was written");
  }
  return content;
}

}  // namespace etalage::bytes
