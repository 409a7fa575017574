// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// One function that names the members of a type serves both ways: `members(archive, a, b, c)` writes or reads each in the form
// that formats.h gives its type.
#pragma once

#include <cereal/types/string.hpp>
#include <cereal/types/vector.hpp>
#include <type_traits>

#include "bytes/archive.h"

namespace etalage::rules {

template <typename T>
void member(bytes::OutputArchive& archive, const T& value) {
  if constexpr (std::is_enum_v<T> || std::is_same_v<T, bool>) {
    archive(static_cast<std::uint8_t>(value));
  } else if constexpr (std::is_integral_v<T>) {
    const auto number = static_cast<std::uint64_t>(value);
    archive(bytes::varint(number));
  } else {
    archive(value);
  }
}

template <typename T>
void member(bytes::InputArchive& archive, T& value) {
  if constexpr (std::is_enum_v<T> || std::is_same_v<T, bool>) {
    std::uint8_t number = 0;
    archive(number);
    value = static_cast<T>(number);
  } else if constexpr (std::is_integral_v<T>) {
    std::uint64_t number = 0;
    auto coded = bytes::varint(number);
    archive(coded);
    if (number > static_cast<std::uint64_t>(std::numeric_limits<T>::max())) {
      throw cereal::Exception("");
    }
    value = static_cast<T>(number);
  } else {
    archive(value);
  }
}

template <typename Archive, typename... T>
void members(Archive& archive, T&... values) {
  (member(archive, values), ...);
}

}  // namespace etalage::rules
