// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// What every fuzzer needs: a way to fail, and samples to begin with. A checksum keeps blind changes out, so each fuzzer
// tries its input as it is and again with the checksum repaired (support/repair.h).
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "support/damage.h"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

namespace etalage::fuzz {

using test::Bytes;

inline void require(bool holds) {
  if (!holds) std::abort();
}

// For LLVMFuzzerCustomMutator: a sample instead of nothing, and now and then; else libFuzzer's own changes.
template <typename Sample>
std::size_t mutate(std::uint8_t* data, std::size_t size, std::size_t most, unsigned seed,
                   Sample&& sample) {
  if (size > 8 && seed % 256 != 0) return LLVMFuzzerMutate(data, size, most);
  const Bytes bytes = sample(seed / 256);
  if (bytes.size() > most) return LLVMFuzzerMutate(data, size, most);
  std::copy(bytes.begin(), bytes.end(), data);
  return bytes.size();
}

}  // namespace etalage::fuzz
