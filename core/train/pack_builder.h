// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// PackBuilder: from a catalogue and a history to a pack. It orders the products by popularity, counts pairs, learns item
// vectors, derives the manifest from the slots, and writes.
//
// Order     set_products, set_settings and set_history in any order; begin; step until it gives 1; finish.
//           Product indexes everywhere are those of set_products; rows() tells where each product went in the pack.
// Errors    set_history, begin: invalid_argument (what train::validate, the trainer or the writer refuses).
// Lifetime  owns everything it is given.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "bytes/error.h"
#include "compile/compile.h"
#include "pack/contents.h"
#include "rules/sensitive.h"
#include "train/history.h"
#include "train/item_vectors.h"
#include "train/trends.h"

namespace etalage::train {

// A slot whose products are named by id or alias; of the slot itself exclude and pins are empty.
struct SlotSettings {
  pack::Slot slot;
  std::vector<std::string> exclude;
  std::vector<std::string> pins;  // by place; empty: none
};

struct Catalogue {
  std::vector<pack::Product> products;
  std::vector<pack::Attribute> attributes;
  std::vector<std::int32_t> added;  // the day that each product came into it (trends.h)
};

struct Settings {
  bool off = false;
  std::string currency;
  std::uint32_t min_support = 3;
  std::uint32_t retention_days = 400;
  std::uint32_t seed = 1;
  std::uint32_t epochs = 0;     // 0: the trainer chooses
  std::uint32_t positions = 0;  // likewise
  pack::Blend blend;
  std::vector<SlotSettings> slots;
};

struct Sessions {
  std::vector<std::uint32_t> items, offsets{0}, customers;
  std::vector<std::int32_t> days;  // one a session (trends.h), or none

  [[nodiscard]] History view(std::uint32_t products) const {
    return {items, offsets, customers, products};
  }
};

class PackBuilder {
 public:
  void set_products(Catalogue catalogue) { catalogue_ = std::move(catalogue); }
  void set_settings(Settings settings) { settings_ = std::move(settings); }
  void set_rules(compile::RuleSet rules) { rules_ = std::move(rules); }
  void set_history(Sessions sessions) { sessions_ = std::move(sessions); }
  // Of known customers, for when products are bought again.
  void set_purchases(std::vector<Purchase> purchases) { purchases_ = std::move(purchases); }

  // Compiles the rules, for the slots of the settings. finish() writes what this gave; where it was not called, it is.
  const compile::Compiled& compile_rules();

  Result<void> begin();
  // Trains on about so many samples more. Returns the share done; 1 = done.
  double step(std::uint32_t samples);
  Result<std::vector<std::uint8_t>> finish();

  // The row in the pack of each product. Valid after begin().
  [[nodiscard]] const std::vector<std::uint32_t>& rows() const { return rows_; }

 private:
  void rank();
  void add_pairs(pack::Contents& contents) const;
  void add_vectors(pack::Contents& contents) const;
  void add_trends(pack::Contents& contents) const;
  void add_slots(pack::Contents& contents) const;
  [[nodiscard]] std::uint32_t products() const {
    return static_cast<std::uint32_t>(catalogue_.products.size());
  }
  static void leave_out(pack::Contents& contents, const rules::Terms& refused);

  Catalogue catalogue_;
  Settings settings_;
  compile::RuleSet rules_;
  std::optional<compile::Compiled> compiled_;
  Sessions sessions_;
  std::vector<Purchase> purchases_;
  std::vector<std::uint32_t> rows_;
  std::optional<VectorTrainer> trainer_;
};

}  // namespace etalage::train
