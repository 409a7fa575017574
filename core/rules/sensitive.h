// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Terms: the words of what may not be inferred about anybody: health, religion, ... The compiler looks for them in rules, the
// engine in what it is about to keep.
//
//   pregnancy       that word
//   trade union     those words, one after the other
//   zwanger*        words that begin so
//   *kanker         words that end so
//
// Case and the diacritics of Latin-1 and Latin Extended-A make no difference. Words end at everything that is neither a letter
// nor a digit.
//
// Cost      of a look: the length of the text plus the number of terms, as long as none is nearly there.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace etalage::rules {

// Words in small plain letters, one space between any two and none around them.
[[nodiscard]] std::string plain_words(std::string_view text);

// The same for a term, whose stars stay.
[[nodiscard]] std::string plain_term(std::string_view term);

class Terms {
 public:
  // REQUIRES: each is what plain_term gives. An empty one is never found.
  explicit Terms(const std::vector<std::string>& terms);

  // The first that a text holds.
  [[nodiscard]] std::optional<std::size_t> find(std::string_view text) const;

 private:
  struct Needle {
    std::string text;  // with a space where a word has to begin or end
    std::uint64_t pairs = 0;
  };
  std::vector<Needle> needles_;
};

}  // namespace etalage::rules
