// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/measuring.h"

#include <algorithm>
#include <span>

#include "measure/experiment.h"

namespace etalage::engine {
namespace {

using pack::Experiment;

// The whole package comes before a slot, and a slot's own experiment before a campaign: whoever is held out of one is in no
// arm of those that come after it.
int rank(const Experiment& experiment) {
  if (experiment.slot.empty()) return 0;
  return experiment.from == 0 && experiment.to == 0 ? 1 : 2;
}

// 0: shown, 1: held out.
std::optional<std::uint32_t> arm_of(const measure::Measures& measures, const Experiment& experiment,
                                    const Respondent& respondent) {
  for (const auto& other : measures.experiments) {
    const bool covers = other.slot.empty() || other.slot == experiment.slot;
    if (rank(other) < rank(experiment) && covers && is_on(other, respondent.now) &&
        measure::is_held_out(other, respondent.secret)) {
      return std::nullopt;
    }
  }
  return measure::is_held_out(experiment, respondent.secret) ? 1 : 0;
}

void write_hex(std::string& out, std::span<const std::uint8_t> bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  for (const auto byte : bytes) {
    out += kDigits[byte >> 4];
    out += kDigits[byte & 15];
  }
}

}  // namespace

bool is_held_out_of(const measure::Measures& measures, std::string_view slot, std::uint64_t secret,
                    std::int64_t now) {
  const auto& all = measures.experiments;
  return std::any_of(all.begin(), all.end(), [&](const Experiment& it) {
    return (it.slot.empty() || it.slot == slot) && is_on(it, now) &&
           measure::is_held_out(it, secret);
  });
}

std::optional<std::uint32_t> bucket_of(const measure::Measures& measures,
                                       const pack::Measure& measure, const Respondent& respondent) {
  if (measure.personal && !respondent.personalise) return {};
  std::optional<std::uint32_t> row = respondent.personalise ? 1 : 0;
  if (measure.subject == pack::Subject::rule) row = respondent.rules.chosen(measure.rule);
  std::optional<std::uint32_t> column = 0;
  if (measure.across == pack::Across::rule) column = respondent.rules.chosen(measure.across_index);
  if (measure.across == pack::Across::experiment) {
    column = arm_of(measures, measures.experiments[measure.across_index], respondent);
  }
  if (!row || !column || *row >= measure.rows || *column >= measure.columns) return {};
  return *row * measure.columns + *column;
}

std::string series_text(std::uint64_t series) {
  std::array<std::uint8_t, 8> bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    bytes[i] = static_cast<std::uint8_t>(series >> (56 - 8 * i));
  }
  std::string text;
  write_hex(text, bytes);
  return text;
}

std::string report_text(const measure::Reported& reported, const std::array<std::uint8_t, 16>& id) {
  std::string text = R"({"report":1,"id":")";
  write_hex(text, id);
  text += R"(","series":")" + series_text(reported.series);
  text += R"(","epoch":")";
  for (std::uint32_t unit = 1'000'000'000; unit > 0; unit /= 10) {
    text += static_cast<char>('0' + reported.epoch / unit % 10);
  }
  text += R"(","answer":")";
  write_hex(text, reported.answer.bits);
  return text + R"("})";
}

}  // namespace etalage::engine
