// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// PackFields: a product of the pack, as the rules of a slot read it; SlotRules: a slot's filter and boosts, over the pack's
// products. A slot's filter is the filter rule of its name, its boost i that of the name "<slot> <i>", counted from 1.
//
// Lifetime  refers to the pack, the offers and the evaluator, which must outlive it.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "pack/pack.h"
#include "recommend/filter.h"
#include "recommend/offers.h"
#include "rules/evaluator.h"

namespace etalage::engine {

class PackFields : public rules::ProductFields {
 public:
  PackFields(const pack::Pack& pack, const recommend::Offers& offers, rules::Evaluator& evaluator)
      : pack_(pack), offers_(offers), evaluator_(evaluator) {}
  void show(std::uint32_t row) { row_ = row; }
  [[nodiscard]] double field(std::uint16_t field, rules::Type type) const override;

 private:
  const pack::Pack& pack_;
  const recommend::Offers& offers_;
  rules::Evaluator& evaluator_;
  std::uint32_t row_ = 0;
};

class SlotRules : public recommend::Filter {
 public:
  SlotRules(const pack::Pack& pack, const recommend::Offers& offers, rules::Evaluator& evaluator,
            const pack::Slot& slot);
  // Whether the slot has a filter or a boost at all.
  [[nodiscard]] bool any() const { return filter_ || !boosts_.empty(); }
  [[nodiscard]] bool passes(std::uint32_t row) override;
  [[nodiscard]] std::uint32_t boosts(std::uint32_t row) override;

 private:
  PackFields fields_;
  rules::Evaluator& evaluator_;
  std::optional<std::uint32_t> filter_;                          // a rule
  std::vector<std::pair<std::uint32_t, std::uint32_t>> boosts_;  // a rule, and its boost's bit
};

}  // namespace etalage::engine
