// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// History: what the shop's shoppers did, as the trainers read it: sessions of product indexes, oldest event first.
//
// Shape     items: all sessions end to end. offsets: sessions + 1 entries; session s is items[offsets[s] .. offsets[s + 1]).
//           customers: one number a session, any value; unknown_customer where nobody knows. Such a session counts as a
//           customer of its own. products: every item is below it.
// Errors    validate() names the first rule that is broken. Everything else in this layer REQUIRES a valid history.
// Lifetime  spans over the caller's arrays: valid while those are.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "bytes/error.h"

namespace etalage::train {

inline constexpr std::uint32_t unknown_customer = 0xFFFFFFFF;

struct History {
  std::span<const std::uint32_t> items;
  std::span<const std::uint32_t> offsets;
  std::span<const std::uint32_t> customers;
  std::uint32_t products = 0;

  [[nodiscard]] std::uint32_t sessions() const {
    return static_cast<std::uint32_t>(customers.size());
  }
  [[nodiscard]] std::span<const std::uint32_t> session(std::uint32_t s) const {
    return items.subspan(offsets[s], offsets[s + 1] - offsets[s]);
  }
};

[[nodiscard]] Result<void> validate(const History& history);

// The sessions grouped by customer, so that one pass counts distinct customers with one stamp a product.
// Within a customer sessions keep their order; unknown customers come last, each a group of its own.
struct CustomerOrder {
  std::vector<std::uint32_t> sessions;
  std::vector<std::uint32_t>
      groups;  // of sessions[i]; from 1 and never falling, so 0 serves as "none yet"
};

[[nodiscard]] CustomerOrder by_customer(const History& history);

}  // namespace etalage::train
