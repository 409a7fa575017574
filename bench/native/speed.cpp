// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// bench_speed WORKLOAD ROUNDS: what an event takes natively, in microseconds, as JSON: { fold, engine, evaluator }. fold: a
// record folded in; engine: that and the update; evaluator: the update's own part, the rules, without the text it gives.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "engine/engine.h"
#include "pack/pack.h"
#include "rules/formats.h"
#include "workload.h"

namespace etalage::bench {
namespace {

double micros() {
  using namespace std::chrono;
  return duration<double, std::micro>(steady_clock::now().time_since_epoch()).count();
}

double median(std::vector<double> list) {
  std::sort(list.begin(), list.end());
  return list[list.size() / 2];
}

double run_engine(engine::Engine& engine, const Workload& workload, bool updates) {
  engine.begin_profile(0);
  (void)engine.restore(workload.snapshot);
  (void)engine.update(workload.time, 0);
  const auto start = micros();
  for (const auto& step : workload.steps) {
    (void)engine.fold(step.record);
    if (updates) (void)engine.update(step.time, 0);
  }
  return (micros() - start) / static_cast<double>(workload.steps.size());
}

double run_evaluator(rules::Evaluator& evaluator, const Workload& workload) {
  auto profile = profile::Profile::restore(workload.snapshot).value();
  evaluator.attach(&profile);
  evaluator.update({static_cast<std::int64_t>(workload.time), 0});
  double total = 0;
  for (const auto& step : workload.steps) {
    profile.apply(profile::decode_record(step.record).value());
    const auto start = micros();
    evaluator.update({static_cast<std::int64_t>(step.time), 0});
    total += micros() - start;
  }
  evaluator.attach(nullptr);
  return total / static_cast<double>(workload.steps.size());
}

void run(const Workload& workload, std::size_t rounds) {
  const auto pack = pack::Pack::open(workload.pack).value();
  const auto program = rules::read_program(pack.program()).value();
  rules::Evaluator evaluator(program);
  evaluator.allow(true, false);
  const auto engine = engine::Engine::open(workload.pack).value_or(nullptr);
  std::vector<double> folds;
  std::vector<double> engines;
  std::vector<double> evaluators;
  for (std::size_t round = 0; round < rounds; ++round) {
    folds.push_back(run_engine(*engine, workload, false));
    engines.push_back(run_engine(*engine, workload, true));
    evaluators.push_back(run_evaluator(evaluator, workload));
  }
  std::printf("{\"fold\":%.3f,\"engine\":%.3f,\"evaluator\":%.3f}\n", median(folds),
              median(engines), median(evaluators));
}

}  // namespace
}  // namespace etalage::bench

int main(int count, char** arguments) {
  if (count != 3) return 2;
  using namespace etalage::bench;
  run(WorkloadFile(arguments[1]).read(), static_cast<std::size_t>(std::atoi(arguments[2])));
}
