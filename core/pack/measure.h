// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Measure: a question with a fixed list of answers that the shop asks of consenting shoppers, and what goes with it: experiments
// that shoppers are assigned to, and the budget that answers spend. As the pack holds them.
//
// Units     epsilon: ln(a/b). cost, budgets: millionths of epsilon, rounded up. Times: milliseconds since the Unix epoch.
#pragma once

#include <cstdint>
#include <string>

namespace etalage::pack {

inline constexpr std::uint32_t kMaxMeasures = 128;
inline constexpr std::uint32_t kMaxBuckets = 256;
inline constexpr std::uint32_t kMaxRatio = 1u << 20;  // of a and b
inline constexpr std::uint32_t kMaxEpochDays = 366;
inline constexpr std::uint32_t kMaxExperiments = 64;
inline constexpr std::uint16_t kHoldoutUnit = 10000;

// How an answer is randomised. Stored in packs: a number never changes its meaning.
enum class Mechanism : std::uint8_t {
  randomised_response = 1,  // k-ary
  unary_encoding = 2,       // optimised
};

// What a measure is of.
enum class Subject : std::uint8_t {
  rule = 1,         // the case of a rule that holds
  personalise = 2,  // whether the shopper lets the shop personalise: no, yes
};

// What divides its answers once more.
enum class Across : std::uint8_t {
  nothing = 0,
  rule = 1,
  experiment = 2,  // the arm that the shopper is in: shown, held out
};

// When it is asked.
enum class Moment : std::uint8_t {
  visit = 1,  // once an epoch, in a visit
  epoch = 2,  // the state after a random deadline inside the epoch
};

struct Measure {
  std::string name;
  std::string of;  // as the configuration has it: "decision.lifecycle", "funnel", "slot.home"
  std::uint64_t series = 0;  // another one as soon as the definition is another
  Subject subject = Subject::rule;
  std::uint32_t rule = 0;  // of the program; its cases are the rows
  Across across = Across::nothing;
  std::uint32_t across_index = 0;  // a rule of the program, or an experiment of the pack
  std::uint32_t rows = 0;
  std::uint32_t columns = 1;
  Mechanism mechanism = Mechanism::randomised_response;
  std::uint32_t a = 3, b = 1;
  std::uint32_t cost = 0;
  std::uint32_t days = 7;  // of an epoch
  Moment moment = Moment::visit;
  std::int64_t from = 0, to = 0;  // asked from then until before that; 0: no bound
  bool personal = false;          // asked only where the shop may personalise

  // A bucket is row * columns + column.
  [[nodiscard]] std::uint32_t buckets() const { return rows * columns; }
  bool operator==(const Measure&) const = default;
};

// Who is held out of it sees a slot as somebody of whom nothing is known.
struct Experiment {
  std::string name;
  std::string slot;           // empty: every slot
  std::uint16_t holdout = 0;  // of 10,000 shoppers
  std::int64_t from = 0, to = 0;
  std::string compare;  // an earlier one that it is compared with; may be of an earlier pack

  bool operator==(const Experiment&) const = default;
};

// Whether a measure is asked at a time, or an experiment goes on.
template <typename T>
[[nodiscard]] bool is_on(const T& it, std::int64_t now) {
  return now >= it.from && (it.to == 0 || now < it.to);
}

// What a shopper's answers may cost together.
struct Budget {
  std::uint32_t week = 0;
  std::uint64_t lifetime = 0;

  bool operator==(const Budget&) const = default;
};

}  // namespace etalage::pack
