// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/triggers.h"

#include <algorithm>

namespace etalage::engine {
namespace {

const profile::Firings* firings_of(const profile::Profile& profile, std::string_view trigger) {
  for (const auto& firings : profile.firings()) {
    if (profile.text(firings.trigger) == trigger) return &firings;
  }
  return nullptr;
}

bool is_within_cap(const rules::Rule& rule, const profile::Firings* firings, std::int64_t now) {
  if (firings == nullptr || rule.cap_count == 0) return true;
  const auto recent = [&](std::int64_t time) { return time > now - rule.cap_window; };
  const auto fired = std::count_if(firings->times.begin(), firings->times.end(), recent);
  return static_cast<std::uint64_t>(fired) < rule.cap_count;
}

}  // namespace

std::vector<profile::Record> due_triggers(const rules::Evaluator& evaluator,
                                          const profile::Profile& profile,
                                          std::span<const std::uint32_t> triggers,
                                          std::int64_t now) {
  std::vector<profile::Record> records;
  const auto& program = evaluator.program();
  for (const auto i : triggers) {
    const auto& rule = program.rules[i];
    const auto& name = program.strings[rule.name];
    const auto* firings = firings_of(profile, name);
    const bool armed = firings == nullptr || firings->armed;
    const bool fires = evaluator.holds(i) && armed && is_within_cap(rule, firings, now);
    const bool left = !evaluator.holds(i) && !armed;
    if (!fires && !left) continue;
    profile::Record record;
    record.type = fires ? profile::RecordType::trigger : profile::RecordType::trigger_left;
    record.time = now;
    record.name = name;
    records.push_back(std::move(record));
  }
  return records;
}

}  // namespace etalage::engine
