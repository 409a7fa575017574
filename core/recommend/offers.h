// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Offers: prices and stock as they are now: those of the pack, unless the shop's live file says otherwise.
//
// Lifetime  the pack must outlive the Offers.
// Cost      9 bytes a product once there is a live file; else 1.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "pack/pack.h"

namespace etalage::recommend {

// What the live file says of a product. What it does not say is as in the pack.
struct LiveOffer {
  std::string id;
  bool has_price = false;
  // Millionths of the currency; nothing: the pack's is out of date, and what holds instead is not known.
  std::optional<std::int64_t> price;
  std::optional<bool> in_stock;
};

// A price in millionths; nothing for what is none.
[[nodiscard]] std::optional<std::int64_t> millionths(double price);

class Offers {
 public:
  explicit Offers(const pack::Pack& pack);

  // Replaces what an earlier live file said. Of two offers for one product the last counts.
  void set_live(const std::vector<LiveOffer>& offers);

  // Millionths of the currency; nothing where unknown or known to be out of date.
  [[nodiscard]] std::optional<std::int64_t> price(std::uint32_t row) const;
  [[nodiscard]] bool in_stock(std::uint32_t row) const { return (closed_[row] & kSoldOut) == 0; }
  // By row: other than 0 = must not be recommended: hidden, or not in stock.
  [[nodiscard]] std::span<const std::uint8_t> closed() const { return closed_; }

 private:
  static constexpr std::uint8_t kSoldOut = 1, kHidden = 2;

  void reset();

  const pack::Pack* pack_;
  std::vector<std::int64_t> prices_;  // empty without a live file; below 0: not to be shown
  std::vector<std::uint8_t> closed_;
};

}  // namespace etalage::recommend
