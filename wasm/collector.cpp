// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The collector's module: what counted reports say. It imports nothing. What it takes and gives: measure/messages.h;
// describe takes a pack (engine/describe_measures.h).
#include "boundary.h"
#include "engine/describe_measures.h"
#include "measure/messages.h"

namespace etalage {
namespace {

class Collector : public Boundary {
 public:
  // Gives what the core answers to the message in the input.
  template <auto call>
  bool ask() {
    return guard([&] { return give(call(in())); });
  }
};

Collector collector;

}  // namespace

// A function that JavaScript calls by this name.
#define EXPORT(name) [[clang::export_name(#name)]] auto export_##name

EXPORT(input)(std::size_t size) { return collector.input(size); }
EXPORT(input_at)() { return collector.in().data(); }
EXPORT(output_at)() { return collector.out().data(); }
EXPORT(output_size)() { return collector.out().size(); }
EXPORT(describe)() { return collector.ask<&engine::describe_measures>(); }
EXPORT(estimate)() { return collector.ask<&measure::estimates>(); }
EXPORT(uplift)() { return collector.ask<&measure::uplift_of>(); }
EXPORT(compare)() { return collector.ask<&measure::comparison>(); }
EXPORT(needed)() { return collector.ask<&measure::needed>(); }

}  // namespace etalage
