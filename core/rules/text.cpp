// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "rules/text.h"

namespace etalage::rules {
namespace {

std::string_view trim(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

// Takes the first element off a path.
std::string_view take_element(std::string_view& path) {
  const auto end = path.find('>');
  const auto element = trim(path.substr(0, end));
  path = end == std::string_view::npos ? std::string_view{} : path.substr(end + 1);
  return element;
}

bool under(std::string_view path, std::string_view above) {
  if (trim(above).empty()) return trim(path).empty();
  while (!above.empty()) {
    if (path.empty() || take_element(path) != take_element(above)) return false;
  }
  return true;
}

// The small letter of a two-byte character; the same where it has none.
unsigned small_letter(unsigned point) {
  if (point >= 0xC0 && point <= 0xDE && point != 0xD7) return point + 0x20;
  if (point == 0x178) return 0xFF;
  // In Latin Extended-A capital and small letters alternate; which comes first changes twice.
  const bool even =
      (point >= 0x100 && point <= 0x137 && point != 0x130) || (point >= 0x14A && point <= 0x177);
  const bool odd = (point >= 0x139 && point <= 0x148) || (point >= 0x179 && point <= 0x17E);
  if (even && point % 2 == 0) return point + 1;
  if (odd && point % 2 == 1) return point + 1;
  return point;
}

}  // namespace

std::string lower(std::string_view text) {
  std::string result(text);
  for (std::size_t i = 0; i < result.size(); ++i) {
    const auto byte = static_cast<unsigned char>(result[i]);
    if (byte >= 'A' && byte <= 'Z') {
      result[i] = static_cast<char>(byte + 32);
    } else if (byte >= 0xC3 && byte <= 0xC5 && i + 1 < result.size()) {
      const auto next = static_cast<unsigned char>(result[i + 1]);
      if ((next & 0xC0) != 0x80) continue;
      const auto point = small_letter((byte & 0x1FU) << 6 | (next & 0x3FU));
      result[i] = static_cast<char>(0xC0 | point >> 6);
      result[++i] = static_cast<char>(0x80 | (point & 0x3F));
    }
  }
  return result;
}

bool matches(Match match, std::string_view text, std::string_view pattern) {
  switch (match) {
    case Match::equals:
    case Match::one_of: return text == pattern;
    case Match::contains: return text.find(pattern) != std::string_view::npos;
    case Match::starts_with: return text.starts_with(pattern);
    case Match::ends_with: return text.ends_with(pattern);
    case Match::under: return under(text, pattern);
  }
  return false;
}

std::string_view first_element(std::string_view path) { return take_element(path); }

}  // namespace etalage::rules
