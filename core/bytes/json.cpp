// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "bytes/json.h"

namespace etalage::bytes {
namespace {

constexpr char kHex[] = "0123456789abcdef";
constexpr double kLargest = 9e12;

void append_digits(std::string& out, std::uint64_t value) {
  char digits[20];
  int count = 0;
  do {
    digits[count++] = static_cast<char>('0' + value % 10);
    value /= 10;
  } while (value > 0);
  while (count > 0) out += digits[--count];
}

}  // namespace

void JsonWriter::separate() {
  if (!first_) text_ += ',';
  first_ = false;
}

JsonWriter& JsonWriter::open(char left, char right) {
  separate();
  text_ += left;
  closers_ += right;
  first_ = true;
  return *this;
}

JsonWriter& JsonWriter::end() {
  text_ += closers_.back();
  closers_.pop_back();
  first_ = false;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  separate();
  quote(name);
  text_ += ':';
  first_ = true;
  return *this;
}

JsonWriter& JsonWriter::string(std::string_view text) {
  separate();
  quote(text);
  return *this;
}

JsonWriter& JsonWriter::number(double value) {
  if (!(value - value == 0)) return null();
  const bool negative = value < 0;
  double magnitude = negative ? -value : value;
  if (magnitude > kLargest) magnitude = kLargest;
  const auto millionths = static_cast<std::uint64_t>(magnitude * 1e6 + 0.5);
  separate();
  if (negative && millionths > 0) text_ += '-';
  append_digits(text_, millionths / 1000000);
  if (auto rest = millionths % 1000000; rest > 0) {
    text_ += '.';
    for (std::uint64_t place = 100000; rest > 0; place /= 10) {
      text_ += static_cast<char>('0' + rest / place);
      rest %= place;
    }
  }
  return *this;
}

JsonWriter& JsonWriter::integer(std::int64_t value) {
  separate();
  if (value < 0) text_ += '-';
  append_digits(
      text_, value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value));
  return *this;
}

JsonWriter& JsonWriter::boolean(bool value) {
  separate();
  text_ += value ? "true" : "false";
  return *this;
}

JsonWriter& JsonWriter::null() {
  separate();
  text_ += "null";
  return *this;
}

void JsonWriter::quote(std::string_view text) {
  text_ += '"';
  std::size_t done = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool is_sign = byte == '"' || byte == '\\';
    if (byte >= 0x20 && !is_sign) continue;
    text_ += text.substr(done, i - done);
    done = i + 1;
    text_ += is_sign ? "\\" : "\\u00";
    if (!is_sign) text_ += kHex[byte >> 4];
    text_ += is_sign ? text[i] : kHex[byte & 15];
  }
  text_ += text.substr(done);
  text_ += '"';
}

}  // namespace etalage::bytes
