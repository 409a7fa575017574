// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The bare scan for `npm run bench`, compiled as the modules that are shipped: vectors in, the best rows out. It also makes
// the pack of these vectors, so that the shipped module can be asked the same.
#include "pack/pack.h"
#include "pack/writer.h"
#include "recommend/scorer.h"
#include "recommend/top_k.h"

namespace etalage::bench {
namespace {

// A shop of products that have a vector and nothing else.
struct Shop {
  pack::Contents contents;
  std::vector<std::uint8_t> bytes;
  std::optional<pack::Pack> pack;
  std::optional<recommend::Scorer> scorer;
  std::vector<std::uint32_t> best;
};
Shop shop;

}  // namespace

#define EXPORT(name) [[clang::export_name(#name)]] auto export_##name

// Makes room for the vectors of so many products, at components_at() and scales_at().
EXPORT(room)(std::uint32_t products) {
  shop.contents.components.resize(std::size_t{products} * pack::kDimensions);
  shop.contents.scales.resize(products);
}
EXPORT(components_at)() { return shop.contents.components.data(); }
EXPORT(scales_at)() { return shop.contents.scales.data(); }

// Writes the pack and opens it. It has one slot, "similar".
EXPORT(open)() {
  auto& contents = shop.contents;
  for (std::size_t row = 0; row < contents.scales.size(); ++row) {
    contents.products.emplace_back().id = std::to_string(row);
  }
  contents.positions = {1};
  auto& slot = contents.slots.emplace_back();
  slot.name = "similar";
  slot.strategy = pack::Strategy::similar;
  slot.count = 20;
  auto written = pack::write_pack(contents);
  if (!written) return false;
  shop.bytes = std::move(*written);
  auto opened = pack::Pack::open(shop.bytes);
  if (!opened) return false;
  shop.scorer.emplace(shop.pack.emplace(std::move(*opened)));
  return true;
}
EXPORT(pack_at)() { return shop.bytes.data(); }
EXPORT(pack_size)() { return shop.bytes.size(); }

// Finds the k rows that are most like one; gives how many there are, at best_at().
EXPORT(search)(std::uint32_t row, std::uint32_t k) {
  shop.scorer->score({&row, 1});
  recommend::top_k(shop.scorer->scores(), k, [](std::uint32_t) { return true; }, shop.best);
  return shop.best.size();
}
EXPORT(best_at)() { return shop.best.data(); }

}  // namespace etalage::bench
