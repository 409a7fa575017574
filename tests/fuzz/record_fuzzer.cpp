// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Any bytes as a journal record: an error, or a record that folds, and that a snapshot keeps.
#include "fuzzer.h"
#include "profile/histories.h"
#include "support/repair.h"

namespace etalage::fuzz {
namespace {

void try_record(const Bytes& data) {
  const auto record = profile::decode_record(data);
  if (!record) return;
  const auto again = profile::decode_record(profile::encode_record(*record));
  require(again.has_value() && again->items == record->items && again->time == record->time);
  profile::Profile profile = test::folded(test::random_records(1, 5));
  for (int times = 0; times < 3; ++times) profile.apply(*record);
  const auto restored = profile::Profile::restore(profile.snapshot());
  require(restored.has_value() && test::text_of(*restored) == test::text_of(profile));
}

}  // namespace
}  // namespace etalage::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace etalage;
  fuzz::Bytes bytes(data, data + size);
  fuzz::try_record(bytes);
  test::repair_frame(bytes);
  fuzz::try_record(bytes);
  return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most, unsigned seed) {
  using namespace etalage;
  return fuzz::mutate(data, size, most, seed, [](unsigned number) {
    return profile::encode_record(test::random_records(number, 1).front());
  });
}
