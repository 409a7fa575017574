// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/write_cell.h"

namespace etalage::engine {

void write_value(bytes::JsonWriter& json, const profile::Profile& profile,
                 const profile::Cell& cell) {
  if (cell.is_text) {
    json.string(profile.text(static_cast<std::uint32_t>(cell.value)));
  } else {
    json.number(static_cast<double>(cell.value) / static_cast<double>(profile::kUnit));
  }
}

void write_answer_values(bytes::JsonWriter& json, const profile::Profile& profile,
                         const profile::Answer& answer) {
  json.array();
  for (const auto& value : answer.values) write_value(json, profile, value);
  json.end();
}

}  // namespace etalage::engine
