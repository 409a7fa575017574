// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Columns: typed views of a pack's sections. They read through memcpy, so a section may lie at any address.
//
// Lifetime  views into the pack's bytes.
// REQUIRES: a row below size(); parse() has accepted the bytes.
#pragma once

#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string_view>

namespace etalage::pack {

template <typename T>
class NumberColumn {
 public:
  NumberColumn() = default;
  // REQUIRES: data.size() is a multiple of sizeof(T).
  explicit NumberColumn(std::span<const std::uint8_t> data) : data_(data) {}

  [[nodiscard]] T operator[](std::uint32_t row) const {
    T value;
    std::memcpy(&value, data_.data() + row * sizeof(T), sizeof(T));
    return value;
  }
  [[nodiscard]] std::uint32_t size() const {
    return static_cast<std::uint32_t>(data_.size() / sizeof(T));
  }

 private:
  std::span<const std::uint8_t> data_;
};

// Variable-length values, end to end: ends[row] and ends[row + 1] bound the value of a row.
class BytesColumn {
 public:
  BytesColumn() = default;

  // Nothing where the ends do not rise from 0 to exactly the number of bytes that follow them.
  [[nodiscard]] static std::optional<BytesColumn> parse(std::uint32_t rows,
                                                        std::span<const std::uint8_t> data);

  [[nodiscard]] std::span<const std::uint8_t> bytes(std::uint32_t row) const {
    return bytes_.subspan(ends_[row], ends_[row + 1] - ends_[row]);
  }
  // The value as text; empty where the column is absent.
  [[nodiscard]] std::string_view text(std::uint32_t row) const {
    if (row >= size()) return {};
    const auto raw = bytes(row);
    return {reinterpret_cast<const char*>(raw.data()), raw.size()};
  }
  [[nodiscard]] std::uint32_t size() const { return ends_.size() > 0 ? ends_.size() - 1 : 0; }

 private:
  NumberColumn<std::uint32_t> ends_;
  std::span<const std::uint8_t> bytes_;
};

// A column of few different values: an index a row, into the sorted values.
class DictionaryColumn {
 public:
  DictionaryColumn() = default;
  [[nodiscard]] static std::optional<DictionaryColumn> parse(std::uint32_t rows,
                                                             std::span<const std::uint8_t> data);

  // The row's value, empty where it has none.
  [[nodiscard]] std::string_view text(std::uint32_t row) const;
  // The index of the row's value; rows with equal values have equal indexes; kNone where it has none.
  [[nodiscard]] std::uint16_t index(std::uint32_t row) const;
  [[nodiscard]] const BytesColumn& values() const { return values_; }

 private:
  NumberColumn<std::uint16_t> indexes_;
  BytesColumn values_;
};

// A further column of the catalogue: texts or numbers, by its name.
struct AttributeColumn {
  std::string_view name;
  bool is_text = true;
  DictionaryColumn texts;
  NumberColumn<double> numbers;  // NaN where unknown
};

}  // namespace etalage::pack
