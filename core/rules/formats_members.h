// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// MemberWriter and MemberReader: one function that names the members of a type serves both ways. `members(visit, it)` calls
// visit(it.a, it.b, ...), which writes or reads each in the form that formats.h gives its type.
#pragma once

#include <limits>
#include <string>
#include <type_traits>
#include <vector>

#include "bytes/error.h"
#include "bytes/reader.h"

namespace etalage::rules {

template <typename T>
inline constexpr bool kIsWhole = std::is_integral_v<T> || std::is_enum_v<T>;

class MemberWriter {
 public:
  template <typename... T>
  void operator()(const T&... values) {
    (put(values), ...);
  }
  [[nodiscard]] std::vector<std::uint8_t> take() { return out_.take(); }

 private:
  void put(double value) { out_.number(value); }
  void put(const std::string& value) { out_.string(value); }
  template <typename T>
  void put(const std::vector<T>& values) {
    out_.varint(values.size());
    for (const auto& value : values) put(value);
  }
  template <typename T>
  void put(const T& value) {
    if constexpr (kIsWhole<T>) {
      out_.varint(static_cast<std::uint64_t>(value));
    } else {
      members(*this, const_cast<T&>(value));  // it only looks
    }
  }

  bytes::Writer out_;
};

class MemberReader {
 public:
  explicit MemberReader(std::span<const std::uint8_t> data) : in_(data) {}

  template <typename... T>
  void operator()(T&... values) {
    (get(values), ...);
  }
  [[nodiscard]] Result<void> outcome() const;

 private:
  // A whole number up to `largest`; fails for a larger one.
  std::uint64_t whole(std::uint64_t largest);

  void get(double& value) { value = in_.number<double>(); }
  void get(std::string& value) { value = in_.string(); }
  template <typename T>
  void get(std::vector<T>& values) {
    values = std::vector<T>(in_.count());
    for (auto& value : values) get(value);
  }
  template <typename T>
  void get(T& value) {
    if constexpr (std::is_enum_v<T>) {
      value = static_cast<T>(whole(std::numeric_limits<std::underlying_type_t<T>>::max()));
    } else if constexpr (std::is_integral_v<T>) {
      value = static_cast<T>(whole(static_cast<std::uint64_t>(std::numeric_limits<T>::max())));
    } else {
      members(*this, value);
    }
  }

  bytes::Reader in_;
  bool refused_ = false;
};

}  // namespace etalage::rules
