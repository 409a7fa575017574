// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// OutputArchive and InputArchive: cereal archives over a memory buffer, without iostream.
//
//   number        as it lies in memory, little-endian
//   Varint        LEB128: for what is small most of the time
//   size tag      varint; refused where more elements are announced than bytes remain
//   binary data   as it is
//
// Include this only where types are coded (a .cpp file): cereal's templates stay there. Call encode and decode, never an
// archive by hand.
//
// Errors    decode: truncated where the input ends early; malformed where bytes remain or a number is out of its range. An
//           archive does not throw: as with Reader, all that follows a failure reads as zero or empty, and decode asks once,
//           at the end. A check after each number would cost a page 2 kB.
// Lifetime  decode copies; nothing refers to the input afterwards.
#pragma once

#include <cereal/cereal.hpp>
#include <cstdint>
#include <span>
#include <type_traits>
#include <vector>

#include "bytes/error.h"
#include "bytes/reader.h"

namespace etalage::bytes {

class OutputArchive : public cereal::OutputArchive<OutputArchive, cereal::AllowEmptyClassElision> {
 public:
  OutputArchive() : cereal::OutputArchive<OutputArchive, cereal::AllowEmptyClassElision>(this) {}
  Writer& out() { return out_; }

 private:
  Writer out_;
};

class InputArchive : public cereal::InputArchive<InputArchive, cereal::AllowEmptyClassElision> {
 public:
  explicit InputArchive(std::span<const std::uint8_t> data)
      : cereal::InputArchive<InputArchive, cereal::AllowEmptyClassElision>(this), in_(data) {}
  Reader& in() { return in_; }
  // A whole number up to `largest`.
  std::uint64_t varint(std::uint64_t largest);
  [[nodiscard]] Result<void> outcome() const;

 private:
  Reader in_;
  bool refused_ = false;
};

// Marks a whole number to be stored as a varint: archive(varint(count)).
template <typename T>
struct Varint {
  T& value;
};
template <typename T>
Varint<T> varint(T& value) {
  static_assert(std::is_unsigned_v<std::remove_const_t<T>>);
  return {value};
}

template <typename T>
void CEREAL_SAVE_FUNCTION_NAME(OutputArchive& archive, const Varint<T>& number) {
  archive.out().varint(number.value);
}
template <typename T>
void CEREAL_LOAD_FUNCTION_NAME(InputArchive& archive, Varint<T>& number) {
  number.value = static_cast<T>(archive.varint(static_cast<T>(-1)));
}

template <typename T>
  requires std::is_arithmetic_v<T>
void CEREAL_SAVE_FUNCTION_NAME(OutputArchive& archive, const T& number) {
  archive.out().number(number);
}
template <typename T>
  requires std::is_arithmetic_v<T>
void CEREAL_LOAD_FUNCTION_NAME(InputArchive& archive, T& number) {
  number = archive.in().template number<T>();
}

template <typename T>
void CEREAL_SAVE_FUNCTION_NAME(OutputArchive& archive, const cereal::SizeTag<T>& tag) {
  archive.out().varint(tag.size);
}
template <typename T>
void CEREAL_LOAD_FUNCTION_NAME(InputArchive& archive, cereal::SizeTag<T>& tag) {
  tag.size = static_cast<std::remove_reference_t<T>>(archive.in().count());
}

template <typename T>
void CEREAL_SAVE_FUNCTION_NAME(OutputArchive& archive, const cereal::BinaryData<T>& data) {
  archive.out().append({static_cast<const std::uint8_t*>(static_cast<const void*>(data.data)),
                        static_cast<std::size_t>(data.size)});
}
template <typename T>
void CEREAL_LOAD_FUNCTION_NAME(InputArchive& archive, cereal::BinaryData<T>& data) {
  archive.in().copy(data.data, static_cast<std::size_t>(data.size));
}

template <typename T>
std::vector<std::uint8_t> encode(const T& value) {
  OutputArchive archive;
  archive(value);
  return archive.out().take();
}

template <typename T>
Result<T> decode(std::span<const std::uint8_t> data) {
  InputArchive archive(data);
  T value{};
  archive(value);
  if (auto outcome = archive.outcome(); !outcome) return std::unexpected(outcome.error());
  return value;
}

}  // namespace etalage::bytes

CEREAL_SETUP_ARCHIVE_TRAITS(etalage::bytes::InputArchive, etalage::bytes::OutputArchive)
