// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// What the shopper changes of the profile.
#include <algorithm>
#include <vector>

#include "engine/engine.h"
#include "engine/fact_id.h"

namespace etalage::engine {

std::string Engine::forget(const std::string& fact) {
  if (!profile_) return "false";
  ++state_;
  std::vector<profile::Subject> subjects;
  const auto look = [&](const profile::Event& event, std::string_view name) {
    for (const auto& subject : profile::subjects_of(*profile_, event, name)) {
      const bool known = std::find(subjects.begin(), subjects.end(), subject) != subjects.end();
      if (!known && fact_id(*profile_, subject) == fact) subjects.push_back(subject);
    }
  };
  for (const auto& event : profile_->events()) look(event, profile_->name(event));
  look(profile_->cart(), profile::kCartName);
  bool changed = false;
  for (const auto& subject : subjects) changed |= profile_->forget(subject);
  std::vector<std::string> answers;
  for (const auto& answer : profile_->answers()) answers.push_back(profile_->text(answer.fact));
  for (const auto& name : answers) {
    if (stated_id(name) == fact) changed |= profile_->forget_answer(name);
  }
  return changed ? "true" : "false";
}

void Engine::put_in_order() {
  if (!profile_) return;
  ++state_;
  profile_->put_in_order();
}

}  // namespace etalage::engine
