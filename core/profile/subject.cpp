// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "profile/subject.h"

#include <algorithm>

namespace etalage::profile {

std::vector<Subject> subjects_of(const Profile& profile, const Event& event,
                                 std::string_view name) {
  std::vector<Subject> subjects;
  const auto add = [&](Subject subject) {
    if (std::find(subjects.begin(), subjects.end(), subject) == subjects.end()) {
      subjects.push_back(subject);
    }
  };
  for (const auto product : event.products) {
    if (product != 0) add({name, {}, product});
  }
  for (const auto& cell : event.cells) {
    const bool told = cell.item != Cell::kOfEvent && event.products[cell.item] != 0;
    if (cell.is_text && !told) {
      add({name, profile.text(cell.field), static_cast<std::uint32_t>(cell.value)});
    }
  }
  if (subjects.empty()) subjects.push_back({name, {}, 0});
  return subjects;
}

}  // namespace etalage::profile
