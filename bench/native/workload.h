// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Workload: what bench/writeWorkload.mjs wrote: a pack, a shopper's snapshot and their next events, as records.
//
//   u32 bytes, the pack; u32 bytes, the snapshot; f64 time of the snapshot; u32 n, each: f64 time, u32 bytes, the record
#pragma once

#include <cstdint>
#include <cstring>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <vector>

namespace etalage::bench {

using Bytes = std::vector<std::uint8_t>;

struct Step {
  double time = 0;
  Bytes record;
};

struct Workload {
  Bytes pack;
  Bytes snapshot;
  double time = 0;
  std::vector<Step> steps;
};

class WorkloadFile {
 public:
  explicit WorkloadFile(const char* path) {
    std::ifstream file(path, std::ios::binary);
    data_.assign(std::istreambuf_iterator<char>(file), {});
  }

  Workload read() {
    Workload workload;
    workload.pack = bytes();
    workload.snapshot = bytes();
    workload.time = number<double>();
    workload.steps.resize(number<std::uint32_t>());
    for (auto& step : workload.steps) {
      step.time = number<double>();
      step.record = bytes();
    }
    return workload;
  }

 private:
  const std::uint8_t* take(std::size_t size) {
    if (size > data_.size() - at_) throw std::runtime_error("not a workload");
    at_ += size;
    return data_.data() + at_ - size;
  }
  template <typename T>
  T number() {
    T value;
    std::memcpy(&value, take(sizeof value), sizeof value);
    return value;
  }
  Bytes bytes() {
    const auto size = number<std::uint32_t>();
    const auto* begin = take(size);
    return {begin, begin + size};
  }

  Bytes data_;
  std::size_t at_ = 0;
};

}  // namespace etalage::bench
