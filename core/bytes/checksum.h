// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// checksum: XXH64 (Y. Collet, "xxHash fast digest algorithm", specification 0.1.1, XXH64 section).
//
// It guards packs, journal records and snapshots against rot, not against forgery. Each 8-byte lane enters through
// a bijection, so a change confined to one lane always changes the 64-bit result.
//
// Cost      about a byte per cycle or better; no allocation.
// Errors    none.
#pragma once

#include <cstdint>
#include <span>

namespace etalage::bytes {

[[nodiscard]] std::uint64_t checksum(std::span<const std::uint8_t> data, std::uint64_t seed = 0);

}  // namespace etalage::bytes
