// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Json: a strict reader of JSON (RFC 8259) for tests: one value and nothing after it, no repeated
// member, no control character in a string.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace etalage::test {

struct Json {
  enum class Kind : std::uint8_t { null, boolean, number, string, array, object };
  Kind kind = Kind::null;
  bool boolean = false;
  double number = 0;
  std::string text;
  std::vector<Json> items;         // of an array, or an object's values
  std::vector<std::string> names;  // of an object's members, in order

  // Nothing where the text is not JSON.
  [[nodiscard]] static std::optional<Json> parse(std::string_view text);

  // The member of that name; a null value where there is none.
  [[nodiscard]] const Json& operator[](std::string_view name) const&;
  [[nodiscard]] Json operator[](std::string_view name) && { return std::as_const(*this)[name]; }
  [[nodiscard]] bool is_null() const { return kind == Kind::null; }
  [[nodiscard]] bool has(std::string_view name) const;
  // The texts of an array of strings.
  [[nodiscard]] std::vector<std::string> texts() const;
};

}  // namespace etalage::test
