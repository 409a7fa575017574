// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Pack: reads a pack in place. open() checks everything once; after that no accessor can leave the bytes.
//
// Errors    open: truncated, bad_magic, bad_version (newer major), bad_checksum, malformed (which section).
// Lifetime  every view points into the bytes given to open(), which must outlive the Pack and stay unchanged.
// Cost      open: one pass over the bytes. find: a binary search. The rest: constant.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "bytes/error.h"
#include "pack/blend.h"
#include "pack/columns.h"
#include "pack/format.h"
#include "pack/pair_list.h"
#include "pack/slot.h"

namespace etalage::pack {

// What those in a segment chose most: rows, the most popular first.
struct SegmentList {
  std::string_view segment;
  std::vector<std::uint32_t> rows;
};

class Pack {
 public:
  [[nodiscard]] static Result<Pack> open(std::span<const std::uint8_t> data);

  // The kill switch: the package must do nothing.
  [[nodiscard]] bool off() const { return off_; }
  // The audience is children: nothing may be personalised.
  [[nodiscard]] bool children() const { return children_; }
  [[nodiscard]] std::uint32_t products() const { return products_; }
  [[nodiscard]] std::uint32_t min_support() const { return min_support_; }
  [[nodiscard]] std::uint32_t retention_days() const { return retention_days_; }
  [[nodiscard]] std::string_view currency() const { return currency_; }

  // The row of a product by its id or one of its aliases.
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view key) const;

  [[nodiscard]] std::string_view id(std::uint32_t row) const { return ids_.text(row); }
  [[nodiscard]] std::string_view title(std::uint32_t row) const { return titles_.text(row); }
  [[nodiscard]] std::string_view url(std::uint32_t row) const { return urls_.text(row); }
  [[nodiscard]] std::string_view image(std::uint32_t row) const { return images_.text(row); }
  [[nodiscard]] std::string_view brand(std::uint32_t row) const { return brands_.text(row); }
  [[nodiscard]] const DictionaryColumn& categories() const { return categories_; }
  [[nodiscard]] const DictionaryColumn& brands() const { return brands_; }
  // Millionths of the currency; nothing where unknown.
  [[nodiscard]] std::optional<std::int64_t> price(std::uint32_t row) const;
  [[nodiscard]] bool in_stock(std::uint32_t row) const;
  // Never recommended.
  [[nodiscard]] bool hidden(std::uint32_t row) const;
  // A further column; nullptr where the pack has none of that name.
  [[nodiscard]] const AttributeColumn* attribute(std::string_view name) const;
  [[nodiscard]] std::span<const AttributeColumn> attributes() const { return attributes_; }
  // Rows, the one that gains most first.
  [[nodiscard]] const NumberColumn<std::uint32_t>& trending() const { return trending_; }
  // Rows, newest first.
  [[nodiscard]] const NumberColumn<std::uint32_t>& arrivals() const { return arrivals_; }
  [[nodiscard]] std::span<const SegmentList> segment_lists() const { return segment_lists_; }
  // Days after which a product is bought again; 0 = unknown.
  [[nodiscard]] std::uint16_t interval(std::uint32_t row) const {
    return row < intervals_.size() ? intervals_[row] : std::uint16_t{0};
  }
  // Whether the pack knows of any product when it is bought again.
  [[nodiscard]] bool has_intervals() const { return intervals_.size() > 0; }

  // 64 components a row; empty where the pack has no vectors.
  [[nodiscard]] std::span<const std::int8_t> components() const { return components_; }
  // What one unit of a row's components is worth; 0 where the product has no vector.
  // In the header because the scan asks it for every row.
  [[nodiscard]] float scale(std::uint32_t row) const {
    if (row >= scales_.size()) return 0;
    return static_cast<float>(scales_[row]) / (65535.0F * 127.0F);
  }
  [[nodiscard]] std::span<const float> positions() const { return positions_; }
  [[nodiscard]] const Blend& blend() const { return blend_; }
  // How often a product comes next again that a session holds so many times, the newest at a place from its end; 0 where
  // the pack does not know. REQUIRES: times >= 1.
  [[nodiscard]] float repeat(std::uint32_t place, std::uint32_t times) const {
    const auto index = place * kRepeatTimes + std::min(times, kRepeatTimes) - 1;
    return index < repeats_.size() ? repeats_[index] : 0.0F;
  }

