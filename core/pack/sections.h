// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Sections: a pack's header and table, checked and taken apart.
//
// Errors    truncated, bad_magic, bad_version, bad_checksum, malformed.
// Lifetime  the spans lie inside the bytes given.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "bytes/error.h"
#include "pack/format.h"

namespace etalage::pack {

struct SectionView {
  Tag tag = 0;
  std::uint32_t count = 0;
  std::uint32_t offset = 0;
  std::span<const std::uint8_t> data;
};

struct Sections {
  std::uint16_t major = 0;
  std::uint16_t minor = 0;
  bool off = false;
  bool children = false;
  std::vector<SectionView> views;  // in the order of the table
};

[[nodiscard]] Result<Sections> read_sections(std::span<const std::uint8_t> data);

}  // namespace etalage::pack
