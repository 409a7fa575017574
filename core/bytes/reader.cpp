// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "bytes/reader.h"

namespace etalage::bytes {

std::span<const std::uint8_t> Reader::take(std::uint64_t size) {
  if (failed_ || size > data_.size()) {
    stop();
    return {};
  }
  const auto taken = data_.first(static_cast<std::size_t>(size));
  data_ = data_.subspan(static_cast<std::size_t>(size));
  return taken;
}

void Reader::copy(void* to, std::size_t size) {
  const auto raw = take(size);
  if (!failed_ && size > 0) std::memcpy(to, raw.data(), size);
}

std::uint64_t Reader::varint() {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64; shift += 7) {
    const auto byte = number<std::uint8_t>();
    if (failed_) return 0;
    const std::uint64_t bits = byte & 0x7Fu;
    if (shift == 63 && bits > 1) break;
    value |= bits << shift;
    if ((byte & 0x80u) == 0) return value;
  }
  stop();
  return 0;
}

std::string_view Reader::string() {
  const auto raw = take(varint());
  return {reinterpret_cast<const char*>(raw.data()), raw.size()};
}

std::uint32_t Reader::count(std::size_t each) {
  const auto value = varint();
  if (failed_ || value > data_.size() / each || value > UINT32_MAX) {
    stop();
    return 0;
  }
  return static_cast<std::uint32_t>(value);
}

void Writer::varint(std::uint64_t value) {
  for (; value >= 0x80; value >>= 7) number(static_cast<std::uint8_t>(value | 0x80u));
  number(static_cast<std::uint8_t>(value));
}

void Writer::append(std::span<const std::uint8_t> data) {
  out_.insert(out_.end(), data.begin(), data.end());
}

void Writer::string(std::string_view text) {
  varint(text.size());
  append({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
}

}  // namespace etalage::bytes
