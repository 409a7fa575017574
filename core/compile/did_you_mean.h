// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// did_you_mean: the name that somebody who mistyped one most probably meant.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace etalage::compile {

// The closest of the names, the first of equals; empty where none is close. A letter too many, too few or wrong, or two that
// are swapped, are one step each; close is one step for every three letters.
[[nodiscard]] std::string_view closest(std::string_view name,
                                       std::span<const std::string_view> names);

// `did you mean "..."?`, or nothing.
[[nodiscard]] std::string suggestion(std::string_view name,
                                     std::span<const std::string_view> names);

// "a, b, c"; of many only the first few.
[[nodiscard]] std::string listed(std::span<const std::string_view> names);

}  // namespace etalage::compile
