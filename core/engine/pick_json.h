// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// write_pick: one recommended product, as JavaScript sees it:
//   { id, score, strategy, reason: { code, text, because: [cause] }, fields: { title, price, url, image, brand, category,
//   series } }
// strategy is the step of the chain that picked it. A cause is the id of a product, "category garden", "segment loyal", or "boost
// 1": the slot's first. A field that the pack does not have for the product is left out; and its price where that is known to be out of date.
//
// Where a slot shows categories or brands, id is the category's path or the brand's name, and the fields are title, category or
// brand, and the image of its best product.
#pragma once

#include "bytes/json.h"
#include "recommend/recommender.h"

namespace etalage::engine {

// What a pick is written from.
struct PickSource {
  const pack::Pack& pack;
  const recommend::Offers& offers;
  const pack::Slot& slot;
  const recommend::Context& context;
  recommend::Language language;
};

void write_pick(bytes::JsonWriter& json, const PickSource& source, const recommend::Pick& pick);

}  // namespace etalage::engine
