// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "profile/dictionary.h"

#include <algorithm>

namespace etalage::profile {

std::size_t Dictionary::rank(std::string_view text) const {
  const auto below = [&](std::uint32_t place, std::string_view key) { return texts_[place] < key; };
  const auto found = std::lower_bound(sorted_.begin(), sorted_.end(), text, below);
  return static_cast<std::size_t>(found - sorted_.begin());
}

std::optional<std::uint32_t> Dictionary::find(std::string_view text) const {
  const auto at = rank(text);
  if (at < sorted_.size() && texts_[sorted_[at]] == text) return sorted_[at];
  return std::nullopt;
}

std::uint32_t Dictionary::place(std::string_view text) {
  const auto at = rank(text);
  if (at < sorted_.size() && texts_[sorted_[at]] == text) return sorted_[at];
  const auto place = size();
  texts_.emplace_back(text);
  sorted_.insert(sorted_.begin() + static_cast<std::ptrdiff_t>(at), place);
  return place;
}

}  // namespace etalage::profile
