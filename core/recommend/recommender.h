// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Recommender: fills a slot: its strategy first, then its fallbacks in order, until the slot is full. It never fills at
// random, never twice with one product, and never with what is hidden, out of stock, excluded, or the page's own product,
// wherever it comes from: pins and fallbacks too.
//
// Shape     products are rows of the pack.
// Cost      at most a few passes over the pack for each step of the chain.
// Lifetime  the pack and the offers must outlive the Recommender.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "pack/pack.h"
#include "recommend/arranger.h"
#include "recommend/context.h"
#include "recommend/filter.h"
#include "recommend/offers.h"
#include "recommend/pick.h"
#include "recommend/scorer.h"

namespace etalage::recommend {

struct Picks {
  pack::Strategy strategy =
      pack::Strategy::bestsellers;  // the first step that gave anything, else the slot's own
  bool personal = false;            // something in the list follows from the profile
  // In the order in which they are shown. Where the slot shows categories or brands: one product of each, the best.
  std::vector<Pick> items;
};

class Recommender {
 public:
  Recommender(const pack::Pack& pack, const Offers& offers)
      : pack_(&pack), offers_(&offers), scorer_(pack), arranger_(pack) {}

  // At most 1,000 products. `exclude`: rows. `filter`: what the slot's rules say; nullptr: it has none.
  [[nodiscard]] Picks fill(const pack::Slot& slot, const Context& context, std::size_t count,
                           std::span<const std::uint32_t> exclude, Filter* filter = nullptr);

 private:
  using Rows = std::vector<std::uint32_t>;
  // Of a product that follows from a session, the reason is how its cause came into it.
  static constexpr auto kAsTouched = ReasonCode::because_viewed;

  void block(std::span<const std::uint32_t> exclude);
  void take_pins();
  void put_pins();
  void group();

  // Steps of the chain.
  void step(pack::Strategy strategy);
  void for_you();
  void explore();
  void new_for_you();
  void similar(std::optional<std::uint32_t> row);
  void alternatives();
  void up_sell();
  void bought_together();
  void complement();
  void cart_complement();
  void cross_sell();
  void more_from_series();
  void recently_viewed();
  void continue_browsing();
  void buy_again();
  void bestsellers();
  void segment_bestsellers();

  [[nodiscard]] Rows browsed() const;
  void leave_out(const Rows& rows);
  // Keep the step to rows: of categories, a flag each (of products without one: none, or all); at prices from, to.
  void only_categories(const std::vector<std::uint8_t>& categories, bool with_none);
  void only_prices(std::int64_t least, std::int64_t most);
  void same_category(std::uint32_t row);
  void other_categories(const Rows& rows);

  // Take candidates for what is still empty: by the scores of a session; of a list, in its order; of all rows, most popular first.
  void score(Rows session, std::size_t count, bool by_pairs);
  void take_scored(Rows session, ReasonCode reason, bool by_pairs = false);
  void take_listed(const Rows& rows, ReasonCode reason);
  void take_popular(ReasonCode reason, std::optional<std::uint32_t> because = {});
  void consider(std::uint32_t row, float score, float relevance);
  void take_candidates(ReasonCode reason, std::optional<std::uint32_t> because);
  [[nodiscard]] ReasonCode as_touched(std::uint32_t row) const;

  [[nodiscard]] bool allowed(std::uint32_t row);
  [[nodiscard]] std::size_t missing() const { return count_ - picks_.items.size(); }
  // How many candidates to look at: more than are shown where they are then arranged.
  [[nodiscard]] std::size_t wanted() const;

  const pack::Pack* pack_;
  const Offers* offers_;
  Scorer scorer_;
  Arranger arranger_;
  const pack::Slot* slot_ = nullptr;  // that is being filled, and for what
  const Context* context_ = nullptr;
  Filter* filter_ = nullptr;
  pack::Strategy step_ = pack::Strategy::bestsellers;
  bool is_personal_ = false;           // what this step gives follows from the profile
  std::vector<std::uint8_t> blocked_;  // by row: 1 = not to be shown (any more)
  std::vector<std::uint8_t> closed_;   // likewise, in this step
  Rows session_;                       // last scored; empty where the candidates have no scores
  std::vector<Pick> candidates_;
  Rows best_;
  Rows pins_;  // the row at each place; kNoPin: none
  Picks picks_;
  std::size_t count_ = 0;
};

}  // namespace etalage::recommend
