// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The terms that no rule may be about unless the shop says that it must: what a shopper would not expect a shop to infer.
//
// They are looked for in shops that sell anything: a term is here only where it means nothing else in a shop for home, garden,
// tools, gifts, fashion or electronics. So there is "maternity" but not "union", "hearing aid" but not "aid".
#pragma once

#include <span>
#include <string_view>

namespace etalage::compile {

struct SensitiveTerms {
  std::string_view category;
  std::string_view terms;  // as rules/sensitive.h has them, separated by ", "
};

[[nodiscard]] std::span<const SensitiveTerms> sensitive_terms();

}  // namespace etalage::compile
