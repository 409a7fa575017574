// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// code_of: how a call ended, as one value that tests can compare. Details are for people and may
// change.
#pragma once

#include <ostream>

#include "bytes/error.h"

namespace etalage {

inline void PrintTo(Code code, std::ostream* out) { *out << name(code); }

namespace test {

template <typename T>
[[nodiscard]] Code code_of(const Result<T>& result) {
  return result ? Code::ok : result.error().code;
}

}  // namespace test
}  // namespace etalage
