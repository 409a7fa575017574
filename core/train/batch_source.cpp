// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "train/batch_source.h"

#include <utility>

namespace etalage::train {

BatchSource::BatchSource(const TrainingSet& set, std::uint32_t batch, std::uint32_t negatives,
                         float dropout, Random random)
    : set_(set),
      sampler_(set.frequency, negatives),
      random_(random),
      size_(batch),
      dropout_(dropout) {
  for (std::uint32_t event = 0; event < set.items.size(); ++event) {
    if (set.context[event] > 0) order_.push_back(event);
  }
  cursor_ = order_.size();
}

std::uint32_t BatchSource::next_sample() {
  if (cursor_ == order_.size()) {
    for (std::size_t left = order_.size(); left > 1; --left) {
      std::swap(order_[left - 1], order_[random_.below(static_cast<std::uint32_t>(left))]);
    }
    cursor_ = 0;
  }
  return order_[cursor_++];
}

const Batch& BatchSource::next() {
  batch_.targets.clear();
  batch_.context.clear();
  batch_.context_offsets.assign(1, 0);
  for (std::uint32_t b = 0; b < size_; ++b) {
    const std::uint32_t event = next_sample();
    batch_.targets.push_back(set_.items[event]);
    for (std::uint32_t position = 0; position < set_.context[event]; ++position) {
      if (position > 0 && random_.unit() < dropout_) continue;
      batch_.context.push_back({set_.items[event - 1 - position], position});
    }
    batch_.context_offsets.push_back(static_cast<std::uint32_t>(batch_.context.size()));
  }
  sampler_.draw(random_, batch_.negatives);
  return batch_;
}

}  // namespace etalage::train
