// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The strategies of a Recommender.
#include <algorithm>

#include "recommend/category.h"
#include "recommend/recommender.h"

namespace etalage::recommend {

using pack::Strategy;

namespace {

constexpr std::int64_t kDay = 86400000;
constexpr std::int64_t kBrowsingEnds = 30 * kDay;
// What the step up from a product may cost, in times its price, where the slot does not say.
constexpr std::int64_t kStepUp = 2;
constexpr std::int64_t kHighestPrice = INT64_MAX / 2;  // of which twice as much can be told
// Products of which the categories are explored.
constexpr std::size_t kExplored = 400;

std::vector<std::uint32_t> rows_of(const pack::NumberColumn<std::uint32_t>& column) {
  std::vector<std::uint32_t> rows(column.size());
  for (std::uint32_t i = 0; i < rows.size(); ++i) rows[i] = column[i];
  return rows;
}

}  // namespace

void Recommender::step(Strategy strategy) {
  step_ = strategy;
  is_personal_ = false;
  closed_ = blocked_;
  switch (strategy) {
    case Strategy::for_you: return for_you();
    case Strategy::similar: return similar(context_->item);
    case Strategy::bought_together: return bought_together();
    case Strategy::recently_viewed: return recently_viewed();
    case Strategy::bestsellers: return bestsellers();
    case Strategy::alternatives: return alternatives();
    case Strategy::complement: return complement();
    case Strategy::cart_complement: return cart_complement();
    case Strategy::buy_again: return buy_again();
    case Strategy::continue_browsing: return continue_browsing();
    case Strategy::trending: return take_listed(rows_of(pack_->trending()), ReasonCode::trending);
    case Strategy::new_arrivals:
      return take_listed(rows_of(pack_->arrivals()), ReasonCode::arrival);
    case Strategy::new_for_you: return new_for_you();
    case Strategy::up_sell: return up_sell();
    case Strategy::cross_sell: return cross_sell();
    case Strategy::more_from_series: return more_from_series();
    case Strategy::explore: return explore();
    case Strategy::segment_bestsellers: return segment_bestsellers();
    case Strategy::contextual:
      if (context_->item) similar(context_->item);
      return context_->category.empty() ? void() : bestsellers();
  }
}

void Recommender::only_categories(const std::vector<std::uint8_t>& categories, bool with_none) {
  for (std::uint32_t row = 0; row < closed_.size(); ++row) {
    const auto category = pack_->categories().index(row);
    if (category == pack::kNone ? !with_none : categories[category] == 0) closed_[row] = 1;
  }
}

void Recommender::only_prices(std::int64_t least, std::int64_t most) {
  for (std::uint32_t row = 0; row < closed_.size(); ++row) {
    const auto price = offers_->price(row);
    if (!price || *price < least || *price > most) closed_[row] = 1;
  }
}

void Recommender::same_category(std::uint32_t row) {
  const auto category = pack_->categories().index(row);
  if (category == pack::kNone) return;
  std::vector<std::uint8_t> categories(pack_->categories().values().size(), 0);
  categories[category] = 1;
  only_categories(categories, false);
}

void Recommender::other_categories(const Rows& rows) {
  std::vector<std::uint8_t> categories(pack_->categories().values().size(), 1);
  for (const auto row : rows) {
    const auto category = pack_->categories().index(row);
    if (category != pack::kNone) categories[category] = 0;
  }
  only_categories(categories, true);
}

// From this step on.
void Recommender::leave_out(const Rows& rows) {
  for (const auto row : rows) {
    blocked_[row] = 1;
    closed_[row] = 1;
  }
}

// The page's product, then what the shopper touched, newest first.
Recommender::Rows Recommender::browsed() const {
  Rows session;
  const auto& touched = context_->touched;
  if (context_->item && (touched.empty() || touched.front().row != *context_->item)) {
    session.push_back(*context_->item);
  }
  for (const auto& touch : touched) {
    if (session.size() == kSessionLength) break;
    session.push_back(touch.row);
  }
  return session;
}

void Recommender::for_you() {
  auto session = browsed();
  // What the shopper has just seen is no news: recently-viewed shows it.
  leave_out(session);
  leave_out(context_->cart);
  is_personal_ = !context_->touched.empty();
  take_scored(std::move(session), kAsTouched);
}

// One product of each category that the shopper has not been in.
void Recommender::explore() {
  const auto session = browsed();
  other_categories(session);
  is_personal_ = !context_->touched.empty();
  score(session, kExplored, false);
  std::vector<std::uint8_t> shown(pack_->categories().values().size(), 0);
  for (const auto row : best_) {
    const auto category = pack_->categories().index(row);
    if (category == pack::kNone || shown[category] != 0) continue;
    shown[category] = 1;
    consider(row, scorer_.scores()[row], scorer_.scores()[row]);
  }
  take_candidates(ReasonCode::discovery, {});
}

void Recommender::new_for_you() {
  const auto arrivals = rows_of(pack_->arrivals());
  std::vector<std::uint8_t> is_new(pack_->products(), 0);
  for (const auto row : arrivals) is_new[row] = 1;
  for (std::uint32_t row = 0; row < closed_.size(); ++row) {
    if (is_new[row] == 0) closed_[row] = 1;
  }
  is_personal_ = !context_->touched.empty();
  take_scored(browsed(), ReasonCode::arrival_like);
  is_personal_ = false;
  take_listed(arrivals, ReasonCode::arrival);
}

void Recommender::similar(std::optional<std::uint32_t> row) {
  is_personal_ = !row && !context_->touched.empty();
  if (is_personal_) row = context_->touched.front().row;
  if (!row) return;
  leave_out({*row});
  take_scored({*row}, ReasonCode::similar);
}

void Recommender::alternatives() {
  if (!context_->item) return;
  const auto item = *context_->item;
  auto reason = ReasonCode::alternative;
  same_category(item);
  if (slot_->prefer == pack::Prefer::cheaper) {
    reason = ReasonCode::cheaper;
    only_prices(0, offers_->price(item).value_or(0) - 1);
  } else if (slot_->prefer == pack::Prefer::greener) {
    reason = ReasonCode::greener;
    const auto* green = pack_->attribute("green");
    if (green == nullptr || green->is_text) return;
    // What is not known is neither greener nor less green: NaN.
    for (std::uint32_t row = 0; row < closed_.size(); ++row) {
      if (!(green->numbers[row] > green->numbers[item])) closed_[row] = 1;
    }
  }
  take_scored({item}, reason);
  take_popular(reason, item);
}

void Recommender::up_sell() {
  const auto price = context_->item ? offers_->price(*context_->item) : std::nullopt;
  if (!price) return;
  same_category(*context_->item);
  // Of all prices up to there those in the slot's own bounds are left.
  if (*price > kHighestPrice) return;
  only_prices(*price + 1, slot_->price_to > 0 ? INT64_MAX : *price * kStepUp);
  take_scored({*context_->item}, ReasonCode::step_up);
  take_popular(ReasonCode::step_up, context_->item);
}

void Recommender::bought_together() {
  is_personal_ = !context_->item && context_->cart_is_personal;
  leave_out(context_->cart);
  take_scored(context_->item ? Rows{*context_->item} : context_->cart, ReasonCode::together, true);
}

void Recommender::complement() {
  if (!context_->item) return;
  other_categories({*context_->item});
  leave_out(context_->cart);
  take_scored({*context_->item}, ReasonCode::together, true);
}

void Recommender::cart_complement() {
  other_categories(context_->cart);
  leave_out(context_->cart);
  is_personal_ = context_->cart_is_personal;
  take_scored(context_->cart, ReasonCode::together, true);
}

// What goes with the page's product and the cart at once, by all that is known of both.
void Recommender::cross_sell() {
  Rows session = context_->cart;
  if (context_->item) session.insert(session.begin(), *context_->item);
  other_categories(session);
  leave_out(session);
  is_personal_ = context_->cart_is_personal && !context_->cart.empty();
  take_scored(std::move(session), ReasonCode::together);
}

void Recommender::more_from_series() {
  const auto* series = pack_->attribute("series");
  if (!context_->item || series == nullptr || !series->is_text) return;
  const auto item = *context_->item;
  const auto its = series->texts.index(item);
  if (its == pack::kNone) return;
  for (std::uint32_t row = 0; row < closed_.size(); ++row) {
    if (series->texts.index(row) != its) closed_[row] = 1;
  }
  take_scored({item}, ReasonCode::series);
  take_popular(ReasonCode::series, item);
}

void Recommender::recently_viewed() {
  // Whoever carted or bought a product has looked at it.
  Rows rows;
  for (const auto& touch : context_->touched) rows.push_back(touch.row);
  is_personal_ = true;
  take_listed(rows, ReasonCode::recent);
}

// What was looked at of late, and neither bought since nor put in the cart.
void Recommender::continue_browsing() {
  for (const auto row : context_->cart) closed_[row] = 1;
  Rows rows;
  std::vector<std::uint8_t> bought(pack_->products(), 0);
  for (const auto& touch : context_->touched) {
    if (touch.is_purchase()) bought[touch.row] = 1;
    const bool is_late = touch.time <= context_->now - kBrowsingEnds;
    if (bought[touch.row] == 0 && !is_late) rows.push_back(touch.row);
  }
  is_personal_ = true;
  take_listed(rows, ReasonCode::resume);
}

// What the shopper bought and is about to need again: first what is nearest to the time after which it is bought again, from
// half of that time on. Where the pack knows no such time of any product: what was bought, newest first.
void Recommender::buy_again() {
  Rows seen;
  Rows due;
  std::vector<float> nearness;  // of what is due, nearest first
  for (const auto& touch : context_->touched) {
    if (!touch.is_purchase()) continue;
    if (std::find(seen.begin(), seen.end(), touch.row) != seen.end()) continue;
    seen.push_back(touch.row);
    const auto interval = static_cast<double>(pack_->interval(touch.row)) * kDay;
    const auto share = static_cast<double>(context_->now - touch.time) / interval;
    if (!(interval > 0 && share >= 0.5)) continue;
    due.push_back(touch.row);
    nearness.push_back(static_cast<float>(share < 1 ? share : 1 / share));
    for (auto i = due.size() - 1; i > 0 && nearness[i] > nearness[i - 1]; --i) {
      std::swap(due[i], due[i - 1]);
      std::swap(nearness[i], nearness[i - 1]);
    }
  }
  if (pack_->has_intervals()) seen = std::move(due);
  is_personal_ = true;
  take_listed(seen, ReasonCode::buy_again);
}

// What is popular in all of the shopper's segments first: each list counts by the inverse of the place.
void Recommender::segment_bestsellers() {
  Rows rows;
  std::vector<float> worth;
  for (const auto& list : pack_->segment_lists()) {
    const auto& segments = context_->segments;
    if (std::find(segments.begin(), segments.end(), list.segment) == segments.end()) continue;
    float place = 0;
    for (const auto row : list.rows) {
      auto at = static_cast<std::size_t>(std::find(rows.begin(), rows.end(), row) - rows.begin());
      if (at == rows.size()) {
        rows.push_back(row);
        worth.push_back(0);
      }
      worth[at] += 1 / ++place;
      for (; at > 0 && worth[at] > worth[at - 1]; --at) {
        std::swap(worth[at], worth[at - 1]);
        std::swap(rows[at], rows[at - 1]);
      }
    }
  }
  is_personal_ = true;
  take_listed(rows, ReasonCode::segment);
}

void Recommender::bestsellers() {
  if (!context_->category.empty()) {
    const auto& categories = pack_->categories();
    std::vector<std::uint8_t> inside(categories.values().size());
    for (std::uint32_t i = 0; i < inside.size(); ++i) {
      inside[i] = under(categories.values().text(i), context_->category);
    }
    only_categories(inside, false);
    take_popular(ReasonCode::bestseller_in_category);
    if (step_ == Strategy::contextual) return;
    closed_ = blocked_;
  }
  take_popular(ReasonCode::bestseller);
}

}  // namespace etalage::recommend
