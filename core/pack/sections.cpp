// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "pack/sections.h"

#include <algorithm>

#include "bytes/checksum.h"
#include "bytes/reader.h"

namespace etalage::pack {

Result<Sections> read_sections(std::span<const std::uint8_t> data) {
  if (data.size() < kHeaderBytes) return fail(Code::truncated, "shorter than a pack's header");
  bytes::Reader in(data);
  if (in.number<std::uint32_t>() != tag("ETLG")) {
    return fail(Code::bad_magic, "not a pack: it does not begin with ETLG");
  }
  Sections result;
  result.major = in.number<std::uint16_t>();
  result.minor = in.number<std::uint16_t>();
  if (result.major != kMajor) {
    return fail(Code::bad_version,
                "a pack of a format that this release cannot read; it reads version 1",
                result.major);
  }
  const auto flags = in.number<std::uint32_t>();
  result.off = (flags & kFlagOff) != 0;
  result.children = (flags & kFlagChildren) != 0;
  const auto sections = in.number<std::uint32_t>();
  const auto size = in.number<std::uint64_t>();
  if (size > data.size()) return fail(Code::truncated, "the pack is cut off");
  if (size < data.size()) return fail(Code::malformed, "bytes follow the end of the pack");
  const auto seed = bytes::checksum(data.first(kHeaderBytes - sizeof(std::uint64_t)));
  if (in.number<std::uint64_t>() != bytes::checksum(data.subspan(kHeaderBytes), seed)) {
    return fail(Code::bad_checksum, "the pack is not what was written");
  }
  if (sections > kMaxSections || in.remaining() < sections * kEntryBytes) {
    return fail(Code::malformed, "the section table does not fit");
  }
  for (std::uint32_t i = 0; i < sections; ++i) {
    SectionView view;
    view.tag = in.number<Tag>();
    view.count = in.number<std::uint32_t>();
    view.offset = in.number<std::uint32_t>();
    const auto bytes = in.number<std::uint32_t>();
    if (view.offset < kHeaderBytes || view.offset > data.size() ||
        bytes > data.size() - view.offset) {
      return fail(Code::malformed, "a section lies outside the pack");
    }
    view.data = data.subspan(view.offset, bytes);
    const auto same = [&](const SectionView& other) { return other.tag == view.tag; };
    if (std::any_of(result.views.begin(), result.views.end(), same)) {
      return fail(Code::malformed, "a section appears twice");
    }
    result.views.push_back(view);
  }
  return result;
}

}  // namespace etalage::pack
