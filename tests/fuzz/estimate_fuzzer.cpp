// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Any bytes as what the collector asks: an error, or JSON whose shares for a chart are shares.
#include "bytes/reader.h"
#include "fuzzer.h"
#include "measure/messages.h"
#include "measure/questions.h"
#include "support/json.h"
#include "support/random.h"

namespace etalage::fuzz {
namespace {

using test::Json;

void try_question(const Bytes& data) {
  if (const auto text = measure::estimates(data)) {
    const auto json = Json::parse(*text);
    require(json.has_value());
    double sum = 0;
    for (const auto& estimate : (*json)["estimates"].items) {
      const auto& share = estimate["share"];
      require(share.is_null() == estimate["low"].is_null());
      require(share.is_null() ||
              (estimate["low"].number <= share.number && share.number <= estimate["high"].number));
      require(estimate["display"].number >= 0);
      sum += estimate["display"].number;
    }
    const bool is_empty = (*json)["reports"].number == 0;
    require(is_empty || (sum > 0.999 && sum < 1.001));
  }
  for (const auto ask : {measure::uplift_of, measure::comparison, measure::needed}) {
    const auto text = ask(data);
    require(!text || Json::parse(*text).has_value());
  }
}

measure::Tally tally(test::Random& random) {
  const auto half = 1 + random.below(8), a = 2 + random.below(20);
  measure::Tally tally{{measure::better_mechanism(half * 2, a, 1), half * 2, a, 1}, 0, {}};
  for (std::uint32_t i = 0; i < half * 2; ++i) {
    tally.counts.push_back(random.below(1000));
    tally.reports += tally.counts.back();
  }
  return tally;
}

measure::Trial trial(test::Random& random) {
  measure::Trial trial{tally(random), {}, 0.1};
  trial.is_success.resize(trial.tally.counts.size() / 2);
  trial.is_success.back() = true;
  return trial;
}

Bytes sample(unsigned seed) {
  test::Random random(seed);
  switch (random.below(4)) {
    case 0: return test::message(tally(random));
    case 1: return test::message(trial(random));
    case 2: return test::message(trial(random), trial(random));
    default: return test::question(tally(random).channel, 0.05, 0.01);
  }
}

}  // namespace
}  // namespace etalage::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  etalage::fuzz::try_question({data, data + size});
  return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most, unsigned seed) {
  return etalage::fuzz::mutate(data, size, most, seed, etalage::fuzz::sample);
}
