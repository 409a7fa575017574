// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Any bytes as a pack: an error, or a pack whose every accessor stays inside it, that describes itself and recommends.
#include "engine/engine.h"
#include "fuzzer.h"
#include "support/json.h"
#include "support/repair.h"
#include "support/shop.h"
#include "support/walk.h"
#include "train/describe.h"

namespace etalage::fuzz {
namespace {

void answer(engine::Engine& engine, const pack::Pack& pack) {
  require(test::Json::parse(engine.names()).has_value());
  for (const auto& slot : pack.slots()) {
    for (const auto* item : {"", "g1"}) {
      const auto text = engine.recommend({slot.name, 0, item, {}, {}});
      require(test::Json::parse(text).has_value());
      require(engine.recommend({slot.name, 0, item, {}, {}}) == text);
    }
  }
}

void try_pack(const Bytes& data) {
  const auto pack = pack::Pack::open(data);
  const bool is_described = train::describe(data).has_value();
  if (!pack) return require(!is_described);
  (void)test::walk(*pack);
  auto engine = engine::Engine::open(data);
  // Both read the rules and the manifest too.
  require(engine.has_value() == (is_described && !pack->off()));
  if (!engine) return;
  answer(**engine, *pack);
  (*engine)->begin_profile(1);
  for (const auto* id : {"g1", "t1"}) {
    (void)(*engine)->track({"view_item", "", {}, {{{"item_id", true, 0, id}}}}, 1e12);
  }
  answer(**engine, *pack);
  require(test::Json::parse((*engine)->view()).has_value());
}

}  // namespace
}  // namespace etalage::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace etalage;
  fuzz::Bytes bytes(data, data + size);
  fuzz::try_pack(bytes);
  test::repair_pack(bytes);
  fuzz::try_pack(bytes);
  return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most, unsigned seed) {
  using namespace etalage;
  return fuzz::mutate(data, size, most, seed, [](unsigned number) {
    return test::written(number % 4 == 0 ? test::garden_shop() : test::random_contents(number, 5));
  });
}
