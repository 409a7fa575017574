// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "rules/explanation_view.h"

namespace etalage::rules {

using bytes::Reader;

ExplanationView::ExplanationView(std::span<const std::uint8_t> data)
    : sources_(data), sentences_(data) {
  spans_ = sources_.take(sources_.count(sizeof(Span)) * sizeof(Span));
  source_count_ = sources_.count();
  sentences_ = sources_;
  for (std::uint32_t i = 0; i < source_count_; ++i) (void)sentences_.string();
  sentence_count_ = sentences_.count();
}

std::string_view ExplanationView::expression(std::uint32_t rule, std::uint32_t place) const {
  Reader in = sources_;
  if (rule >= source_count_ || place >= spans_.size() / sizeof(Span)) return {};
  for (std::uint32_t i = 0; i < rule; ++i) (void)in.string();
  const auto source = in.string();
  Span span;
  Reader(spans_.subspan(place * sizeof(Span))).copy(&span, sizeof(Span));
  if (span.begin >= span.end || span.end > source.size()) return {};
  return source.substr(span.begin, span.end - span.begin);
}

std::optional<ExplanationView::Sentence> ExplanationView::sentence(
    const Instruction& instruction) const {
  Reader in = sentences_;
  Sentence result;
  for (; result.number < sentence_count_; ++result.number) {
    const auto op = static_cast<Op>(in.varint());
    const auto index = in.varint();
    result.say = static_cast<Say>(in.varint());
    for (auto& language : result.forms) {
      for (auto& form : language) form = in.string();
    }
    if (op == instruction.op && index == instruction.b && !in.failed()) return result;
  }
  return std::nullopt;
}

}  // namespace etalage::rules
