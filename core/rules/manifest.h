// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Manifest: what may be kept of a shopper (promise P4): the events, the fields of each, for how long, and what for. It follows
// from the rules, slots and measures; the engine drops everything else at the door.
//
// Shape     one entry an event name and purpose, in the order of names; "cart" is the cart as it is now.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "rules/program.h"

namespace etalage::rules {

struct ManifestEntry {
  std::string event;
  Purpose purpose = Purpose::personalise;
  std::vector<std::string> fields;  // sorted, each once
  std::int64_t window = 0;          // milliseconds
  std::vector<std::string> users;  // what needs it: "segment loyal", "slot home"; sorted, each once
};

struct FactEntry {
  std::string name;
  Purpose purpose = Purpose::personalise;
  std::vector<std::string> users;
};

struct Manifest {
  std::vector<ManifestEntry> events;
  std::vector<FactEntry> facts;
};

}  // namespace etalage::rules
