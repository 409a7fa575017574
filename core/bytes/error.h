// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Error: what every part of the core returns when it cannot do what was asked. Errors are values; nothing
// in the core throws past core/bytes.
//
// A code never changes its meaning or its number: logs, tests and JavaScript rely on it. `detail` says what was
// wrong and what was expected, in English, for a developer; a shopper never sees it. Details are literals and a place is a
// number, so that an error costs nothing to pass on: strings here would cost a page 1.3 kB.
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

namespace etalage {

enum class Code : std::uint8_t {
  ok = 0,
  truncated = 1,         // the input ends before what it announces
  bad_magic = 2,         // not the kind of file or record that was expected
  bad_version = 3,       // written by a newer, incompatible release
  bad_checksum = 4,      // the bytes are not those that were written
  malformed = 5,         // well framed, but its content breaks a rule of the format
  too_large = 6,         // over a documented limit
  invalid_argument = 7,  // the caller passed something outside the contract
  switched_off = 8,      // the pack carries the kill switch
  out_of_memory = 9,
};

// The code's stable name, as JavaScript shows it: "truncated", "bad-magic", ...
[[nodiscard]] std::string_view name(Code code);

inline constexpr std::uint32_t kNoPlace = 0xFFFFFFFF;

struct Error {
  Code code = Code::malformed;
  const char* detail = "";         // a literal
  std::uint32_t where = kNoPlace;  // the row, session, version, ... that `detail` speaks of
};

// "code: detail (where)", as JavaScript gets it.
[[nodiscard]] std::string describe(const Error& error);

template <typename T>
using Result = std::expected<T, Error>;

[[nodiscard]] inline std::unexpected<Error> fail(Code code, const char* detail,
                                                 std::uint32_t where = kNoPlace) {
  return std::unexpected<Error>(Error{code, detail, where});
}

}  // namespace etalage
