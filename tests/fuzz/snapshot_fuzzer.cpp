// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Any bytes as a snapshot: an error, or a profile like any other, that an engine answers from.
#include "engine/engine.h"
#include "fuzzer.h"
#include "profile/histories.h"
#include "support/json.h"
#include "support/repair.h"
#include "support/shop.h"

namespace etalage::fuzz {
namespace {

engine::Engine& shop() {
  static const auto kEngine = engine::Engine::open(test::written(test::garden_shop())).value();
  return *kEngine;
}

void try_snapshot(const Bytes& data) {
  shop().begin_profile(1);
  const auto profile = profile::Profile::restore(data);
  require(shop().restore(data).has_value() == profile.has_value());
  require(test::Json::parse(shop().view()).has_value());
  require(test::Json::parse(shop().export_profile()).has_value());
  require(test::Json::parse(shop().recommend({"home", 0, "", {}, {}})).has_value());
  if (!profile) return;
  const auto again = profile::Profile::restore(profile->snapshot());
  require(again.has_value() && test::text_of(*again) == test::text_of(*profile));
  auto longer = *profile;
  for (const auto& record : test::random_records(1, 5)) longer.apply(record);
  require(profile::Profile::restore(longer.snapshot()).has_value());
}

}  // namespace
}  // namespace etalage::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace etalage;
  fuzz::Bytes bytes(data, data + size);
  fuzz::try_snapshot(bytes);
  test::repair_frame(bytes);
  fuzz::try_snapshot(bytes);
  return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most, unsigned seed) {
  using namespace etalage;
  return fuzz::mutate(data, size, most, seed, [](unsigned number) {
    return test::folded(test::random_records(number, number % 40)).snapshot();
  });
}
