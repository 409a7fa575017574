// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "recommend/arranger.h"

#include <algorithm>
#include <cmath>

#include "bytes/insert_once.h"
#include "recommend/category.h"
#include "recommend/similarity.h"

namespace etalage::recommend {
namespace {

constexpr float kLeftOut = -1;    // the relevance of what is too little relevant
constexpr float kRecency = 0.9F;  // what each older touch counts of the one after it

// A number in [0, 1) that depends on all of its arguments: FNV-1a, then the finaliser of MurmurHash3.
float draw(std::string_view name, std::int64_t day, std::uint32_t row) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  hash ^= static_cast<std::uint64_t>(day) << 32U ^ row;
  hash = (hash ^ hash >> 33U) * 0xFF51AFD7ED558CCDU;
  hash = (hash ^ hash >> 33U) * 0xC4CEB9FE1A85EC53U;
  return static_cast<float>(hash >> 40U) / static_cast<float>(1U << 24U);
}

}  // namespace

void Arranger::begin(const pack::Slot& slot, const Context& context) {
  slot_ = &slot;
  day_ = context.day;
  list_.clear();
  calibration_ = context.touched.empty() ? 0.0F : slot.calibration;
  if (!(calibration_ > 0)) return;
  if (tops_.empty()) {
    const auto& values = pack_->categories().values();
    for (std::uint32_t i = 0; i < values.size(); ++i)
      bytes::insert_once(tops_, top(values.text(i)));
  }
  share_.assign(tops_.size(), 0.0F);
  in_list_.assign(tops_.size(), 0.0F);
  float weight = 1;
  float sum = 0;
  for (const auto& touch : context.touched) {
    if (const auto category = top_category(touch.row); category < share_.size()) {
      share_[category] += weight;
      sum += weight;
    }
    weight *= kRecency;
  }
  if (!(sum > 0)) calibration_ = 0;
  for (auto& share : share_) share /= sum;
}

void Arranger::add(std::uint32_t row) {
  list_.push_back(row);
  if (!(calibration_ > 0)) return;
  if (const auto category = top_category(row); category < in_list_.size()) ++in_list_[category];
}

std::uint32_t Arranger::top_category(std::uint32_t row) const {
  const auto name = top(pack_->categories().text(row));
  if (name.empty()) return UINT32_MAX;
  return static_cast<std::uint32_t>(std::lower_bound(tops_.begin(), tops_.end(), name) -
                                    tops_.begin());
}

std::vector<std::uint32_t> Arranger::arrange(std::span<Pick> candidates, std::size_t count) {
  weigh(candidates);
  return choose(candidates, count);
}

void Arranger::weigh(std::span<Pick> candidates) const {
  float best = 0;
  for (const auto& it : candidates) best = std::max(best, it.relevance);
  for (auto& it : candidates) {
    if (it.score > 0 && it.relevance < slot_->relevance * best) {
      it.relevance = kLeftOut;
      continue;
    }
    for (std::size_t i = 0; i < slot_->boosts.size(); ++i) {
      if ((it.boosts >> i & 1U) != 0) it.relevance *= slot_->boosts[i];
    }
    if (slot_->rotation > 0) it.relevance *= 1 - slot_->rotation * draw(slot_->name, day_, it.row);
  }
}

std::vector<std::uint32_t> Arranger::choose(std::span<const Pick> candidates,
                                            std::size_t count) const {
  std::vector<std::uint32_t> chosen;
  std::vector<float> resemblance(candidates.size(), 0.0F);
  std::vector<std::uint8_t> out(candidates.size(), 0);
  std::vector<std::uint32_t> category;  // of each candidate
  if (calibration_ > 0) {
    for (const auto& it : candidates) category.push_back(top_category(it.row));
  }
  const auto meet = [&](std::uint32_t row) {
    const Similarity similarity(*pack_, row);
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      if (out[i] == 0) resemblance[i] = std::max(resemblance[i], similarity.to(candidates[i].row));
    }
  };
  float best = 0;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    best = std::max(best, candidates[i].relevance);
    out[i] = candidates[i].relevance < 0;
  }
  if (!(best > 0)) best = 1;
  const bool diverse = slot_->diversity > 0;
  if (diverse) {
    for (const auto row : list_) meet(row);
  }
  auto in_list = in_list_;
  float fit = 0;  // sum of sqrt(p * items of the category in the list)
  for (std::size_t i = 0; i < in_list.size(); ++i) fit += std::sqrt(share_[i] * in_list[i]);
  const auto gain = [&](std::size_t c) {
    if (c >= in_list.size()) return 0.0F;
    return std::sqrt(share_[c] * (in_list[c] + 1)) - std::sqrt(share_[c] * in_list[c]);
  };

  while (chosen.size() < count) {
    const auto length = std::sqrt(static_cast<float>(list_.size() + chosen.size() + 1));
    std::size_t next = candidates.size();
    float most = 0;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      if (out[i] != 0) continue;
      float value = (1 - slot_->diversity) * (candidates[i].relevance / best) -
                    slot_->diversity * resemblance[i];
      if (calibration_ > 0) {
        const auto after = (fit + gain(category[i])) / length;
        value = (1 - calibration_) * value + calibration_ * after;
      }
      // Ties go to the first.
      if (next == candidates.size() || value > most) {
        most = value;
        next = i;
      }
    }
    if (next == candidates.size()) break;
    chosen.push_back(static_cast<std::uint32_t>(next));
    out[next] = 1;
    if (calibration_ > 0) {
      fit += gain(category[next]);
      if (category[next] < in_list.size()) ++in_list[category[next]];
    }
    if (diverse) meet(candidates[next].row);
  }
  return chosen;
}

}  // namespace etalage::recommend
