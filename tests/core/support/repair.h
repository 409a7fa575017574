// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// repair: puts the right checksum on damaged bytes, so that they get past the door and the decoder
// behind it is tested.
#pragma once

#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

#include "bytes/checksum.h"
#include "pack/format.h"

namespace etalage::test {

// Of a pack; also its size, which the door looks at first.
inline void repair_pack(std::vector<std::uint8_t>& data) {
  constexpr std::size_t kSizeAt = 16;
  constexpr std::size_t kSumAt = 24;
  if (data.size() < pack::kHeaderBytes) return;
  const std::uint64_t size = data.size();
  std::memcpy(data.data() + kSizeAt, &size, sizeof size);
  const std::span<const std::uint8_t> whole(data);
  const auto sum =
      bytes::checksum(whole.subspan(pack::kHeaderBytes), bytes::checksum(whole.first(kSumAt)));
  std::memcpy(data.data() + kSumAt, &sum, sizeof sum);
}

// Of a frame (bytes/frame.h).
inline void repair_frame(std::vector<std::uint8_t>& data) {
  constexpr std::size_t kSumAt = 2;
  constexpr std::size_t kContentAt = 6;
  if (data.size() < kContentAt) return;
  const std::uint64_t seed = data[0] + 256u * data[1];
  const auto sum = static_cast<std::uint32_t>(
      bytes::checksum(std::span<const std::uint8_t>(data).subspan(kContentAt), seed));
  std::memcpy(data.data() + kSumAt, &sum, sizeof sum);
}

}  // namespace etalage::test
