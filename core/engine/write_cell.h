// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Values of the profile as JSON.
#pragma once

#include "bytes/json.h"
#include "profile/profile.h"

namespace etalage::engine {

void write_value(bytes::JsonWriter& json, const profile::Profile& profile,
                 const profile::Cell& cell);
// The values of an answer, as a list.
void write_answer_values(bytes::JsonWriter& json, const profile::Profile& profile,
                         const profile::Answer& answer);

}  // namespace etalage::engine
