// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "train/describe.h"

#include <algorithm>
#include <cmath>

#include "bytes/json.h"
#include "pack/pack.h"
#include "pack/sections.h"
#include "rules/formats.h"
#include "train/describe_program.h"
#include "train/describe_rules.h"

namespace etalage::train {
namespace {

struct Known {
  pack::Tag tag;
  std::string_view content;
};

constexpr Known kKnown[] = {
    {pack::kMeta, "settings: minSupport, retention, currency"},
    {pack::kItem, "product ids, most popular first"},
    {pack::kKeys, "ids and aliases, sorted"},
    {pack::kTitle, "titles"},
    {pack::kUrl, "addresses"},
    {pack::kImage, "images"},
    {pack::kPrice, "prices"},
    {pack::kCategory, "categories"},
    {pack::kBrand, "brands"},
    {pack::kFlags, "stock, and what is hidden"},
    {pack::kAttributes, "further columns of the catalogue"},
    {pack::kVectors, "item vectors"},
    {pack::kScales, "scales of the item vectors"},
    {pack::kPairs, "pairs of products, and how well they go together"},
    {pack::kModel, "weights of a session's products"},
    {pack::kBlend, "how the parts of a score are weighed"},
    {pack::kRepeats, "how often products of a session come next again"},
    {pack::kTrending, "products that gain, the one that gains most first"},
    {pack::kArrivals, "products that are new, newest first"},
    {pack::kIntervals, "after how many days products are bought again"},
    {pack::kSegments, "what those in a segment chose most"},
    {pack::kSlots, "slots"},
    {pack::kManifest, "manifest: what may be kept"},
    {pack::kRules, "rules"},
    {pack::kMeasures, "measures: what consenting shoppers are asked"},
    {pack::kTexts, "what shoppers are shown of questions, answers and slots"},
    {pack::kExplanations, "expressions and sentences that explain rules"},
    {pack::kRefused, "terms that nothing kept is about"},
};

// Between the lengths of attribute vectors and of learned ones (attribute_vectors.h).
constexpr double kShortestLearned = 0.95;

std::string_view content(pack::Tag tag) {
  for (const auto& known : kKnown) {
    if (known.tag == tag) return known.content;
  }
  return "unknown to this release";
}

void write_sections(bytes::JsonWriter& json, const pack::Sections& sections) {
  json.key("sections").array();
  for (const auto& view : sections.views) {
    std::string tag;
    for (unsigned i = 0; i < 4; ++i) tag += static_cast<char>(view.tag >> (8 * i) & 0xFFu);
    json.object().key("tag").string(tag).key("offset").integer(view.offset);
    json.key("bytes").integer(static_cast<std::int64_t>(view.data.size()));
    json.key("count").integer(view.count).key("content").string(content(view.tag)).end();
  }
  json.end();
}

// What a slot says of how it is arranged, and only that.
void write_arrangement(bytes::JsonWriter& json, const pack::Pack& pack, const pack::Slot& slot) {
  constexpr std::string_view kShown[] = {"products", "categories", "brands"};
  constexpr std::string_view kPrefer[] = {"any", "cheaper", "greener"};
  constexpr std::string_view kWithout[] = {"seen", "bought", "in-cart"};
  json.key("arranged").object();
  const auto word = [&](const char* key, const auto& words, std::size_t number) {
    if (number > 0 && number < std::size(words)) json.key(key).string(words[number]);
  };
  word("shows", kShown, static_cast<std::size_t>(slot.shown));
  word("prefer", kPrefer, static_cast<std::size_t>(slot.prefer));
  if (slot.without != 0) {
    json.key("without").array();
    for (std::size_t i = 0; i < std::size(kWithout); ++i) {
      if ((slot.without >> i & 1U) != 0) json.string(kWithout[i]);
    }
    json.end();
  }
  const auto number = [&](const char* key, float value) {
    if (value > 0) json.key(key).number(static_cast<double>(value));
  };
  number("relevance", slot.relevance);
  number("diversity", slot.diversity);
  number("calibration", slot.calibration);
  number("rotation", slot.rotation);
  number("priceFrom", slot.price_from);
  number("priceTo", slot.price_to);
  const auto products = [&](const char* key, const std::vector<std::uint32_t>& rows) {
    if (rows.empty()) return;
    json.key(key).array();
    for (const auto row : rows) {
      row == pack::kNoPin ? json.null() : json.string(pack.id(row));
    }
    json.end();
  };
  products("exclude", slot.exclude);
  products("pins", slot.pins);
  if (!slot.boosts.empty()) {
    json.key("boosts").array();
    for (const auto boost : slot.boosts) json.number(static_cast<double>(boost));
    json.end();
  }
  json.end();
}

void write_slots(bytes::JsonWriter& json, const pack::Pack& pack) {
  json.key("slots").array();
  for (const auto& slot : pack.slots()) {
    json.object().key("name").string(slot.name);
    json.key("strategy").string(pack::name(slot.strategy)).key("count").integer(slot.count);
    json.key("fallback").array();
    for (const auto strategy : slot.fallback) json.string(pack::name(strategy));
    json.end();
    write_arrangement(json, pack, slot);
    json.end();
  }
  json.end();
}

void write_attributes(bytes::JsonWriter& json, const pack::Pack& pack) {
  json.key("attributes").array();
  for (const auto& column : pack.attributes()) {
    std::int64_t known = 0;
    for (std::uint32_t row = 0; row < pack.products(); ++row) {
      const bool is_known = column.is_text ? !column.texts.text(row).empty()
                                           : column.numbers[row] == column.numbers[row];
      known += is_known ? 1 : 0;
    }
    json.object().key("name").string(column.name);
    json.key("type").string(column.is_text ? "text" : "number");
    json.key("products").integer(known).end();
  }
  json.end();
}

// How many products are hidden, gain, are new, or have a time after which they are bought again.
void write_lists(bytes::JsonWriter& json, const pack::Pack& pack) {
  std::int64_t hidden = 0;
  std::int64_t bought_again = 0;
  for (std::uint32_t row = 0; row < pack.products(); ++row) {
    hidden += pack.hidden(row) ? 1 : 0;
    bought_again += pack.interval(row) > 0 ? 1 : 0;
  }
  json.key("lists").object().key("hidden").integer(hidden);
  json.key("trending").integer(pack.trending().size());
  json.key("new").integer(pack.arrivals().size());
  json.key("boughtAgain").integer(bought_again);
  json.key("segmentLists").object();
  for (const auto& list : pack.segment_lists()) {
    json.key(list.segment).integer(static_cast<std::int64_t>(list.rows.size()));
  }
  json.end().end();
}

// What is filled in of what a product may have.
void write_fields(bytes::JsonWriter& json, const pack::Pack& pack, const pack::Sections& sections) {
  std::int64_t titles = 0, urls = 0, images = 0, prices = 0, categories = 0, brands = 0, stock = 0;
  for (std::uint32_t row = 0; row < pack.products(); ++row) {
    titles += pack.title(row).empty() ? 0 : 1;
    urls += pack.url(row).empty() ? 0 : 1;
    images += pack.image(row).empty() ? 0 : 1;
    prices += pack.price(row) ? 1 : 0;
    categories += pack.categories().text(row).empty() ? 0 : 1;
    brands += pack.brand(row).empty() ? 0 : 1;
    stock += pack.in_stock(row) ? 1 : 0;
  }
  std::int64_t keys = 0;
  for (const auto& view : sections.views) keys += view.tag == pack::kKeys ? view.count : 0;
  json.key("fields").object().key("title").integer(titles).key("url").integer(urls);
  json.key("image").integer(images).key("price").integer(prices);
  json.key("category").integer(categories).key("brand").integer(brands);
  json.key("inStock").integer(stock).key("aliases").integer(keys - pack.products()).end();
}

bool has(const pack::Sections& sections, pack::Tag tag) {
  return std::ranges::any_of(sections.views, [&](const auto& view) { return view.tag == tag; });
}

void write_model(bytes::JsonWriter& json, const pack::Pack& pack, const pack::Sections& sections) {
  json.key("positions").array();
  for (const auto weight : pack.positions()) json.number(weight);
  json.end().key("blend").object().key("vectors").number(pack.blend().vectors);
  json.key("pairDecay").number(pack.blend().pair_decay);
  json.end().key("repeats").array();
  const auto places = has(sections, pack::kRepeats) ? pack::kRepeatPlaces : 0;
  for (std::uint32_t place = 0; place < places; ++place) {
    json.array();
    for (std::uint32_t times = 1; times <= pack::kRepeatTimes; ++times) {
      json.number(pack.repeat(place, times));
    }
    json.end();
  }
  json.end();
}

double length(const pack::Pack& pack, std::uint32_t row) {
  if (pack.scale(row) <= 0) return 0;
  double sum = 0;
  for (const auto component :
       pack.components().subspan(std::size_t{row} * pack::kDimensions, pack::kDimensions)) {
    sum += static_cast<double>(component) * component;
  }
  return static_cast<double>(pack.scale(row)) * std::sqrt(sum);
}

void write_scoring(bytes::JsonWriter& json, const pack::Pack& pack,
                   const pack::Sections& sections) {
  std::int64_t vector_bytes = 0;
  std::int64_t pair_bytes = 0;
  for (const auto& view : sections.views) {
    const auto size = static_cast<std::int64_t>(view.data.size());
    if (view.tag == pack::kVectors || view.tag == pack::kScales) vector_bytes += size;
    if (view.tag == pack::kPairs) pair_bytes += size;
  }
  std::int64_t vectors = 0;
  std::int64_t learned = 0;
  std::int64_t pairs = 0;
  for (std::uint32_t row = 0; row < pack.products(); ++row) {
    if (pack.scale(row) > 0) ++vectors;
    if (length(pack, row) >= kShortestLearned) ++learned;
    pack.visit_pairs(row, [&](std::uint32_t, float) { ++pairs; });
  }
  json.key("scoring").object().key("vectors").integer(vectors);
  json.key("learned").integer(learned).key("ofAttributes").integer(vectors - learned);
  json.key("vectorBytes").integer(vector_bytes).key("pairs").integer(pairs);
  json.key("pairBytes").integer(pair_bytes).key("bytesPerItem");
  const auto products = pack.products() > 0 ? pack.products() : 1;
  json.number(static_cast<double>(vector_bytes + pair_bytes) / products).end();
}

}  // namespace

Result<std::string> describe(std::span<const std::uint8_t> data) {
  const auto sections = pack::read_sections(data);
  if (!sections) return std::unexpected(sections.error());
  const auto pack = pack::Pack::open(data);
  if (!pack) return std::unexpected(pack.error());
  rules::Manifest manifest;
  if (!pack->manifest().empty()) {
    auto read = rules::read_manifest(pack->manifest());
    if (!read) return std::unexpected(read.error());
    manifest = std::move(*read);
  }
  rules::Program program;
  if (!pack->program().empty()) {
    auto read = rules::read_program(pack->program());
    if (!read) return std::unexpected(read.error());
    program = std::move(*read);
  }
  bytes::JsonWriter json;
  json.object().key("version").object().key("major").integer(sections->major);
  json.key("minor").integer(sections->minor).end();
  json.key("off").boolean(pack->off()).key("bytes").integer(static_cast<std::int64_t>(data.size()));
  json.key("products").integer(pack->products()).key("minSupport").integer(pack->min_support());
  json.key("currency").string(pack->currency());
  write_sections(json, *sections);
  json.key("retentionDays").integer(pack->retention_days());
  json.key("audience").string(pack->children() ? "children" : "adults");
  write_manifest(json.key("manifest"), manifest);
  write_program(json, program, pack->explanations());
  json.key("refused").array();
  for (const auto& term : pack->refused()) json.string(term);
  json.end().key("texts").array();
  pack->visit_texts([&](std::string_view key, std::string_view english, std::string_view dutch) {
    json.object().key("key").string(key).key("en").string(english).key("nl").string(dutch).end();
  });
  json.end();
  write_slots(json, *pack);
  write_attributes(json, *pack);
  write_lists(json, *pack);
  write_fields(json, *pack, *sections);
  write_model(json, *pack, *sections);
  write_scoring(json, *pack, *sections);
  json.end();
  return json.text();
}

}  // namespace etalage::train
