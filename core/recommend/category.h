// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Category paths, as "tools > drills > hammer drills".
#pragma once

#include <string_view>

namespace etalage::recommend {

// True for the path itself and everything below it; nothing lies under the empty path.
[[nodiscard]] inline bool under(std::string_view path, std::string_view parent) {
  if (parent.empty() || !path.starts_with(parent)) return false;
  return path.size() == parent.size() || path.substr(parent.size()).starts_with(" > ");
}

// The last step of the path.
[[nodiscard]] inline std::string_view leaf(std::string_view path) {
  const auto at = path.rfind(" > ");
  return at == std::string_view::npos ? path : path.substr(at + 3);
}

// The first step of the path.
[[nodiscard]] inline std::string_view top(std::string_view path) {
  return path.substr(0, path.find(" > "));
}

}  // namespace etalage::recommend
