// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "bytes/error.h"

#include "bytes/json.h"

namespace etalage {

std::string_view name(Code code) {
  switch (code) {
    case Code::ok: return "ok";
    case Code::truncated: return "truncated";
    case Code::bad_magic: return "bad-magic";
    case Code::bad_version: return "bad-version";
    case Code::bad_checksum: return "bad-checksum";
    case Code::malformed: return "malformed";
    case Code::too_large: return "too-large";
    case Code::invalid_argument: return "invalid-argument";
    case Code::switched_off: return "switched-off";
    case Code::out_of_memory: return "out-of-memory";
  }
  return "malformed";
}

std::string describe(const Error& error) {
  std::string text(name(error.code));
  text += ": ";
  text += error.detail;
  if (error.where != kNoPlace) {
    text += " (";
    // std::to_string would bring a page 0.4 kB.
    text += bytes::JsonWriter().integer(error.where).text();
    text += ')';
  }
  return text;
}

}  // namespace etalage
