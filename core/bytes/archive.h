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
// archive by hand: the archives throw, as cereal expects, and decode catches.
//
// Errors    decode: truncated where the input ends early; malformed where bytes remain or a type refuses its content.
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
  // Ends the decoding where a field does not hold what it should.
  void require(bool sound = true) {
    refused_ = !sound;
    if (refused_ || in_.failed()) throw cereal::Exception("");
  }
  [[nodiscard]] bool refused() const { return refused_; }

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
  const auto value = archive.in().varint();
  archive.require(value <= static_cast<std::uint64_t>(static_cast<T>(-1)));
  number.value = static_cast<T>(value);
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
  archive.require();
}

template <typename T>
void CEREAL_SAVE_FUNCTION_NAME(OutputArchive& archive, const cereal::SizeTag<T>& tag) {
  archive.out().varint(tag.size);
}
template <typename T>
void CEREAL_LOAD_FUNCTION_NAME(InputArchive& archive, cereal::SizeTag<T>& tag) {
  tag.size = static_cast<std::remove_reference_t<T>>(archive.in().count());
  archive.require();
}

template <typename T>
void CEREAL_SAVE_FUNCTION_NAME(OutputArchive& archive, const cereal::BinaryData<T>& data) {
  archive.out().append({static_cast<const std::uint8_t*>(static_cast<const void*>(data.data)),
                        static_cast<std::size_t>(data.size)});
}
template <typename T>
void CEREAL_LOAD_FUNCTION_NAME(InputArchive& archive, cereal::BinaryData<T>& data) {
  const auto raw = archive.in().take(data.size);
  archive.require();
  if (!raw.empty()) std::memcpy(data.data, raw.data(), raw.size());
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
  try {
    T value{};
    archive(value);
    if (archive.in().finished()) return value;
    return fail(Code::malformed, "bytes remain after the last field");
  } catch (...) {  // The archive knows why; looking at the type would cost a page 1 kB.
    if (archive.in().failed()) return fail(Code::truncated, "the content ends early");
    if (archive.refused()) return fail(Code::malformed, "a field is out of its range");
    return fail(Code::out_of_memory, "not enough memory to read the content");
  }
}

}  // namespace etalage::bytes

CEREAL_SETUP_ARCHIVE_TRAITS(etalage::bytes::InputArchive, etalage::bytes::OutputArchive)
