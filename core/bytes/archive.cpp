// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "bytes/archive.h"

namespace etalage::bytes {

std::uint64_t InputArchive::varint(std::uint64_t largest) {
  const auto value = in_.varint();
  if (value <= largest) return value;
  refused_ = true;
  in_.stop();
  return 0;
}

Result<void> InputArchive::outcome() const {
  if (refused_) return fail(Code::malformed, "a field is out of its range");
  if (in_.failed()) return fail(Code::truncated, "the content ends early");
  if (!in_.finished()) return fail(Code::malformed, "bytes remain after the last field");
  return {};
}

}  // namespace etalage::bytes
