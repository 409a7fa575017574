// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "support/shop.h"

#include <limits>

#include "compile/compile.h"
#include "pack/format.h"
#include "pack/writer.h"
#include "recommend/needs.h"
#include "rules/formats.h"

namespace etalage::test {
namespace {

using pack::Strategy;

pack::Product product(std::string id, std::string title, std::string category) {
  pack::Product result;
  result.url = "/p/" + id;
  result.image = "/i/" + id + ".webp";
  result.id = std::move(id);
  result.title = std::move(title);
  result.category = std::move(category);
  result.brand = "Gaard";
  result.price = 9950000;
  return result;
}

// A direction of its own for each kind, and a little that sets the products of a kind apart.
void add_vector(pack::Contents& contents, std::size_t kind, std::size_t number) {
  std::vector<std::int8_t> components(pack::kDimensions, 0);
  components[kind] = 127;
  components[10 + number] = static_cast<std::int8_t>(10 + 2 * number);
  contents.components.insert(contents.components.end(), components.begin(), components.end());
  contents.scales.push_back(65000);
}

void add_no_vector(pack::Contents& contents) {
  contents.components.resize(contents.components.size() + pack::kDimensions, 0);
  contents.scales.push_back(0);
}

std::vector<pack::Slot> garden_slots() {
  return {{"home", Strategy::for_you, 4, {Strategy::bestsellers}},
          {"product", Strategy::similar, 3, {}},
          {"cart", Strategy::bought_together, 3, {Strategy::bestsellers}},
          {"recent", Strategy::recently_viewed, 3, {}},
          {"top", Strategy::bestsellers, 8, {}}};
}

}  // namespace

Bytes manifest_for(const std::vector<pack::Slot>& slots, std::uint32_t retention_days) {
  compile::RuleSet rules;
  rules.retention = std::int64_t{86400000} * retention_days;
  for (const auto& slot : slots) {
    for (auto& need : recommend::needs_of(slot)) {
      rules.slots.push_back({slot.name, std::move(need.event), std::move(need.fields)});
    }
  }
  return rules::write_manifest(compile::compile(rules).manifest);
}

pack::Contents garden_shop() { return garden_shop_with(garden_slots()); }

pack::Contents garden_shop_with(std::vector<pack::Slot> slots) {
  pack::Contents contents;
  contents.currency = "EUR";
  contents.products = {product("g1", "Lavender", "garden > plants"),
                       product("t1", "Hammer drill", "tools > drills"),
                       product("g2", "Rosemary", "garden > plants"),
                       product("g3", "Clay pot", "garden > pots"),
                       product("t2", "Cordless drill", "tools > drills"),
                       product("g4", "Zinc pot", "garden > pots"),
                       product("x1", "Gift card", ""),
                       product("t3", "Spirit level", "tools")};
  contents.products[g1].aliases = {"g1-blue", "g1-white"};
  contents.products[g3].in_stock = false;
  for (std::size_t row = 0; row < contents.products.size(); ++row) {
    if (row == x1) {
      add_no_vector(contents);
    } else {
      add_vector(contents, contents.products[row].id.front() == 'g' ? 0 : 1, row);
    }
  }
  contents.positions = {0.5F, 0.3F, 0.2F};
  for (int i = 0; i < 60; ++i) contents.repeats.push_back(0.2F / static_cast<float>(i + 1));
  contents.pairs.resize(contents.products.size());
  contents.pairs[g1] = {{g2, 0.9F}, {t1, 0.3F}};
  contents.pairs[t1] = {{t2, 0.6F}};
  contents.pairs[g4] = {{g1, 0.5F}};
  contents.slots = std::move(slots);
  contents.manifest = manifest_for(contents.slots, contents.retention_days);
  return contents;
}

pack::Strategy any_strategy(Random& random) {
  return static_cast<pack::Strategy>(1 + random.below(pack::kStrategies));
}

void arrange_at_random(Random& random, pack::Slot& slot, std::uint32_t products) {
  const auto share = [&] { return random.below(2) == 0 ? 0.0F : random.unit(); };
  slot.shown = static_cast<pack::Shown>(random.below(6) < 3 ? 0 : random.below(3));
  slot.prefer = static_cast<pack::Prefer>(random.below(3));
  slot.without = static_cast<std::uint8_t>(random.below(8));
  slot.diversity = share();
  slot.calibration = share();
  slot.rotation = share();
  slot.relevance = share();
  slot.price_from = share();
  slot.price_to = 1000 * share();
  for (auto n = random.below(3); n > 0; --n) slot.boosts.push_back(1000 * share());
  if (products == 0) return;
  for (auto n = random.below(3); n > 0; --n) slot.exclude.push_back(random.below(products));
  for (auto n = random.below(3); n > 0; --n) {
    slot.pins.push_back(random.below(2) == 0 ? pack::kNoPin : random.below(products));
  }
}

pack::Contents random_contents(std::uint64_t seed, std::uint32_t most_products) {
  Random random(seed);
  pack::Contents contents;
  contents.off = random.below(4) == 0;
  contents.children = random.below(4) == 0;
  contents.currency = random_text(random, 3);
  contents.min_support = random.below(3) == 0 ? 0xFFFFFFFF : random.below(10);
  contents.retention_days = random.below(36526);
  const auto products = random.below(most_products + 1);
  const bool with_vectors = random.below(2) == 0;
  const bool with_pairs = random.below(2) == 0;
  if (random.below(2) == 0) contents.attributes = {{"series", true}, {"green", false}};
  for (std::uint32_t row = 0; row < products; ++row) {
    pack::Product next;
    next.id = random_text(random, 5) + "#" + std::to_string(row);
    for (auto aliases = random.below(3); aliases > 0; --aliases) {
      next.aliases.push_back(random_text(random, 2));
    }
    next.title = random_text(random, 12);
    next.url = random_text(random, 8);
    next.image = random_text(random, 8);
    next.brand = random_text(random, 1);
    next.category = random_text(random, 2);
    next.price =
        random.below(3) == 0 ? pack::kPriceUnknown : static_cast<std::int64_t>(random.bits() >> 1);
    next.in_stock = random.below(3) != 0;
    next.hidden = random.below(5) == 0;
    if (!contents.attributes.empty()) {
      next.texts = {random_text(random, 1), ""};
      next.numbers = {0, random.below(3) == 0 ? std::numeric_limits<double>::quiet_NaN()
                                              : static_cast<double>(random.unit())};
    }
    contents.products.push_back(std::move(next));
    if (with_vectors) {
      for (std::uint32_t d = 0; d < pack::kDimensions; ++d) {
        contents.components.push_back(static_cast<std::int8_t>(random.below(255)));
      }
      contents.scales.push_back(static_cast<std::uint16_t>(random.below(65536)));
    }
    if (with_pairs) {
      auto& list = contents.pairs.emplace_back();
      for (std::uint32_t other = 0; other < products; ++other) {
        if (random.below(3) == 0) list.push_back({other, 4.0F - 3.9F * random.unit()});
      }
    }
  }
  for (auto positions = random.below(10); positions > 0; --positions) {
    contents.positions.push_back(random.unit() * 2 - 0.5F);
  }
  if (random.below(2) == 0) contents.blend = {16 * random.unit(), random.unit()};
  if (random.below(2) == 0) {
    for (int i = 0; i < 60; ++i) contents.repeats.push_back(random.unit());
  }
  for (auto slots = random.below(4); slots > 0; --slots) {
    pack::Slot slot{random_text(random, 4), any_strategy(random), random.below(30), {}};
    for (auto fallbacks = random.below(4); fallbacks > 0; --fallbacks) {
      slot.fallback.push_back(any_strategy(random));
    }
    arrange_at_random(random, slot, products);
    contents.slots.push_back(std::move(slot));
  }
  for (auto* rows : {&contents.trending, &contents.arrivals}) {
    for (auto n = products > 0 ? random.below(4) : 0; n > 0; --n) {
      rows->push_back(random.below(products));
    }
  }
  if (random.below(2) == 0) {
    for (std::uint32_t row = 0; row < products; ++row) {
      contents.intervals.push_back(static_cast<std::uint16_t>(random.below(65536)));
    }
  }
  contents.manifest = manifest_for(contents.slots, contents.retention_days);
  for (auto terms = random.below(4); terms > 0; --terms) {
    contents.refused.push_back(random_text(random, 6));
  }
  for (auto texts = random.below(4); texts > 0; --texts) {
    contents.texts.push_back({"slot " + std::to_string(texts) + random_text(random, 6),
                              {random_text(random, 20), random_text(random, 20)}});
  }
  return contents;
}

Bytes written(const pack::Contents& contents) { return exact(pack::write_pack(contents).value()); }

}  // namespace etalage::test
