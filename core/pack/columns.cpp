// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "pack/columns.h"

#include "pack/format.h"

namespace etalage::pack {

std::optional<BytesColumn> BytesColumn::parse(std::uint32_t rows,
                                              std::span<const std::uint8_t> data) {
  const auto head = (std::uint64_t{rows} + 1) * sizeof(std::uint32_t);
  if (data.size() < head) return std::nullopt;
  BytesColumn column;
  column.ends_ = NumberColumn<std::uint32_t>(data.first(static_cast<std::size_t>(head)));
  column.bytes_ = data.subspan(static_cast<std::size_t>(head));
  std::uint32_t last = 0;
  for (std::uint32_t row = 0; row <= rows; ++row) {
    const auto end = column.ends_[row];
    if (end < last || (row == 0 && end != 0)) return std::nullopt;
    last = end;
  }
  if (last != column.bytes_.size()) return std::nullopt;
  return column;
}

std::optional<DictionaryColumn> DictionaryColumn::parse(std::uint32_t rows,
                                                        std::span<const std::uint8_t> data) {
  // The indexes are padded to a multiple of four bytes, then the number of values.
  const auto padded = (std::uint64_t{rows} * 2 + 3) / 4 * 4;
  if (data.size() < padded + sizeof(std::uint32_t)) return std::nullopt;
  DictionaryColumn column;
  column.indexes_ = NumberColumn<std::uint16_t>(data.first(std::size_t{rows} * 2));
  const auto count =
      NumberColumn<std::uint32_t>(data.subspan(static_cast<std::size_t>(padded), 4))[0];
  if (count >= kNone) return std::nullopt;
  const auto values = BytesColumn::parse(count, data.subspan(static_cast<std::size_t>(padded) + 4));
  if (!values) return std::nullopt;
  column.values_ = *values;
  for (std::uint32_t row = 0; row < rows; ++row) {
    const auto index = column.indexes_[row];
    if (index != kNone && index >= count) return std::nullopt;
  }
  return column;
}

std::uint16_t DictionaryColumn::index(std::uint32_t row) const {
  return row < indexes_.size() ? indexes_[row] : kNone;
}

std::string_view DictionaryColumn::text(std::uint32_t row) const {
  const auto at = index(row);
  return at == kNone ? std::string_view{} : values_.text(at);
}

}  // namespace etalage::pack
