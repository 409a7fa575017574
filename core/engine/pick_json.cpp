// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/pick_json.h"

#include <algorithm>
#include <string>

#include "recommend/category.h"

namespace etalage::engine {
namespace {

void write_text(bytes::JsonWriter& json, std::string_view key, std::string_view text) {
  if (!text.empty()) json.key(key).string(text);
}

std::string_view subject(const pack::Pack& pack, const recommend::Pick& pick) {
  if (!pick.because) return recommend::leaf(pack.categories().text(pick.row));
  const auto title = pack.title(*pick.because);
  return title.empty() ? pack.id(*pick.because) : title;
}

void write_reason(bytes::JsonWriter& json, const PickSource& source, const recommend::Pick& pick) {
  const auto& pack = source.pack;
  json.key("reason").object().key("code").string(recommend::name(pick.reason));
  json.key("text").string(recommend::sentence(pick.reason, source.language, subject(pack, pick)));
  json.key("because").array();
  if (pick.because) {
    json.string(pack.id(*pick.because));
  } else if (recommend::is_about_category(pick.reason)) {
    json.string("category " + std::string(pack.categories().text(pick.row)));
  }
  if (pick.reason == recommend::ReasonCode::segment) {
    for (const auto& list : pack.segment_lists()) {
      const auto& in = source.context.segments;
      if (std::find(in.begin(), in.end(), list.segment) != in.end() &&
          std::find(list.rows.begin(), list.rows.end(), pick.row) != list.rows.end()) {
        json.string("segment " + std::string(list.segment));
      }
    }
  }
  for (std::size_t i = 0; i < source.slot.boosts.size(); ++i) {
    if ((pick.boosts >> i & 1U) != 0) json.string("boost " + std::to_string(i + 1));
  }
  json.end().end();
}

void write_product(bytes::JsonWriter& json, const PickSource& source, std::uint32_t row) {
  const auto& pack = source.pack;
  write_text(json, "title", pack.title(row));
  if (const auto price = source.offers.price(row)) {
    json.key("price").number(static_cast<double>(*price) / 1e6);
  }
  write_text(json, "currency", pack.currency());
  write_text(json, "url", pack.url(row));
  write_text(json, "image", pack.image(row));
  write_text(json, "brand", pack.brand(row));
  write_text(json, "category", pack.categories().text(row));
}

}  // namespace

void write_pick(bytes::JsonWriter& json, const PickSource& source, const recommend::Pick& pick) {
  const auto& pack = source.pack;
  const bool by_brand = source.slot.shown == pack::Shown::brands;
  const auto group = by_brand ? pack.brand(pick.row) : pack.categories().text(pick.row);
  const bool groups = source.slot.shown != pack::Shown::products;
  json.object().key("id").string(groups ? group : pack.id(pick.row));
  json.key("score").number(static_cast<double>(pick.score));
  json.key("strategy").string(pack::name(pick.strategy));
  write_reason(json, source, pick);
  json.key("fields").object();
  if (groups) {
    write_text(json, "title", by_brand ? group : recommend::leaf(group));
    write_text(json, by_brand ? "brand" : "category", group);
    write_text(json, "image", pack.image(pick.row));
  } else {
    write_product(json, source, pick.row);
  }
  json.end().end();
}

}  // namespace etalage::engine
