// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// bench_memory WORKLOAD: what an engine takes of the heap, in bytes, as JSON: { pack, open, live, peak }. pack: the pack's
// own bytes, which are in all that follows; open: with that pack open; live: after the workload's events, snapshot and
// all; peak: the most there ever was from the first event on. Counted are the sizes that were asked for, of this machine:
// pointers twice as wide as WebAssembly's.
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <new>

#include "engine/engine.h"
#include "workload.h"

namespace {

std::size_t live = 0;
std::size_t peak = 0;
constexpr std::size_t kHead = alignof(std::max_align_t);  // holds the size

}  // namespace

void* operator new(std::size_t size) {
  auto* block = static_cast<std::byte*>(std::malloc(size + kHead));
  if (block == nullptr) throw std::bad_alloc();
  *reinterpret_cast<std::size_t*>(block) = size;
  live += size;
  peak = live > peak ? live : peak;
  return block + kHead;
}

void operator delete(void* at) noexcept {
  if (at == nullptr) return;
  auto* block = static_cast<std::byte*>(at) - kHead;
  live -= *reinterpret_cast<std::size_t*>(block);
  std::free(block);
}

void operator delete(void* at, std::size_t) noexcept { operator delete(at); }

namespace etalage::bench {
namespace {

void measure(const Workload& workload) {
  const auto before = live;
  const auto engine = engine::Engine::open(workload.pack).value_or(nullptr);
  const auto open = live - before;
  engine->begin_profile(0);
  (void)engine->restore(workload.snapshot);
  peak = live;
  for (const auto& step : workload.steps) {
    (void)engine->fold(step.record);
    (void)engine->update(step.time, 0);
  }
  std::printf("{\"pack\":%zu,\"open\":%zu,\"live\":%zu,\"peak\":%zu}\n", workload.pack.size(), open,
              live - before, peak - before);
}

}  // namespace
}  // namespace etalage::bench

int main(int count, char** arguments) {
  if (count != 2) return 2;
  etalage::bench::measure(etalage::bench::WorkloadFile(arguments[1]).read());
}
