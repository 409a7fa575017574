// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Any bytes as a ledger: an error, or one that keeps to its budgets.
#include "fuzzer.h"
#include "measure/ledger.h"
#include "support/random.h"
#include "support/repair.h"

namespace etalage::fuzz {
namespace {

measure::Measures shop() {
  measure::Measures measures{{3'000'000, 9'000'000}, {}, {}};
  for (const std::uint32_t days : {1U, 7U, 28U, 366U}) {
    for (const auto moment : {pack::Moment::visit, pack::Moment::epoch}) {
      auto& measure = measures.measures.emplace_back();
      measure.series = measures.measures.size();
      measure.rows = 2;
      measure.cost = 1'000'000;
      measure.days = days;
      measure.moment = moment;
    }
  }
  return measures;
}

void try_ledger(const Bytes& data) {
  auto ledger = measure::Ledger::decode(data);
  if (!ledger) return;
  require(measure::Ledger::decode(ledger->encode()).has_value());
  const auto measures = shop();
  test::Random random(data.size());
  const auto spent = ledger->spent();
  for (const std::int64_t now :
       {std::int64_t{0}, 2968 * measure::kWeek, 2968 * measure::kWeek + 700'000,
        3000 * measure::kWeek, std::int64_t{8'640'000'000'000'000}}) {
    const auto bytes = test::random_bytes(random, 512);
    measure::RandomWords words(bytes);
    (void)ledger->see(measures, now, words);
    for (const auto& measure : measures.measures) {
      const auto epoch = ledger->due(measures, measure, now, 0);
      if (epoch) ledger->charge(measure, {measure.series, *epoch, now, {}});
      require(!ledger->due(measures, measure, now, 0));
    }
  }
  require(ledger->spent() <= std::max(spent, measures.budget.lifetime));
  require(measure::Ledger::decode(ledger->encode()).has_value());
}

}  // namespace
}  // namespace etalage::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace etalage;
  fuzz::Bytes bytes(data, data + size);
  fuzz::try_ledger(bytes);
  test::repair_frame(bytes);
  fuzz::try_ledger(bytes);
  return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most, unsigned seed) {
  using namespace etalage;
  return fuzz::mutate(data, size, most, seed, [](unsigned number) {
    measure::Ledger ledger;
    test::Random random(number);
    const auto bytes = test::random_bytes(random, 512);
    measure::RandomWords words(bytes);
    (void)ledger.see(fuzz::shop(), 2968 * measure::kWeek, words);
    return ledger.encode();
  });
}
