// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// write_pick: one recommended product, as JavaScript sees it:
//   { id, score, reason: { code, text, because: [id] }, fields: { title, price, url, image, brand, category } }
// A field that the pack does not have for the product is left out.
#pragma once

#include "bytes/json.h"
#include "pack/pack.h"
#include "recommend/recommender.h"

namespace etalage::engine {

void write_pick(bytes::JsonWriter& json, const pack::Pack& pack, const recommend::Pick& pick,
                recommend::Language language);

}  // namespace etalage::engine
