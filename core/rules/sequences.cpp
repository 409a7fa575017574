// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Sequences. Of all chains that have come as far as a step only the one that began last matters: it is the one that is
// soonest complete, and the one that stays longest.
#include "rules/evaluator.h"

namespace etalage::rules {

void Evaluator::enter_sequence(std::uint32_t which, std::uint16_t kind,
                               const profile::Event& event) {
  const auto& sequence = program_.sequences[which];
  auto& state = sequences_[which];
  const auto steps = part(program_.steps, sequence.steps);
  const auto chain = sequence.last_is_absent ? steps.size() - 1 : steps.size();
  auto* const starts = starts_.data() + sequence.steps.begin;
  mark(links_.rules_of_sequence[which]);
  const auto takes = [&](std::size_t step) {
    return steps[step].event == kind && matches_event(steps[step], event);
  };
  if (sequence.last_is_absent && takes(steps.size() - 1)) state.answered = true;
  // From the last step to the first: an event is one step of a chain only.
  for (auto step = chain; step-- > 0;) {
    if ((step > 0 && starts[step - 1] == kNever) || !takes(step)) continue;
    const auto start = step == 0 ? event.time : starts[step - 1];
    starts[step] = std::max(starts[step], start);
    if (step + 1 < chain) continue;
    if (sequence.last_is_absent) {
      state.anchor = event.time;
      state.best = start;
      state.answered = false;
    } else if (sequence.within == 0 || event.time - start <= sequence.within) {
      state.best = std::max(state.best, start);
    }
  }
}

double Evaluator::read_sequence(std::uint32_t which) {
  const auto& sequence = program_.sequences[which];
  const auto& state = sequences_[which];
  if (state.best == kNever || state.best <= clock_.now - program_.retention) return 0;
  lapses(state.best + program_.retention);
  if (!sequence.last_is_absent) return 1;
  if (state.answered) return 0;
  const auto from = state.anchor + sequence.within;
  if (clock_.now >= from) return 1;
  lapses(from);
  return 0;
}

}  // namespace etalage::rules
