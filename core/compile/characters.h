// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The characters that names and numbers are made of. Not those of <cctype>, which depend on where the build runs.
#pragma once

namespace etalage::compile {

[[nodiscard]] constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

[[nodiscard]] constexpr bool begins_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

[[nodiscard]] constexpr bool continues_name(char c) { return begins_name(c) || is_digit(c); }

}  // namespace etalage::compile
