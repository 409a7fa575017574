// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "measure/experiment.h"

#include <string>

namespace etalage::measure {
namespace {

constexpr std::uint32_t kOffset = 0x811C9DC5, kPrime = 0x01000193;

std::uint32_t fnv1a(std::string_view text, std::uint32_t hash = kOffset) {
  for (const char it : text) hash = (hash ^ static_cast<std::uint8_t>(it)) * kPrime;
  return hash;
}

}  // namespace

std::uint32_t hash_version_1(std::string_view seed, std::string_view value) {
  return fnv1a(seed, fnv1a(value)) % 1000;
}

std::uint32_t hash_version_2(std::string_view seed, std::string_view value) {
  return fnv1a(std::to_string(fnv1a(value, fnv1a(seed)))) % 10000;
}

bool is_held_out(const pack::Experiment& experiment, std::uint64_t secret) {
  char digits[16];
  for (std::uint32_t i = 0; i < 16; ++i)
    digits[i] = "0123456789abcdef"[secret >> (60 - 4 * i) & 15];
  static_assert(pack::kHoldoutUnit == 10000);
  return hash_version_2(experiment.name, {digits, 16}) < experiment.holdout;
}

}  // namespace etalage::measure
