// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Recommender: fills a slot: its strategy first, then its fallbacks in order, until the slot is full. It never fills at
// random, never twice with one product, and never with what is out of stock, excluded, or the page's own product.
//
// Shape     products are rows of the pack.
// Cost      at most one pass over the pack for each step of the chain.
// Lifetime  the pack must outlive the Recommender.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "pack/pack.h"
#include "profile/event.h"
#include "recommend/filter.h"
#include "recommend/reason.h"
#include "recommend/scorer.h"

namespace etalage::recommend {

struct Touch {
  std::uint32_t row = 0;
  profile::EventKind kind = profile::EventKind::view_item;
};

// What is known when a slot is filled. Everything but `item`, `category` and a cart that the page told comes from the
// profile, and is empty without one.
struct Context {
  std::vector<Touch> touched;         // newest first
  std::vector<std::uint32_t> cart;    // newest first
  bool cart_is_personal = false;      // the cart comes from the profile
  std::optional<std::uint32_t> item;  // the product that the page, or the call, is about
  std::string_view category;          // the path of the category that the page is about
};

struct Pick {
  std::uint32_t row = 0;
  float score = 0;
  ReasonCode reason = ReasonCode::bestseller;
  std::optional<std::uint32_t> because;
};

struct Picks {
  pack::Strategy strategy =
      pack::Strategy::bestsellers;  // the first step that gave anything, else the slot's own
  bool personal = false;            // something in the list follows from the profile
  std::vector<Pick> items;
};

class Recommender {
 public:
  explicit Recommender(const pack::Pack& pack) : pack_(&pack), scorer_(pack) {}

  // `filter`: what the slot may show; nullptr: anything.
  [[nodiscard]] Picks fill(const pack::Slot& slot, const Context& context, std::size_t count,
                           std::span<const std::uint32_t> exclude, Filter* filter = nullptr);

 private:
  void step(pack::Strategy strategy, const Context& context);
  void for_you(const Context& context);
  void similar(const Context& context);
  void bought_together(const Context& context);
  void recently_viewed(const Context& context);
  void bestsellers(const Context& context);

  // Scores by the session and takes the best; `reason` gives the reason for the session's product that speaks most.
  template <typename Reason>
  void take_scored(std::span<const std::uint32_t> session, Reason&& reason);
  bool take(const Pick& pick);
  [[nodiscard]] bool allowed(std::uint32_t row);
  [[nodiscard]] bool full() const { return picks_.items.size() == count_; }

  const pack::Pack* pack_;
  Filter* filter_ = nullptr;  // of the slot that is being filled
  Scorer scorer_;
  std::vector<std::uint8_t> blocked_;  // by row: 1 = not to be shown (any more)
  std::vector<std::uint32_t> best_;
  Picks picks_;
  std::size_t count_ = 0;
};

}  // namespace etalage::recommend