  template <typename Visit>
  void visit_pairs(std::uint32_t row, Visit&& visit) const {
    if (row < pairs_.size()) visit_pair_list(pairs_.bytes(row), products_, visit);
  }

  [[nodiscard]] std::span<const Slot> slots() const { return slots_; }
  [[nodiscard]] const Slot* slot(std::string_view name) const;
  // As rules/formats.h reads them; empty where the pack has none.
  [[nodiscard]] std::span<const std::uint8_t> manifest() const { return manifest_; }
  [[nodiscard]] std::span<const std::uint8_t> program() const { return program_; }
  [[nodiscard]] std::span<const std::uint8_t> explanations() const { return explanations_; }
  // As measure/formats.h reads them; empty where the pack has none.
  [[nodiscard]] std::span<const std::uint8_t> measures() const { return measures_; }
  // What a key ("slot home") is called in English (0) or Dutch (1); empty where the pack does not say.
  [[nodiscard]] std::string_view text(std::string_view key, std::size_t language) const;
  // visit(key, English, Dutch), up to where the texts are damaged.
  template <typename Visit>
  void visit_texts(Visit&& visit) const {
    bytes::Reader in(texts_);
    while (in.remaining() > 0) {
      const auto key = in.string();
      const auto english = in.string();
      const auto dutch = in.string();
      if (!in.failed()) visit(key, english, dutch);
    }
  }
  // Terms: what is about them is never kept.
  [[nodiscard]] const std::vector<std::string>& refused() const { return refused_; }

 private:
  Pack() = default;
  bool read_section(Tag tag, std::uint32_t count, std::span<const std::uint8_t> data);
  bool read_meta(std::span<const std::uint8_t> data);
  bool read_keys(std::uint32_t count, std::span<const std::uint8_t> data);
  bool read_pairs(std::span<const std::uint8_t> data);
  bool read_attributes(std::uint32_t count, std::span<const std::uint8_t> data);
  bool read_rows(NumberColumn<std::uint32_t>& rows, std::uint32_t count,
                 std::span<const std::uint8_t> data) const;
  bool read_weights(std::vector<float>& weights, std::uint32_t most, float low, float high,
                    std::uint32_t count, std::span<const std::uint8_t> data);
  bool read_segment_lists(std::uint32_t count, std::span<const std::uint8_t> data);
  bool read_blend(std::uint32_t count, std::span<const std::uint8_t> data);
  bool read_slot(bytes::Reader& in, Slot& slot) const;
  bool read_slots(std::uint32_t count, std::span<const std::uint8_t> data);
  bool read_refused(std::span<const std::uint8_t> data);

  bool off_ = false;
  bool children_ = false;
  std::uint32_t products_ = 0;
  std::uint32_t min_support_ = 0;
  std::uint32_t retention_days_ = 0;
  std::string_view currency_;
  BytesColumn ids_, titles_, urls_, images_, pairs_;
  NumberColumn<std::uint32_t> key_rows_;
  BytesColumn keys_;
  DictionaryColumn categories_, brands_;
  NumberColumn<std::int64_t> prices_;
  NumberColumn<std::uint8_t> flags_;
  std::span<const std::int8_t> components_;
  NumberColumn<std::uint16_t> scales_, intervals_;
  std::vector<AttributeColumn> attributes_;
  NumberColumn<std::uint32_t> trending_, arrivals_;
  std::vector<SegmentList> segment_lists_;
  std::vector<float> positions_;
  Blend blend_;
  std::vector<float> repeats_;
  std::vector<Slot> slots_;
  std::span<const std::uint8_t> manifest_, program_, explanations_, texts_, measures_;
  std::vector<std::string> refused_;
};

}  // namespace etalage::pack
