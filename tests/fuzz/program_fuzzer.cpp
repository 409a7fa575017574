// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Any bytes as a pack's program: an error, or a program that runs within its bounds whatever the shopper does.
#include "fuzzer.h"
#include "rules/formats.h"
#include "rules/hostile.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace etalage;
  const auto program = rules::read_program(fuzz::Bytes(data, data + size));
  if (!program) return 0;
  fuzz::require(rules::read_program(rules::write_program(*program)).has_value());
  test::run_anyhow(*program, {}, size);
  return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most, unsigned seed) {
  using namespace etalage;
  return fuzz::mutate(data, size, most, seed, [](unsigned number) {
    return rules::write_program(test::random_program(number, 2).program);
  });
}
