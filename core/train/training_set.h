// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// TrainingSet: the part of a history that vectors are learned from, and nothing else of it.
//
// A product takes part only if at least min_support different customers stand behind it in sessions that teach: those
// with two events or more once the products that take no part are out (P5). Taking one product out shortens sessions
// and may take another one out, so this is repeated until it holds for all. A product that takes part is a row.
//
// Shape     products: of each row, ascending. items: rows, sessions end to end, oldest first, events in between removed.
//           context: per event, the number of events before it in its session, at most positions. An event with
//           context > 0 is a sample: predict it from those before it.
// Lifetime  owns everything; the history may go.
// Cost      linear in events for each repetition; memory 5 bytes an event.
#pragma once

#include <cstdint>
#include <vector>

#include "train/history.h"

namespace etalage::train {

struct TrainingSet {
  std::vector<std::uint32_t> products;
  std::vector<std::uint32_t> items;
  std::vector<std::uint8_t> context;
  std::vector<std::uint32_t> frequency;  // events of each row
};

// REQUIRES: validate(history); positions <= 255.
[[nodiscard]] TrainingSet make_training_set(const History& history, std::uint32_t min_support,
                                            std::uint32_t positions);

}  // namespace etalage::train
