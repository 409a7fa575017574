// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// What the compiler has to know of UTF-8: whether a text is that, and how many characters it has.
#pragma once

#include <cstddef>
#include <string_view>

namespace etalage::compile {

// The first byte that belongs to no character; npos where there is none. Surrogates and overlong forms are no characters.
[[nodiscard]] std::size_t invalid_utf8(std::string_view text);

// Characters of a text; each byte that belongs to none counts as one.
[[nodiscard]] std::size_t characters(std::string_view text);

}  // namespace etalage::compile
