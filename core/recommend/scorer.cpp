// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "recommend/scorer.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace etalage::recommend {
namespace {

constexpr std::size_t kPairPlaces = 10;
constexpr float kRepeatShare = 16;
constexpr float kShortest = 1e-12F;

using Values = std::array<float, pack::kDimensions>;

void add_row(Values& sum, const pack::Pack& pack, std::uint32_t row, float weight) {
  const float factor = weight * pack.scale(row);
  const auto components =
      pack.components().subspan(std::size_t{row} * pack::kDimensions, pack::kDimensions);
  for (std::size_t d = 0; d < sum.size(); ++d) {
    sum[d] += factor * static_cast<float>(components[d]);
  }
}

// Scales to unit length and rounds to 15 bits. False where the vector is zero, or so short that the squares of its
// components have lost their digits.
bool quantise(const Values& values, Query& query) {
  float square = 0;
  for (const float value : values) square += value * value;
  if (!(square > kShortest * kShortest)) return false;
  const float factor = kQueryUnit / std::sqrt(square);
  for (std::size_t d = 0; d < values.size(); ++d) {
    const float scaled = values[d] * factor;
    query[d] = static_cast<std::int16_t>(scaled + (scaled < 0 ? -0.5F : 0.5F));
  }
  return true;
}

}  // namespace

void Scorer::score(std::span<const std::uint32_t> session) {
  start(session);
  add_pairs();
  add_repeats();
  add_vectors();
}

void Scorer::score_pairs(std::span<const std::uint32_t> session) {
  start(session);
  add_pairs();
}

void Scorer::start(std::span<const std::uint32_t> session) {
  const auto length = std::min(session.size(), kSessionLength);
  session_.assign(session.begin(), session.begin() + static_cast<std::ptrdiff_t>(length));
  scores_.clear();
  with_vectors_ = false;
}

void Scorer::add_pairs() {
  float decay = 1;
  for (std::size_t p = 0; p < std::min(session_.size(), kPairPlaces);
       ++p, decay *= blend_.pair_decay) {
    pack_->visit_pairs(session_[p],
                       [&](std::uint32_t row, float weight) { scores_.add(row, decay * weight); });
  }
}

void Scorer::add_vectors() {
  if (!(blend_.vectors > 0)) return;
  Values sum{};
  std::size_t place = 0;
  for (const auto row : session_) {
    if (pack_->scale(row) > 0) add_row(sum, *pack_, row, position(place++));
  }
  Query query{};
  if (!quantise(sum, query)) return;
  scores_.aim(query, blend_.vectors);
  with_vectors_ = true;
  prepare_voices();
}

void Scorer::prepare_voices() {
  std::size_t place = 0;
  for (std::size_t p = 0; p < session_.size(); ++p) {
    const auto row = session_[p];
    const float weight = pack_->scale(row) > 0 ? blend_.vectors * position(place++) : 0;
    Values own{};
    add_row(own, *pack_, row, 1);
    voices_[p].weight = quantise(own, voices_[p].query) ? weight : 0;
  }
}

void Scorer::add_repeats() {
  for (std::uint32_t place = 0; place < session_.size(); ++place) {
    std::uint32_t times = 0;
    bool newest = true;
    for (std::uint32_t other = 0; other < session_.size(); ++other) {
      if (session_[other] != session_[place]) continue;
      newest = newest && other >= place;
      ++times;
    }
    if (newest) scores_.add(session_[place], kRepeatShare * pack_->repeat(place, times));
  }
}

float Scorer::position(std::size_t place) const {
  const auto positions = pack_->positions();
  return place < positions.size() ? positions[place] : 0.0F;
}

std::size_t Scorer::cause(std::uint32_t row) const {
  std::size_t best = 0;
  float most = -1;
  float decay = 1;
  for (std::size_t p = 0; p < session_.size(); ++p, decay *= blend_.pair_decay) {
    float share = 0;
    if (p < kPairPlaces) {
      pack_->visit_pairs(session_[p], [&](std::uint32_t other, float weight) {
        if (other == row) share += decay * weight;
      });
    }
    if (with_vectors_ && voices_[p].weight != 0) {
      share += voices_[p].weight * std::max(scores_.cosine(row, voices_[p].query), 0.0F);
    }
    if (share > most) {
      most = share;
      best = p;
    }
  }
  return best;
}

}  // namespace etalage::recommend
