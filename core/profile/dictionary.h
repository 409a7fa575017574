// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Dictionary: texts by their place, and places by their text. Place 0 is the empty text; a text keeps its place.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace etalage::profile {

class Dictionary {
 public:
  Dictionary() { (void)place(""); }

  // The place of a text; a new one where it has none yet.
  std::uint32_t place(std::string_view text);
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view text) const;
  [[nodiscard]] const std::string& operator[](std::uint32_t place) const { return texts_[place]; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(texts_.size()); }

 private:
  [[nodiscard]] std::size_t rank(std::string_view text) const;

  std::vector<std::string> texts_;
  std::vector<std::uint32_t> sorted_;  // places, in the order of their texts
};

}  // namespace etalage::profile
