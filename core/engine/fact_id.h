// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Ids of facts, as view() tells them and forget() takes them.
#pragma once

#include <string>
#include <string_view>

#include "profile/subject.h"

namespace etalage::engine {

// "view_item:85123A"; of a text that is no product: "search:search_term=lamp".
[[nodiscard]] inline std::string fact_id(const profile::Profile& profile,
                                         const profile::Subject& subject) {
  const auto field = subject.field.empty() ? std::string() : std::string(subject.field) + "=";
  return std::string(subject.event) + ":" + field + profile.text(subject.text);
}
// "stated:skill"
[[nodiscard]] inline std::string stated_id(std::string_view fact) {
  return "stated:" + std::string(fact);
}

}  // namespace etalage::engine
