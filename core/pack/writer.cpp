// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "pack/writer.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "bytes/checksum.h"
#include "bytes/reader.h"
#include "pack/format.h"
#include "pack/sections.h"

namespace etalage::pack {
namespace {

struct Section {
  Tag tag;
  std::uint32_t count;
  std::vector<std::uint8_t> data;
};

using bytes::Writer;

template <typename Get>
std::vector<std::uint8_t> bytes_column(std::size_t rows, Get&& get) {
  Writer out;
  std::uint32_t end = 0;
  out.number(end);
  for (std::size_t row = 0; row < rows; ++row) {
    end += static_cast<std::uint32_t>(get(row).size());
    out.number(end);
  }
  for (std::size_t row = 0; row < rows; ++row) {
    const auto& value = get(row);
    out.append({reinterpret_cast<const std::uint8_t*>(value.data()), value.size()});
  }
  return out.take();
}

template <typename T>
std::vector<std::uint8_t> numbers(const std::vector<T>& values) {
  Writer out;
  for (const auto value : values) out.number(value);
  return out.take();
}

template <typename Get>
Result<std::vector<std::uint8_t>> dictionary_column(const std::vector<Product>& products,
                                                    const char* what, Get&& get) {
  std::map<std::string_view, std::uint16_t> index;
  for (const auto& product : products) {
    if (!get(product).empty()) index.emplace(get(product), std::uint16_t{0});
  }
  if (index.size() >= kNone) {
    return fail(Code::invalid_argument, what);
  }
  std::vector<std::string_view> values;
  for (auto& [value, place] : index) {
    place = static_cast<std::uint16_t>(values.size());
    values.push_back(value);
  }
  Writer out;
  for (const auto& product : products) {
    const auto found = index.find(get(product));
    out.number(found == index.end() ? kNone : found->second);
  }
  if (products.size() % 2 == 1) out.number(std::uint16_t{0});
  out.number(static_cast<std::uint32_t>(values.size()));
  out.append(bytes_column(values.size(), [&](std::size_t i) { return values[i]; }));
  return out.take();
}

Result<Section> keys_section(const std::vector<Product>& products) {
  std::map<std::string_view, std::uint32_t> rows;
  for (std::uint32_t row = 0; row < products.size(); ++row) {
    const auto& id = products[row].id;
    if (id.empty()) {
      return fail(Code::invalid_argument, "a product has an empty id", row);
    }
    if (!rows.emplace(id, row).second) {
      return fail(Code::invalid_argument, "a product has the id of one before it", row);
    }
  }
  for (std::uint32_t row = 0; row < products.size(); ++row) {
    for (const auto& alias : products[row].aliases) {
      if (!alias.empty()) rows.emplace(alias, row);
    }
  }
  Writer out;
  std::vector<std::string_view> keys;
  for (const auto& [key, row] : rows) {
    out.number(row);
    keys.push_back(key);
  }
  out.append(bytes_column(keys.size(), [&](std::size_t i) { return keys[i]; }));
  return Section{kKeys, static_cast<std::uint32_t>(keys.size()), out.take()};
}

std::vector<std::uint8_t> pairs_section(const std::vector<std::vector<Pair>>& lists) {
  std::vector<std::vector<std::uint8_t>> coded;
  for (const auto& list : lists) {
    Writer out;
    append_pair_list(out, list);
    coded.push_back(out.take());
  }
  return bytes_column(coded.size(), [&](std::size_t i) -> auto& { return coded[i]; });
}

void write_slot(Writer& out, const Slot& slot) {
  out.string(slot.name);
  out.number(static_cast<std::uint8_t>(slot.strategy));
  out.varint(slot.count);
  out.varint(slot.fallback.size());
  for (const auto strategy : slot.fallback) out.number(static_cast<std::uint8_t>(strategy));
  out.number(static_cast<std::uint8_t>(slot.shown));
  out.number(static_cast<std::uint8_t>(slot.prefer));
  out.number(slot.without);
  for (const auto share : {slot.diversity, slot.calibration, slot.rotation, slot.relevance,
                           slot.price_from, slot.price_to}) {
    out.number(share);
  }
  out.varint(slot.exclude.size());
  for (const auto row : slot.exclude) out.varint(row);
  out.varint(slot.pins.size());
  for (const auto pin : slot.pins) out.varint(pin + 1);  // none, the largest number, becomes 0
  out.varint(slot.boosts.size());
  for (const auto boost : slot.boosts) out.number(boost);
}

std::vector<std::uint8_t> slots_section(const std::vector<Slot>& slots) {
  Writer out;
  for (const auto& slot : slots) write_slot(out, slot);
  return out.take();
}

Result<std::vector<std::uint8_t>> attributes_section(const Contents& contents) {
  Writer out;
  std::vector<std::vector<std::uint8_t>> columns;
  out.varint(contents.attributes.size());
  for (std::size_t i = 0; i < contents.attributes.size(); ++i) {
    const auto& [name, is_text] = contents.attributes[i];
    if (is_text) {
      auto texts =
          dictionary_column(contents.products, "at most 65,534 different values of an attribute",
                            [&](const Product& p) -> auto& { return p.texts[i]; });
      if (!texts) return texts;
      columns.push_back(std::move(*texts));
    } else {
      Writer numbers;
      for (const auto& product : contents.products) numbers.number(product.numbers[i]);
      columns.push_back(numbers.take());
    }
    out.string(name);
    out.number(static_cast<std::uint8_t>(is_text ? 0 : 1));
    out.varint(columns.back().size());
  }
  for (const auto& column : columns) out.append(column);
  return out.take();
}

std::vector<std::uint8_t> meta_section(const Contents& contents) {
  Writer out;
  out.varint(contents.products.size());
  out.varint(contents.min_support);
  out.varint(contents.retention_days);
  out.string(contents.currency);
  return out.take();
}

Result<void> check(const std::vector<Pair>& list, std::size_t products) {
  std::vector<std::uint32_t> rows;
  for (const auto& pair : list) {
    if (pair.row >= products) {
      return fail(Code::invalid_argument, "a pair names a product outside the pack");
    }
    if (!(pair.weight > 0 && pair.weight <= kMaxPairWeight)) {
      return fail(Code::invalid_argument, "a pair's weight is not above 0 and at most 4");
    }
    rows.push_back(pair.row);
  }
  std::sort(rows.begin(), rows.end());
  if (std::adjacent_find(rows.begin(), rows.end()) == rows.end()) return {};
  return fail(Code::invalid_argument, "a list of pairs names a product twice");
}

Result<void> check(const Slot& slot, std::size_t products) {
  const auto outside = [&](std::uint32_t row) { return row >= products; };
  if (slot.count > kMaxProducts) {
    return fail(Code::invalid_argument, "a slot of more products than a pack can hold");
  }
  for (const auto share : {slot.diversity, slot.calibration, slot.rotation, slot.relevance}) {
    if (!(share >= 0 && share <= 1)) {
      return fail(Code::invalid_argument, "a slot's share is not from 0 to 1");
    }
  }
  if (!(slot.price_from >= 0 && slot.price_from <= kMaxBoost && slot.price_to >= 0 &&
        slot.price_to <= kMaxBoost)) {
    return fail(Code::invalid_argument, "a slot's price is not from 0 to 1000 times another");
  }
  if (slot.boosts.size() > kMaxBoosts) {
    return fail(Code::invalid_argument, "at most 32 boosts a slot");
  }
  for (const auto boost : slot.boosts) {
    if (!(boost >= 0 && boost <= kMaxBoost)) {
      return fail(Code::invalid_argument, "a boost is not from 0 to 1000");
    }
  }
  if (std::any_of(slot.exclude.begin(), slot.exclude.end(), outside) ||
      std::any_of(slot.pins.begin(), slot.pins.end(),
                  [&](std::uint32_t row) { return row != kNoPin && outside(row); })) {
    return fail(Code::invalid_argument, "a slot names a product outside the pack");
  }
  return {};
}

Result<void> check(const Contents& contents) {
  const auto products = contents.products.size();
  const auto length = [&](std::size_t size, std::size_t each, const char* what) -> Result<void> {
    if (size == 0 || size == products * each) return {};
    return fail(Code::invalid_argument, what, static_cast<std::uint32_t>(size));
  };
  if (products > kMaxProducts) {
    return fail(Code::invalid_argument, "at most 1,048,576 products");
  }
  if (contents.positions.size() > kMaxPositions) {
    return fail(Code::invalid_argument, "at most 64 positions");
  }
  for (const auto weight : contents.positions) {
    if (!(weight >= -kMaxPosition && weight <= kMaxPosition)) {
      return fail(Code::invalid_argument,
                  "a position's weight is not between -1,000,000 and 1,000,000");
    }
  }
  if (!is_sound(contents.blend)) {
    return fail(Code::invalid_argument, "a blend out of range: expected 0 to 16 and 0 to 1");
  }
  if (!contents.repeats.empty() && contents.repeats.size() != kRepeatPlaces * kRepeatTimes) {
    return fail(Code::invalid_argument, "repeats: expected 60, or none");
  }
  for (const auto rate : contents.repeats) {
    if (!(rate >= 0 && rate <= 1)) {
      return fail(Code::invalid_argument, "a repeat's rate is not between 0 and 1");
    }
  }
  if (contents.retention_days > kMaxRetentionDays) {
    return fail(Code::invalid_argument, "a retention of more than a hundred years");
  }
  for (const auto& slot : contents.slots) {
    if (auto ok = check(slot, products); !ok) return ok;
  }
  for (const auto* rows : {&contents.trending, &contents.arrivals}) {
    if (std::any_of(rows->begin(), rows->end(), [&](auto row) { return row >= products; })) {
      return fail(Code::invalid_argument, "a list names a product outside the pack");
    }
  }
  if (auto ok = length(contents.intervals.size(), 1, "intervals: expected one a product, or none");
      !ok)
    return ok;
  for (const auto& product : contents.products) {
    const auto attributes = contents.attributes.size();
    if (product.numbers.size() != attributes || product.texts.size() != attributes) {
      return fail(Code::invalid_argument, "a product without a value for each attribute");
    }
  }
  if (auto ok = length(contents.components.size(), kDimensions,
                       "components: expected 64 a product, or none");
      !ok)
    return ok;
  if (auto ok = length(contents.scales.size(), 1, "scales: expected one a product, or none"); !ok)
    return ok;
  if (auto ok = length(contents.pairs.size(), 1, "pair lists: expected one a product, or none");
      !ok)
    return ok;
  if (contents.components.empty() != contents.scales.empty()) {
    return fail(Code::invalid_argument, "components and scales go together");
  }
  for (const auto& list : contents.pairs) {
    if (auto ok = check(list, products); !ok) return ok;
  }
  return {};
}

std::vector<std::uint8_t> assemble(std::uint32_t flags, const std::vector<Section>& sections) {
  Writer body;
  const auto table = sections.size() * kEntryBytes;
  auto offset = kHeaderBytes + (table + 7) / 8 * 8;
  for (const auto& section : sections) {
    body.number(section.tag);
    body.number(section.count);
    body.number(static_cast<std::uint32_t>(offset));
    body.number(static_cast<std::uint32_t>(section.data.size()));
    offset += (section.data.size() + 7) / 8 * 8;
  }
  for (const auto& section : sections) {
    while (body.size() % 8 != 0) body.number(std::uint8_t{0});
    body.append(section.data);
  }
  while (body.size() % 8 != 0) body.number(std::uint8_t{0});
  const auto content = body.take();

  Writer head;
  for (const char c : {'E', 'T', 'L', 'G'}) head.number(c);
  head.number(kMajor);
  head.number(kMinor);
  head.number(flags);
  head.number(static_cast<std::uint32_t>(sections.size()));
  head.number(std::uint64_t{kHeaderBytes + content.size()});
  const auto start = head.take();

  Writer file;
  file.append(start);
  file.number(bytes::checksum(content, bytes::checksum(start)));
  file.append(content);
  return file.take();
}

}  // namespace

Result<std::vector<std::uint8_t>> write_pack(const Contents& contents) {
  if (auto ok = check(contents); !ok) return std::unexpected(ok.error());
  const auto& products = contents.products;
  const auto rows = static_cast<std::uint32_t>(products.size());
  auto keys = keys_section(products);
  if (!keys) return std::unexpected(keys.error());
  auto categories = dictionary_column(products, "at most 65,534 different categories",
                                      [](const Product& p) -> auto& { return p.category; });
  if (!categories) return std::unexpected(categories.error());
  auto brands = dictionary_column(products, "at most 65,534 different brands",
                                  [](const Product& p) -> auto& { return p.brand; });
  if (!brands) return std::unexpected(brands.error());

  std::vector<std::int64_t> prices;
  std::vector<std::uint8_t> flags;
  for (const auto& product : products) {
    prices.push_back(product.price);
    flags.push_back(static_cast<std::uint8_t>((product.in_stock ? kInStock : 0) |
                                              (product.hidden ? kHidden : 0)));
  }
  const auto text = [&](std::string Product::* field) {
    return bytes_column(rows, [&](std::size_t row) -> auto& { return products[row].*field; });
  };
  Writer refused;
  refused.varint(contents.refused.size());
  for (const auto& term : contents.refused) refused.string(term);

  std::vector<Section> sections;
  sections.push_back({kMeta, 1, meta_section(contents)});
  sections.push_back({kItem, rows, text(&Product::id)});
  sections.push_back(std::move(*keys));
  sections.push_back({kTitle, rows, text(&Product::title)});
  sections.push_back({kUrl, rows, text(&Product::url)});
  sections.push_back({kImage, rows, text(&Product::image)});
  sections.push_back({kPrice, rows, numbers(prices)});
  sections.push_back({kCategory, rows, std::move(*categories)});
  sections.push_back({kBrand, rows, std::move(*brands)});
  sections.push_back({kFlags, rows, std::move(flags)});
  if (!contents.attributes.empty()) {
    auto attributes = attributes_section(contents);
    if (!attributes) return std::unexpected(attributes.error());
    sections.push_back({kAttributes, static_cast<std::uint32_t>(contents.attributes.size()),
                        std::move(*attributes)});
  }
  if (!contents.scales.empty()) {
    sections.push_back({kVectors, rows, numbers(contents.components)});
    sections.push_back({kScales, rows, numbers(contents.scales)});
  }
  if (!contents.pairs.empty()) sections.push_back({kPairs, rows, pairs_section(contents.pairs)});
  sections.push_back(
      {kModel, static_cast<std::uint32_t>(contents.positions.size()), numbers(contents.positions)});
  const auto& [vectors, pair_decay] = contents.blend;
  sections.push_back({kBlend, 2, numbers(std::vector{vectors, pair_decay})});
  if (!contents.repeats.empty()) {
    sections.push_back({kRepeats, kRepeatPlaces * kRepeatTimes, numbers(contents.repeats)});
  }
  for (const auto& [tag, list] :
       {std::pair(kTrending, &contents.trending), std::pair(kArrivals, &contents.arrivals)}) {
    if (list->empty()) continue;
    sections.push_back({tag, static_cast<std::uint32_t>(list->size()), numbers(*list)});
  }
  if (!contents.intervals.empty()) {
    sections.push_back({kIntervals, rows, numbers(contents.intervals)});
  }
  sections.push_back(
      {kSlots, static_cast<std::uint32_t>(contents.slots.size()), slots_section(contents.slots)});
  if (!contents.manifest.empty()) sections.push_back({kManifest, 1, contents.manifest});
  if (!contents.program.empty()) sections.push_back({kRules, contents.rules, contents.program});
  if (!contents.measures.empty()) sections.push_back({kMeasures, 1, contents.measures});
  if (!contents.explanations.empty()) sections.push_back({kExplanations, 1, contents.explanations});
  if (!contents.texts.empty()) {
    Writer texts;
    for (const auto& [key, words] : contents.texts) {
      texts.string(key);
      for (const auto& each : words) texts.string(each);
    }
    sections.push_back({kTexts, static_cast<std::uint32_t>(contents.texts.size()), texts.take()});
  }
  if (!contents.refused.empty()) {
    sections.push_back(
        {kRefused, static_cast<std::uint32_t>(contents.refused.size()), refused.take()});
  }
  return assemble((contents.off ? kFlagOff : 0U) | (contents.children ? kFlagChildren : 0U) |
                      (contents.program.empty() ? 0U : kFlagRules),
                  sections);
}

Result<std::vector<std::uint8_t>> add_segment_lists(std::span<const std::uint8_t> pack,
                                                    std::span<const SegmentList> lists) {
  const auto read = read_sections(pack);
  if (!read) return std::unexpected(read.error());
  std::vector<Section> sections;
  for (const auto& view : read->views) {
    if (view.tag == kSegments) continue;
    sections.push_back({view.tag, view.count, {view.data.begin(), view.data.end()}});
  }
  Writer out;
  for (const auto& list : lists) {
    out.string(list.segment);
    out.varint(list.rows.size());
    for (const auto row : list.rows) out.varint(row);
  }
  sections.push_back({kSegments, static_cast<std::uint32_t>(lists.size()), out.take()});
  bytes::Reader head(pack.subspan(kFlagsAt));
  auto file = assemble(head.number<std::uint32_t>(), sections);
  if (auto opened = Pack::open(file); !opened) return std::unexpected(opened.error());
  return file;
}

}  // namespace etalage::pack
