// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Ledger: what a shopper's profile has answered, and what that has cost. Whoever stores it does so in the same transaction as
// the reports that it was charged for, so that a crash between two loses an answer and never gives one twice.
//
// It guarantees, for each ledger, whatever the clock does: at most one report a measure and epoch; at most the week's budget a
// week; at most the lifetime's budget. A week is numbered from the Unix epoch. Time only ever goes forwards: before the latest
// time that it has seen nothing is due.
//
// Units     times: milliseconds since the Unix epoch. Costs and budgets: millionths of epsilon.
// REQUIRES: times from 0 to 8.64e15.
// Errors    decode: those of bytes/frame.h, truncated, malformed.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "bytes/error.h"
#include "measure/answer.h"
#include "measure/formats.h"
#include "measure/random_words.h"

namespace etalage::measure {

inline constexpr std::int64_t kDay = 86'400'000, kWeek = 7 * kDay;

// A report that was queued, for the shopper to see.
struct Reported {
  std::uint64_t series = 0;
  std::uint32_t epoch = 0;
  std::int64_t time = 0;
  Answer answer;
};

class Ledger {
 public:
  Ledger() = default;
  [[nodiscard]] static Result<Ledger> decode(std::span<const std::uint8_t> data);
  // One of which nothing is known but that it may have answered everything: nothing is due until the longest epoch of now is over.
  [[nodiscard]] static Ledger spent(const Measures& measures, std::int64_t now);
  [[nodiscard]] std::vector<std::uint8_t> encode() const;

  // The shopper is here: begins a visit after half an hour without a sign of them, and draws what is drawn for a visit, a week
  // and an epoch. Gives whether anything changed that must be stored; nothing did where random.failed().
  bool see(const Measures& measures, std::int64_t now, RandomWords& random);

  // The epoch that a measure is to be answered for now; nothing where it is not due, was drawn not to be asked this week, or
  // does not fit what is left of a budget. No later than the week `spent_until` nothing is due: an erased profile has answered.
  [[nodiscard]] std::optional<std::uint32_t> due(const Measures& measures,
                                                 const pack::Measure& measure, std::int64_t now,
                                                 std::uint32_t spent_until) const;
  // Charges an answer. REQUIRES: due() gave this epoch at this time.
  void charge(const pack::Measure& measure, const Reported& reported);

  // The last week that an epoch reaches into which was answered; 0 where there is none.
  [[nodiscard]] std::uint32_t spent_until() const { return spent_until_; }
  [[nodiscard]] std::span<const Reported> reported() const { return reported_; }
  [[nodiscard]] std::uint64_t spent_in_week() const { return spent_in_week_; }
  [[nodiscard]] std::uint64_t spent() const { return spent_; }

 private:
  // What is remembered of a measure.
  struct Series {
    std::uint64_t series = 0;
    std::uint32_t answered = 0;  // the epoch after the last one that was answered
    std::uint32_t epoch = 0;     // that the deadline was drawn for
    std::int64_t deadline = 0;   // of a measure that is asked after one
  };
  template <typename Archive>
  friend void serialize(Archive& archive, Ledger& ledger);
  template <typename Archive>
  friend void serialize(Archive& archive, Series& series);

  [[nodiscard]] bool is_sound() const;
  [[nodiscard]] const Series* find(std::uint64_t series) const;
  Series& entry(std::uint64_t series);
  [[nodiscard]] bool is_answered(const pack::Measure& measure, std::int64_t now) const;
  [[nodiscard]] bool is_drawn(const Measures& measures, const pack::Measure& measure,
                              std::int64_t now) const;
  void begin_week(std::uint32_t week, RandomWords& random);
  bool draw_deadlines(const Measures& measures, std::int64_t now, RandomWords& random);

  std::int64_t latest_ = 0;      // time seen
  std::int64_t asked_from_ = 0;  // the random moment of this visit
  std::uint32_t week_ = 0;
  std::uint64_t lot_ = 0;  // of this week: puts the measures in an order
  std::uint64_t spent_in_week_ = 0, spent_ = 0;
  std::uint32_t spent_until_ = 0;
  std::uint32_t closed_until_ = 0;  // up to this week nothing is due
  std::vector<Series> series_;
  std::vector<Reported> reported_;  // newest last
};

}  // namespace etalage::measure
