// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Reader and Writer: little-endian numbers, varints and strings, one after the other, in a byte buffer. For formats
// that are read in place (the pack) and for calls across the WebAssembly boundary.
//
//   varint    LEB128, at most 10 bytes: 7 bits a byte, low bits first, high bit set where more follow
//   string    varint byte length, then the bytes (UTF-8 by convention, not checked)
//
// Errors    Reader is sticky: past the end, or after a varint that is too long, every read gives zero or an empty
//           view and failed() is true. Ask once, at the end.
// Lifetime  views that Reader returns live as long as the buffer it reads.
#pragma once

#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

namespace etalage::bytes {

class Reader {
 public:
  explicit Reader(std::span<const std::uint8_t> data) : data_(data) {}

  // Reads an integer or a floating-point number as it lies in memory.
  template <typename T>
  [[nodiscard]] T number() {
    static_assert(std::is_arithmetic_v<T>);
    T value{};
    copy(&value, sizeof(T));
    return value;
  }
  // The same for `size` bytes of any kind; leaves them as they are where so many do not follow.
  void copy(void* to, std::size_t size);

  [[nodiscard]] std::uint64_t varint();
  [[nodiscard]] std::string_view string();

  // A count that is followed by at least `each` bytes for every element; fails where so many cannot follow, so that
  // a caller may allocate for it.
  [[nodiscard]] std::uint32_t count(std::size_t each = 1);

  // The next `size` bytes, or an empty view.
  [[nodiscard]] std::span<const std::uint8_t> take(std::uint64_t size);

  [[nodiscard]] std::size_t remaining() const { return data_.size(); }
  [[nodiscard]] bool failed() const { return failed_; }
  // True where everything was read and nothing failed.
  [[nodiscard]] bool finished() const { return !failed_ && data_.empty(); }
  // Fails from here on: what was read is not what it should be.
  void stop() {
    failed_ = true;
    data_ = {};
  }

 private:
  std::span<const std::uint8_t> data_;
  bool failed_ = false;
};

class Writer {
 public:
  template <typename T>
  void number(T value) {
    static_assert(std::is_arithmetic_v<T>);
    append({reinterpret_cast<const std::uint8_t*>(&value), sizeof(T)});
  }

  void varint(std::uint64_t value);
  void string(std::string_view text);
  void append(std::span<const std::uint8_t> data);

  [[nodiscard]] std::size_t size() const { return out_.size(); }
  [[nodiscard]] std::vector<std::uint8_t> take() { return std::move(out_); }

 private:
  std::vector<std::uint8_t> out_;
};

}  // namespace etalage::bytes
