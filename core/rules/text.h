// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// How rules compare texts. Bytes are UTF-8 by convention; what is not is compared as it is.
#pragma once

#include <string>
#include <string_view>

#include "rules/program.h"

namespace etalage::rules {

// A to Z and the capital letters of Latin-1 and Latin Extended-A become small; the rest stays.
[[nodiscard]] std::string lower(std::string_view text);

// Whether a text matches a pattern. `under`: paths, their elements split at ">" and trimmed; the path itself is under itself, an empty
// path only under itself. REQUIRES: match is not one_of, which is `equals` for each of a list.
[[nodiscard]] bool matches(Match match, std::string_view text, std::string_view pattern);

// The first element of a path: of "tools > drills" it is "tools".
[[nodiscard]] std::string_view first_element(std::string_view path);

}  // namespace etalage::rules
