// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// A frame: what every stored piece of a profile is wrapped in, so that rot and newer releases are told apart before
// anything is decoded.
//
//   byte 0      kind, a letter ('E' journal record, 'S' snapshot)
//   byte 1      version of the content
//   bytes 2..5  low 32 bits of checksum(content, seed = kind + 256 * version)
//   bytes 6..   content
//
// Errors    unframe: truncated (shorter than a frame), bad_magic (another kind), bad_version (newer than `newest`, or 0),
//           bad_checksum. A newer version is reported before its checksum is looked at: its rule may differ.
// Lifetime  the span that unframe returns lies inside its argument.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "bytes/error.h"

namespace etalage::bytes {

[[nodiscard]] std::vector<std::uint8_t> frame(char kind, std::uint8_t version,
                                              std::span<const std::uint8_t> content);
[[nodiscard]] Result<std::span<const std::uint8_t>> unframe(char kind, std::uint8_t newest,
                                                            std::span<const std::uint8_t> data);

}  // namespace etalage::bytes
