// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Wording: windows, durations and conditions in words.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "compile/ast.h"
#include "compile/phrases.h"

namespace etalage::compile {

// "1 day", "2 uur".
[[nodiscard]] std::string duration_in_words(std::int64_t milliseconds, Language language);
// " in the last 30 days"; nothing for 0, which stands for all that is kept.
[[nodiscard]] std::string window_in_words(std::int64_t milliseconds, Language language);

// " in 'garden' of the brand 'Acme'": what a where says of its event, in words where it is simple enough, else as it is written.
// source: the expression that the condition stands in.
[[nodiscard]] std::string condition_in_words(std::string_view event, const Node& where,
                                             std::string_view source, Language language);

}  // namespace etalage::compile
