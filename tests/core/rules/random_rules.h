// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Random rules: every construct of the language, nested, as a shop would write them.
#pragma once

#include <string>
#include <vector>

#include "compile/rule_set.h"
#include "support/random.h"

namespace etalage::test {

// Facts, and so many rules that refer to earlier ones only. Now and then one that the compiler refuses.
[[nodiscard]] compile::RuleSet random_rules(Random& random, std::size_t count);

inline const std::vector<std::string> kCategories{
    "tools",         "tools > drills",  "tools > saws",    "garden",
    "garden > pots", "Garden > Plants", "garden > plants", "paint"};
inline const std::vector<std::string> kBrands{"Gaard", "gaard", "Bosch", "Farrow", "\u00c9clat"};
inline const std::vector<std::string> kItems{"i0", "i1", "i2", "i3", "i4", "i5"};
inline const std::vector<std::string> kTerms{"drill", "clay pot", "pot", "Drill bits", "paint"};

template <typename T>
const T& any_of(Random& random, const std::vector<T>& list) {
  return list[random.below(static_cast<std::uint32_t>(list.size()))];
}

}  // namespace etalage::test
