// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "recommend/offers.h"

namespace etalage::recommend {

std::optional<std::int64_t> millionths(double price) {
  constexpr double kLargest = 1e12;
  if (!(price >= 0 && price <= kLargest)) return std::nullopt;
  return static_cast<std::int64_t>(price * 1e6 + 0.5);
}

Offers::Offers(const pack::Pack& pack) : pack_(&pack), closed_(pack.products()) { reset(); }

void Offers::reset() {
  prices_.clear();
  for (std::uint32_t row = 0; row < closed_.size(); ++row) {
    closed_[row] = static_cast<std::uint8_t>((pack_->in_stock(row) ? 0 : kSoldOut) |
                                             (pack_->hidden(row) ? kHidden : 0));
  }
}

void Offers::set_live(const std::vector<LiveOffer>& offers) {
  reset();
  std::vector<std::int64_t> prices(closed_.size());
  for (std::uint32_t row = 0; row < prices.size(); ++row) prices[row] = price(row).value_or(-1);
  for (const auto& offer : offers) {
    const auto row = pack_->find(offer.id);
    if (!row) continue;
    if (offer.has_price) prices[*row] = offer.price.value_or(-1);
    if (!offer.in_stock) continue;
    closed_[*row] &= kHidden;
    if (!*offer.in_stock) closed_[*row] |= kSoldOut;
  }
  prices_ = std::move(prices);
}

std::optional<std::int64_t> Offers::price(std::uint32_t row) const {
  if (prices_.empty()) return pack_->price(row);
  if (prices_[row] < 0) return std::nullopt;
  return prices_[row];
}

}  // namespace etalage::recommend
