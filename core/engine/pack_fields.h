// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// PackFields: a product of the pack, as a slot's filter reads it; PackFilter: such a filter, over the pack's products.
//
// Lifetime  refers to the pack and the evaluator, which must outlive it.
#pragma once

#include <cstdint>

#include "pack/pack.h"
#include "recommend/filter.h"
#include "rules/evaluator.h"

namespace etalage::engine {

class PackFields : public rules::ProductFields {
 public:
  PackFields(const pack::Pack& pack, rules::Evaluator& evaluator)
      : pack_(pack), evaluator_(evaluator) {}
  void show(std::uint32_t row) { row_ = row; }
  [[nodiscard]] double field(std::uint16_t field, rules::Type type) const override;

 private:
  const pack::Pack& pack_;
  rules::Evaluator& evaluator_;
  std::uint32_t row_ = 0;
};

class PackFilter : public recommend::Filter {
 public:
  PackFilter(const pack::Pack& pack, rules::Evaluator& evaluator, std::uint32_t rule)
      : fields_(pack, evaluator), evaluator_(evaluator), rule_(rule) {}
  [[nodiscard]] bool passes(std::uint32_t row) override {
    fields_.show(row);
    return evaluator_.passes(rule_, fields_);
  }

 private:
  PackFields fields_;
  rules::Evaluator& evaluator_;
  std::uint32_t rule_;
};

}  // namespace etalage::engine
