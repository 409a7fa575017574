// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "pack/pack.h"

#include <algorithm>

#include "pack/sections.h"

namespace etalage::pack {
namespace {

using bytes::Reader;

bool parse_column(BytesColumn& column, std::uint32_t rows, std::span<const std::uint8_t> data) {
  const auto parsed = BytesColumn::parse(rows, data);
  if (parsed) column = *parsed;
  return parsed.has_value();
}

bool parse_column(DictionaryColumn& column, std::uint32_t rows,
                  std::span<const std::uint8_t> data) {
  const auto parsed = DictionaryColumn::parse(rows, data);
  if (parsed) column = *parsed;
  return parsed.has_value();
}

template <typename T>
bool parse_column(NumberColumn<T>& column, std::uint32_t rows, std::span<const std::uint8_t> data) {
  if (data.size() != std::size_t{rows} * sizeof(T)) return false;
  column = NumberColumn<T>(data);
  return true;
}

}  // namespace

Result<Pack> Pack::open(std::span<const std::uint8_t> data) {
  const auto sections = read_sections(data);
  if (!sections) return std::unexpected(sections.error());
  const auto& views = sections->views;
  if (views.empty() || views.front().tag != kMeta) {
    return fail(Code::malformed, "section META must come first");
  }
  Pack pack;
  pack.off_ = sections->off;
  pack.children_ = sections->children;
  for (std::uint32_t i = 0; i < views.size(); ++i) {
    if (!pack.read_section(views[i].tag, views[i].count, views[i].data)) {
      return fail(Code::malformed, "a section breaks the format; its place in the table", i);
    }
  }
  if (pack.products_ != pack.ids_.size()) {
    return fail(Code::malformed, "section ITEM is missing");
  }
  if (pack.components_.empty() != (pack.scales_.size() == 0)) {
    return fail(Code::malformed, "sections VECT and SCAL go together");
  }
  return pack;
}

bool Pack::read_section(Tag tag, std::uint32_t count, std::span<const std::uint8_t> data) {
  switch (tag) {
    case kMeta: return read_meta(data);
    case kItem: return parse_column(ids_, products_, data);
    case kTitle: return parse_column(titles_, products_, data);
    case kUrl: return parse_column(urls_, products_, data);
    case kImage: return parse_column(images_, products_, data);
    case kPrice: return parse_column(prices_, products_, data);
    case kCategory: return parse_column(categories_, products_, data);
    case kBrand: return parse_column(brands_, products_, data);
    case kFlags: return parse_column(flags_, products_, data);
    case kScales: return parse_column(scales_, products_, data);
    case kVectors:
      components_ = {reinterpret_cast<const std::int8_t*>(data.data()), data.size()};
      return data.size() == std::size_t{products_} * kDimensions;
    case kPairs: return read_pairs(data);
    case kAttributes: return read_attributes(count, data);
    case kTrending: return read_rows(trending_, count, data);
    case kArrivals: return read_rows(arrivals_, count, data);
    case kSegments: return read_segment_lists(count, data);
    case kIntervals: return parse_column(intervals_, products_, data);
    case kKeys: return read_keys(count, data);
    case kModel:
      return read_weights(positions_, kMaxPositions, -kMaxPosition, kMaxPosition, count, data);
    case kBlend: return read_blend(count, data);
    case kRepeats: return read_weights(repeats_, kRepeatPlaces * kRepeatTimes, 0, 1, count, data);
    case kSlots: return read_slots(count, data);
    case kManifest: manifest_ = data; return true;
    case kRules: program_ = data; return true;
    case kExplanations: explanations_ = data; return true;
    case kTexts: texts_ = data; return true;
    case kMeasures: measures_ = data; return true;
    case kRefused: return read_refused(data);
    default: return true;  // a newer release's
  }
}

std::string_view Pack::text(std::string_view key, std::size_t language) const {
  std::string_view found;
  visit_texts([&](std::string_view name, std::string_view english, std::string_view dutch) {
    if (name == key) found = language == 1 ? dutch : english;
  });
  return found;
}

bool Pack::read_meta(std::span<const std::uint8_t> data) {
  Reader in(data);
  const auto products = in.varint();
  const auto min_support = in.varint();
  const auto retention = in.varint();
  currency_ = in.string();
  products_ = static_cast<std::uint32_t>(products);
  min_support_ = static_cast<std::uint32_t>(min_support);
  retention_days_ = static_cast<std::uint32_t>(retention);
  return in.finished() && products <= kMaxProducts && min_support <= UINT32_MAX &&
         retention <= kMaxRetentionDays;
}

bool Pack::read_keys(std::uint32_t count, std::span<const std::uint8_t> data) {
  const auto head = std::uint64_t{count} * sizeof(std::uint32_t);
  if (data.size() < head) return false;
  key_rows_ = NumberColumn<std::uint32_t>(data.first(static_cast<std::size_t>(head)));
  if (!parse_column(keys_, count, data.subspan(static_cast<std::size_t>(head)))) return false;
  for (std::uint32_t i = 0; i < count; ++i) {
    if (key_rows_[i] >= products_ || (i > 0 && keys_.text(i - 1) >= keys_.text(i))) return false;
  }
  return true;
}

bool Pack::read_pairs(std::span<const std::uint8_t> data) {
  if (!parse_column(pairs_, products_, data)) return false;
  for (std::uint32_t row = 0; row < products_; ++row) {
    if (!visit_pair_list(pairs_.bytes(row), products_, [](std::uint32_t, float) {})) return false;
  }
  return true;
}

bool Pack::read_attributes(std::uint32_t count, std::span<const std::uint8_t> data) {
  Reader in(data);
  std::vector<std::size_t> sizes(in.count());
  if (sizes.size() != count) return false;
  for (auto& size : sizes) {
    auto& column = attributes_.emplace_back();
    column.name = in.string();
    column.is_text = in.number<std::uint8_t>() == 0;
    size = static_cast<std::size_t>(in.varint());
  }
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    auto& column = attributes_[i];
    const auto bytes = in.take(sizes[i]);
    if (in.failed()) return false;
    if (!(column.is_text ? parse_column(column.texts, products_, bytes)
                         : parse_column(column.numbers, products_, bytes))) {
      return false;
    }
  }
  return in.finished();
}

