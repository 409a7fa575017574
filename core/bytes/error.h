// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Error: what every part of the core returns when it cannot do what was asked. Errors are values; nothing
// in the core throws past core/bytes.
//
// A code never changes its meaning or its number: logs, tests and JavaScript rely on it. `detail` says what was
// wrong and what was expected, in English, for a developer; a shopper never sees it.
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <utility>

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

struct Error {
  Code code = Code::malformed;
  std::string detail;
};

template <typename T>
using Result = std::expected<T, Error>;

[[nodiscard]] inline std::unexpected<Error> fail(Code code, std::string detail) {
  return std::unexpected<Error>(Error{code, std::move(detail)});
}

}  // namespace etalage
