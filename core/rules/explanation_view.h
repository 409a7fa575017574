// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// ExplanationView: explanations as they lie in a pack (formats.h). They are asked for rarely, and a piece at a time: nothing is
// decoded before.
//
// Errors    what is missing or damaged is empty: an explanation then says less.
// Lifetime  views into the pack's bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "bytes/reader.h"
#include "rules/explanation.h"

namespace etalage::rules {

class ExplanationView {
 public:
  explicit ExplanationView(std::span<const std::uint8_t> data);

  struct Sentence {
    std::uint32_t number = 0;
    Say say = Say::number;
    std::string_view forms[2][3];
  };

  // The piece of a rule's source that an instruction was made of.
  [[nodiscard]] std::string_view expression(std::uint32_t rule, std::uint32_t place) const;
  // The sentence about what an instruction asks.
  [[nodiscard]] std::optional<Sentence> sentence(const Instruction& instruction) const;

 private:
  std::span<const std::uint8_t> spans_;
  bytes::Reader sources_, sentences_;
  std::uint32_t source_count_, sentence_count_ = 0;
};

}  // namespace etalage::rules
