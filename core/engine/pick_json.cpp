// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/pick_json.h"

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

}  // namespace

void write_pick(bytes::JsonWriter& json, const pack::Pack& pack, const recommend::Pick& pick,
                recommend::Language language) {
  json.object().key("id").string(pack.id(pick.row));
  json.key("score").number(static_cast<double>(pick.score));
  json.key("reason").object().key("code").string(recommend::name(pick.reason));
  json.key("text").string(recommend::sentence(pick.reason, language, subject(pack, pick)));
  json.key("because").array();
  if (pick.because) json.string(pack.id(*pick.because));
  json.end().end();
  json.key("fields").object();
  write_text(json, "title", pack.title(pick.row));
  if (const auto price = pack.price(pick.row)) {
    json.key("price").number(static_cast<double>(*price) / 1e6);
  }
  write_text(json, "currency", pack.currency());
  write_text(json, "url", pack.url(pick.row));
  write_text(json, "image", pack.image(pick.row));
  write_text(json, "brand", pack.brand(pick.row));
  write_text(json, "category", pack.categories().text(pick.row));
  json.end().end();
}

}  // namespace etalage::engine
