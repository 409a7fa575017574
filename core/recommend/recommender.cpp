// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "recommend/recommender.h"

#include <algorithm>

#include "recommend/category.h"
#include "recommend/top_k.h"

namespace etalage::recommend {

using pack::Strategy;

Picks Recommender::fill(const pack::Slot& slot, const Context& context, std::size_t count,
                        std::span<const std::uint32_t> exclude, Filter* filter) {
  filter_ = filter;
  count_ = std::min<std::size_t>(count, pack_->products());
  picks_ = Picks{};
  picks_.strategy = slot.strategy;
  blocked_.resize(pack_->products());
  for (std::uint32_t row = 0; row < pack_->products(); ++row) blocked_[row] = !pack_->in_stock(row);
  for (const auto row : exclude) blocked_[row] = 1;
  if (context.item) blocked_[*context.item] = 1;

  step(slot.strategy, context);
  for (const auto fallback : slot.fallback) {
    if (full()) break;
    step(fallback, context);
  }
  return std::move(picks_);
}

void Recommender::step(Strategy strategy, const Context& context) {
  const bool first = picks_.items.empty();
  switch (strategy) {
    case Strategy::for_you: for_you(context); break;
    case Strategy::similar: similar(context); break;
    case Strategy::bought_together: bought_together(context); break;
    case Strategy::recently_viewed: recently_viewed(context); break;
    case Strategy::bestsellers: bestsellers(context); break;
  }
  if (first && !picks_.items.empty()) picks_.strategy = strategy;
}

bool Recommender::allowed(std::uint32_t row) {
  if (blocked_[row] != 0) return false;
  if (filter_ == nullptr || filter_->passes(row)) return true;
  blocked_[row] = 1;
  return false;
}

bool Recommender::take(const Pick& pick) {
  if (full() || !allowed(pick.row)) return false;
  blocked_[pick.row] = 1;
  picks_.items.push_back(pick);
  return true;
}

template <typename Reason>
void Recommender::take_scored(std::span<const std::uint32_t> session, Reason&& reason) {
  const auto may_show = [&](std::uint32_t row) { return allowed(row); };
  top_k(scorer_.scores(), count_ - picks_.items.size(), may_show, best_);
  for (const auto row : best_) {
    const auto cause = scorer_.cause(row);
    take({row, scorer_.scores()[row], reason(cause), session[cause]});
  }
}

void Recommender::for_you(const Context& context) {
  std::vector<std::uint32_t> session;
  const bool page_first =
      context.item && (context.touched.empty() || context.touched.front().row != *context.item);
  if (page_first) session.push_back(*context.item);
  for (const auto& touch : context.touched) {
    if (session.size() == kSessionLength) break;
    session.push_back(touch.row);
  }
  if (session.empty()) return;
  // What the shopper has just seen is no news: recently-viewed shows it.
  for (const auto row : session) blocked_[row] = 1;
  for (const auto row : context.cart) blocked_[row] = 1;
  scorer_.score(session);
  const auto before = picks_.items.size();
  take_scored(session, [&](std::size_t place) {
    if (page_first && place == 0) return ReasonCode::similar;
    const auto& cart = context.cart;
    if (std::find(cart.begin(), cart.end(), session[place]) != cart.end()) {
      return ReasonCode::because_carted;
    }
    const auto& touch = context.touched[place - (page_first ? 1 : 0)];
    return touch.kind == profile::EventKind::purchase ? ReasonCode::because_bought
                                                      : ReasonCode::because_viewed;
  });
  if (picks_.items.size() > before && !context.touched.empty()) picks_.personal = true;
}

void Recommender::similar(const Context& context) {
  if (!context.item && context.touched.empty()) return;
  const auto row = context.item ? *context.item : context.touched.front().row;
  blocked_[row] = 1;
  const std::uint32_t session[] = {row};
  scorer_.score(session);
  const auto before = picks_.items.size();
  take_scored(session, [](std::size_t) { return ReasonCode::similar; });
  if (picks_.items.size() > before && !context.item) picks_.personal = true;
}

void Recommender::bought_together(const Context& context) {
  std::vector<std::uint32_t> session;
  if (context.item) {
    session.push_back(*context.item);
  } else {
    session = context.cart;
  }
  if (session.empty()) return;
  if (session.size() > kSessionLength) session.resize(kSessionLength);
  for (const auto row : context.cart) blocked_[row] = 1;
  scorer_.score_pairs(session);
  const auto before = picks_.items.size();
  take_scored(session, [](std::size_t) { return ReasonCode::together; });
  if (picks_.items.size() > before && !context.item && context.cart_is_personal) {
    picks_.personal = true;
  }
}

void Recommender::recently_viewed(const Context& context) {
  // Whoever carted or bought a product has looked at it.
  for (const auto& touch : context.touched) {
    if (take({touch.row, 0, ReasonCode::recent, {}})) picks_.personal = true;
  }
}

void Recommender::bestsellers(const Context& context) {
  const auto& categories = pack_->categories();
  if (!context.category.empty()) {
    std::vector<std::uint8_t> inside(categories.values().size());
    for (std::uint32_t i = 0; i < inside.size(); ++i) {
      inside[i] = under(categories.values().text(i), context.category);
    }
    for (std::uint32_t row = 0; row < pack_->products() && !full(); ++row) {
      const auto index = categories.index(row);
      if (index != pack::kNone && inside[index])
        take({row, 0, ReasonCode::bestseller_in_category, {}});
    }
  }
  for (std::uint32_t row = 0; row < pack_->products() && !full(); ++row) {
    take({row, 0, ReasonCode::bestseller, {}});
  }
}

}  // namespace etalage::recommend
