// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Compares the evaluator with the naive one, on random rules, histories and times.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace etalage::test {

struct Differences {
  std::size_t triples = 0;  // rules, history, time
  std::size_t refused = 0;  // sets of rules that do not compile
  std::size_t accepted = 0;
  std::string first;  // the first difference, in words; empty: there is none
};

[[nodiscard]] Differences compare_with_naive(std::uint64_t seed, std::size_t sets,
                                             std::size_t steps);

}  // namespace etalage::test