bool Pack::read_rows(NumberColumn<std::uint32_t>& rows, std::uint32_t count,
                     std::span<const std::uint8_t> data) const {
  if (!parse_column(rows, count, data)) return false;
  for (std::uint32_t i = 0; i < count; ++i) {
    if (rows[i] >= products_) return false;
  }
  return true;
}

// At most so many numbers, each from `low` to `high`.
bool Pack::read_weights(std::vector<float>& weights, std::uint32_t most, float low, float high,
                        std::uint32_t count, std::span<const std::uint8_t> data) {
  NumberColumn<float> column;
  if (count > most || !parse_column(column, count, data)) return false;
  for (std::uint32_t i = 0; i < count; ++i) {
    if (!(column[i] >= low && column[i] <= high)) return false;
    weights.push_back(column[i]);
  }
  return true;
}

bool Pack::read_segment_lists(std::uint32_t count, std::span<const std::uint8_t> data) {
  Reader in(data);
  bool sound = true;
  for (std::uint32_t i = 0; i < count && !in.failed(); ++i) {
    auto& list = segment_lists_.emplace_back();
    list.segment = in.string();
    list.rows.resize(in.count());
    for (auto& row : list.rows) {
      const auto value = in.varint();
      sound = sound && value < products_;
      row = static_cast<std::uint32_t>(value);
    }
  }
  return sound && in.finished();
}

bool Pack::read_blend(std::uint32_t count, std::span<const std::uint8_t> data) {
  NumberColumn<float> column;
  if (count != 2 || !parse_column(column, count, data)) return false;
  blend_ = {column[0], column[1]};
  return is_sound(blend_);
}

// A slot; one that breaks the format is read as damaged.
bool Pack::read_slot(Reader& in, Slot& slot) const {
  bool sound = true;
  const auto number = [&](std::uint64_t most) {
    const auto value = in.varint();
    sound = sound && value <= most;
    return static_cast<std::uint32_t>(value);
  };
  const auto weight = [&](float most) {
    const auto value = in.number<float>();
    sound = sound && value >= 0 && value <= most;
    return value;
  };
  const auto strategy = [&] { return static_cast<Strategy>(in.number<std::uint8_t>()); };
  const auto row = [&] {
    sound = sound && products_ > 0;
    return number(products_ - 1u);
  };
  slot.name = in.string();
  slot.strategy = strategy();
  slot.count = number(kMaxProducts);
  slot.fallback.resize(in.count());
  for (auto& fallback : slot.fallback) fallback = strategy();
  slot.shown = static_cast<Shown>(in.number<std::uint8_t>());
  slot.prefer = static_cast<Prefer>(in.number<std::uint8_t>());
  slot.without = in.number<std::uint8_t>();
  for (auto* share : {&slot.diversity, &slot.calibration, &slot.rotation, &slot.relevance}) {
    *share = weight(1);
  }
  slot.price_from = weight(kMaxBoost);
  slot.price_to = weight(kMaxBoost);
  slot.exclude.resize(in.count());
  for (auto& excluded : slot.exclude) excluded = row();
  slot.pins.resize(in.count());
  for (auto& pin : slot.pins) pin = number(products_) - 1;
  slot.boosts.resize(in.count());
  for (auto& boost : slot.boosts) boost = weight(kMaxBoost);
  return sound && !in.failed() && slot.boosts.size() <= kMaxBoosts;
}

bool Pack::read_slots(std::uint32_t count, std::span<const std::uint8_t> data) {
  Reader in(data);
  for (std::uint32_t i = 0; i < count; ++i) {
    if (!read_slot(in, slots_.emplace_back())) return false;
  }
  return in.finished();
}

bool Pack::read_refused(std::span<const std::uint8_t> data) {
  Reader in(data);
  refused_.resize(in.count());
  for (auto& term : refused_) term = in.string();
  return in.finished();
}

std::optional<std::uint32_t> Pack::find(std::string_view key) const {
  std::uint32_t low = 0;
  std::uint32_t high = keys_.size();
  while (low < high) {
    const auto middle = low + (high - low) / 2;
    if (keys_.text(middle) < key) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low < keys_.size() && keys_.text(low) == key) return key_rows_[low];
  return std::nullopt;
}

std::optional<std::int64_t> Pack::price(std::uint32_t row) const {
  if (row >= prices_.size() || prices_[row] < 0) return std::nullopt;
  return prices_[row];
}

bool Pack::in_stock(std::uint32_t row) const {
  return row >= flags_.size() || (flags_[row] & kInStock) != 0;
}

bool Pack::hidden(std::uint32_t row) const {
  return row < flags_.size() && (flags_[row] & kHidden) != 0;
}

const AttributeColumn* Pack::attribute(std::string_view name) const {
  for (const auto& column : attributes_) {
    if (column.name == name) return &column;
  }
  return nullptr;
}

const Slot* Pack::slot(std::string_view name) const {
  const auto found = std::find_if(slots_.begin(), slots_.end(),
                                  [&](const Slot& slot) { return slot.name == name; });
  return found == slots_.end() ? nullptr : &*found;
}

}  // namespace etalage::pack
