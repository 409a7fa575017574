// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "rules/sensitive.h"

#include <utility>

namespace etalage::rules {
namespace {

// The plain letters of U+00C0 to U+017F, a character each; '2' where two are needed, ' ' where it is no letter.
constexpr std::string_view kPlain =
    "aaaaaa2ceeeeiiiidnooooo ouuuuy22aaaaaa2ceeeeiiiidnooooo ouuuuy2y"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii22jjkkkllllllllllnnnnnnnnn"
    "oooooo22rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(kPlain.size() == 0x180 - 0xC0);

std::string_view two_letters(unsigned point) {
  switch (point) {
    case 0xC6:
    case 0xE6: return "ae";
    case 0xDE:
    case 0xFE: return "th";
    case 0xDF: return "ss";
    case 0x132:
    case 0x133: return "ij";
    default: return "oe";
  }
}

// An accent of its own, behind the letter that has it.
bool is_accent(unsigned point) { return point >= 0x300 && point <= 0x36F; }

// Whether a character beyond the tables parts words: signs, and all kinds of spaces and punctuation.
bool parts_words(unsigned point) {
  return (point >= 0x80 && point <= 0xBF) || (point >= 0x2000 && point <= 0x206F) ||
         point == 0x3000;
}

// Takes a character off the text. What is no UTF-8 is taken byte by byte.
unsigned take(std::string_view& text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned first = byte(0);
  const std::size_t length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  unsigned point = length == 1 ? first : first & (0x7FU >> length);
  bool whole = length <= text.size();
  for (std::size_t i = 1; whole && i < length; ++i) {
    whole = (byte(i) & 0xC0) == 0x80;
    point = point << 6 | (byte(i) & 0x3FU);
  }
  text.remove_prefix(whole ? length : 1);
  return whole ? point : 0x80;
}

class PlainText {
 public:
  explicit PlainText(bool stars) : stars_(stars) {}

  void add(unsigned point, std::string_view bytes) {
    if (point >= 'A' && point <= 'Z') return letter(static_cast<char>(point + 32));
    const bool plain = (point >= 'a' && point <= 'z') || (point >= '0' && point <= '9');
    if (plain || (stars_ && point == '*')) return letter(static_cast<char>(point));
    if (is_accent(point)) return;
    if (point < 0x80 || parts_words(point)) return end_word();
    if (point >= 0x180) return letters(bytes);
    const char found = kPlain[point - 0xC0];
    if (found == '2') return letters(two_letters(point));
    if (found == ' ') return end_word();
    letter(found);
  }

  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  void end_word() { ended_ = true; }
  void letter(char c) { letters({&c, 1}); }
  void letters(std::string_view more) {
    if (ended_ && !text_.empty()) text_ += ' ';
    ended_ = false;
    text_ += more;
  }

  bool stars_;
  bool ended_ = false;
  std::string text_;
};

std::string plain(std::string_view text, bool stars) {
  PlainText result(stars);
  while (!text.empty()) {
    const auto before = text;
    const auto point = take(text);
    result.add(point, before.substr(0, before.size() - text.size()));
  }
  return result.take();
}

// A bit for each two characters that follow each other: a text that lacks one of a needle's does not hold the needle.
std::uint64_t pairs_of(std::string_view text) {
  std::uint64_t pairs = 0;
  for (std::size_t i = 1; i < text.size(); ++i) {
    const auto pair =
        static_cast<unsigned char>(text[i - 1]) * 37U + static_cast<unsigned char>(text[i]);
    pairs |= std::uint64_t{1} << pair % 64;
  }
  return pairs;
}

}  // namespace

std::string plain_words(std::string_view text) { return plain(text, false); }
std::string plain_term(std::string_view term) { return plain(term, true); }

Terms::Terms(const std::vector<std::string>& terms) {
  for (std::string_view term : terms) {
    const bool suffix = term.starts_with('*');
    if (suffix) term.remove_prefix(1);
    const bool prefix = term.ends_with('*');
    if (prefix) term.remove_suffix(1);
    auto& needle = needles_.emplace_back();
    if (term.empty()) continue;
    if (!suffix) needle.text += ' ';
    needle.text += term;
    if (!prefix) needle.text += ' ';
    needle.pairs = pairs_of(needle.text);
  }
}

std::optional<std::size_t> Terms::find(std::string_view text) const {
  std::string words(1, ' ');
  words += plain_words(text);
  words += ' ';
  const auto pairs = pairs_of(words);
  for (std::size_t i = 0; i < needles_.size(); ++i) {
    const auto& needle = needles_[i];
    if ((needle.pairs & ~pairs) != 0 || needle.text.empty()) continue;
    if (words.find(needle.text) != std::string::npos) return i;
  }
  return {};
}

}  // namespace etalage::rules
