// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "recommend/recommender.h"

#include <algorithm>

#include "recommend/top_k.h"

namespace etalage::recommend {
namespace {

// Where candidates are arranged: so many, or so many times what is missing.
constexpr std::size_t kPool = 100;
constexpr std::size_t kPoolTimes = 4;
// A list takes time with the square of its length: a page that asks for more gets so many.
constexpr std::size_t kLongest = 1000;
// Products from which categories or brands are chosen.
constexpr std::size_t kGrouped = 100;

}  // namespace

Picks Recommender::fill(const pack::Slot& slot, const Context& context, std::size_t count,
                        std::span<const std::uint32_t> exclude, Filter* filter) {
  slot_ = &slot;
  context_ = &context;
  filter_ = filter;
  picks_ = Picks{};
  picks_.strategy = slot.strategy;
  const bool groups = slot.shown != pack::Shown::products;
  count_ = std::min<std::size_t>(groups ? kGrouped : std::min(count, kLongest), pack_->products());
  block(exclude);
  arranger_.begin(slot, context);
  if (!groups) take_pins();

  step(slot.strategy);
  for (const auto fallback : slot.fallback) {
    if (missing() == 0) break;
    step(fallback);
  }
  if (groups) {
    group();
    while (picks_.items.size() > count) picks_.items.pop_back();
  }
  put_pins();
  return std::move(picks_);
}

void Recommender::block(std::span<const std::uint32_t> exclude) {
  const auto never = offers_->closed();
  blocked_.assign(never.begin(), never.end());
  for (const auto row : exclude) blocked_[row] = 1;
  for (const auto row : slot_->exclude) blocked_[row] = 1;
  if (context_->item) blocked_[*context_->item] = 1;
  const bool without_seen = (slot_->without & pack::kSeen) != 0;
  const bool without_bought = (slot_->without & pack::kBought) != 0;
  for (const auto& touch : context_->touched) {
    if (touch.is_purchase() ? without_bought : without_seen) blocked_[touch.row] = 1;
  }
  if ((slot_->without & pack::kInCart) != 0) {
    for (const auto row : context_->cart) blocked_[row] = 1;
  }
  closed_ = blocked_;
  // What costs too much less, or more, than the page's product.
  const auto price = context_->item ? offers_->price(*context_->item) : std::nullopt;
  if (!price || !(slot_->price_from > 0 || slot_->price_to > 0)) return;
  const auto bound = [&](float times) {
    constexpr double kHighest = 9e18;
    const auto product = static_cast<double>(*price) * static_cast<double>(times);
    return static_cast<std::int64_t>(std::min(product, kHighest));
  };
  only_prices(bound(slot_->price_from), slot_->price_to > 0 ? bound(slot_->price_to) : INT64_MAX);
  blocked_ = closed_;
}

// Puts aside what the shop wants at a place, as far as it may be shown.
void Recommender::take_pins() {
  pins_ = slot_->pins;
  if (pins_.size() > count_) pins_.resize(count_);
  for (auto& pin : pins_) {
    if (pin == pack::kNoPin || !allowed(pin)) {
      pin = pack::kNoPin;
      continue;
    }
    blocked_[pin] = 1;
    closed_[pin] = 1;
    arranger_.add(pin);
    --count_;
  }
}

void Recommender::put_pins() {
  for (std::size_t place = 0; place < pins_.size(); ++place) {
    if (pins_[place] == pack::kNoPin) continue;
    Pick pick;
    pick.row = pins_[place];
    pick.reason = ReasonCode::pinned;
    pick.strategy = slot_->strategy;
    auto& items = picks_.items;
    items.push_back(pick);
    for (auto at = items.size() - 1; at > place; --at) std::swap(items[at], items[at - 1]);
  }
  pins_.clear();
}

// Leaves one product of each category, or brand. They come in the order of what their products are worth together: each the
// inverse of its place.
void Recommender::group() {
  const auto& names = slot_->shown == pack::Shown::brands ? pack_->brands() : pack_->categories();
  auto picks = std::move(picks_.items);
  picks_.items.clear();
  auto& groups = picks_.items;
  float place = 0;
  for (auto& pick : picks) {
    const float worth = 1 / ++place;
    const auto name = names.index(pick.row);
    if (name == pack::kNone) continue;
    std::size_t at = 0;
    while (at < groups.size() && names.index(groups[at].row) != name) ++at;
    if (at == groups.size()) {
      pick.score = 0;
      groups.push_back(pick);
    }
    groups[at].score += worth;
    for (; at > 0 && groups[at].score > groups[at - 1].score; --at) {
      std::swap(groups[at], groups[at - 1]);
    }
  }
}

bool Recommender::allowed(std::uint32_t row) {
  if (closed_[row] != 0) return false;
  if (filter_ == nullptr || filter_->passes(row)) return true;
  blocked_[row] = 1;
  closed_[row] = 1;
  return false;
}

std::size_t Recommender::wanted() const {
  const bool arranged = slot_->diversity > 0 || slot_->calibration > 0 || slot_->rotation > 0 ||
                        !slot_->boosts.empty();
  return arranged ? std::max(kPool, kPoolTimes * missing()) : missing();
}

void Recommender::consider(std::uint32_t row, float score, float relevance) {
  const auto boosts = filter_ == nullptr ? 0 : filter_->boosts(row);
  candidates_.push_back({row, score, relevance, boosts, step_, {}, {}});
}

void Recommender::score(Rows session, std::size_t count, bool by_pairs) {
  session_ = std::move(session);
  best_.clear();
  if (session_.empty()) return;
  if (session_.size() > kSessionLength) session_.resize(kSessionLength);
  if (by_pairs) {
    scorer_.score_pairs(session_);
  } else {
    scorer_.score(session_);
  }
  const auto may_show = [&](std::uint32_t row) { return allowed(row); };
  top_k(scorer_.scores(), count, may_show, best_);
}

void Recommender::take_scored(Rows session, ReasonCode reason, bool by_pairs) {
  score(std::move(session), wanted(), by_pairs);
  for (const auto row : best_) consider(row, scorer_.scores()[row], scorer_.scores()[row]);
  take_candidates(reason, {});
}

void Recommender::take_listed(const Rows& rows, ReasonCode reason) {
  const auto most = wanted();
  for (const auto row : rows) {
    if (candidates_.size() == most) break;
    if (!allowed(row)) continue;
    closed_[row] = 1;  // it may be in the list twice
    consider(row, 0, 1 - static_cast<float>(candidates_.size()) / static_cast<float>(most));
  }
  take_candidates(reason, {});
}

void Recommender::take_popular(ReasonCode reason, std::optional<std::uint32_t> because) {
  const auto most = wanted();
  for (std::uint32_t row = 0; row < closed_.size() && candidates_.size() < most; ++row) {
    if (!allowed(row)) continue;
    consider(row, 0, 1 - static_cast<float>(candidates_.size()) / static_cast<float>(most));
  }
  take_candidates(reason, because);
}

void Recommender::take_candidates(ReasonCode reason, std::optional<std::uint32_t> because) {
  for (const auto place : arranger_.arrange(candidates_, missing())) {
    auto& pick = candidates_[place];
    pick.reason = reason;
    pick.because = because;
    if (!session_.empty()) {
      const auto cause = session_[scorer_.cause(pick.row)];
      if (reason == kAsTouched) pick.reason = as_touched(cause);
      if (reason != ReasonCode::discovery) pick.because = cause;
    }
    if (picks_.items.empty()) picks_.strategy = step_;
    picks_.personal = picks_.personal || is_personal_;
    picks_.items.push_back(pick);
    blocked_[pick.row] = 1;
    closed_[pick.row] = 1;
    arranger_.add(pick.row);
  }
  candidates_.clear();
  session_.clear();
}

// How the product came into what the shopper is about: by the page, the cart, or what they did.
ReasonCode Recommender::as_touched(std::uint32_t row) const {
  const auto& cart = context_->cart;
  const auto& touched = context_->touched;
  const auto touch =
      std::find_if(touched.begin(), touched.end(), [&](const Touch& it) { return it.row == row; });
  const bool page_first = touched.empty() || touched.front().row != row;
  if (page_first && row == context_->item) return ReasonCode::similar;
  if (std::find(cart.begin(), cart.end(), row) != cart.end()) return ReasonCode::because_carted;
  return touch != touched.end() && touch->is_purchase() ? ReasonCode::because_bought
                                                        : ReasonCode::because_viewed;
}

}  // namespace etalage::recommend
