// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Boundary: what all modules share: one input buffer that JavaScript fills before a call, and one output buffer that it
// copies after. A call says whether it succeeded; the output is its answer, or "code: detail" where it failed. Nothing
// throws past it. In the browser's module nothing throws at all: it stops where an allocation fails, and is given up.
//
// Lifetime  in() and out() are valid until the next call; JavaScript's views of them die when the memory grows.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "bytes/error.h"

namespace etalage {

class Boundary {
 public:
  // Makes room for the next call's message.
  bool input(std::size_t size) {
    return guard([&] {
      in_.resize(size);
      return true;
    });
  }
  [[nodiscard]] std::span<std::uint8_t> in() { return in_; }
  [[nodiscard]] std::span<const std::uint8_t> out() const { return out_; }

 protected:
  std::vector<std::uint8_t> take_input() { return std::move(in_); }

  bool give(Result<std::vector<std::uint8_t>> result) {
    if (!result) return refuse(result.error());
    out_ = std::move(*result);
    return true;
  }
  bool give(const std::string& text) {
    out_.assign(text.begin(), text.end());
    return true;
  }
  // Exactly a Result<void> or Result<std::string>: one must not become the other.
  template <typename T>
    requires std::is_void_v<T> || std::is_same_v<T, std::string>
  bool give(const Result<T>& result) {
    if (!result) return refuse(result.error());
    if constexpr (std::is_same_v<T, std::string>) give(*result);
    return true;
  }

  bool refuse(const Error& error) {
    give(describe(error));
    return false;
  }

  // Runs a call; whatever it throws (memory, above all) becomes its error.
  template <typename Call>
  bool guard(Call call) {
    return run([](void* self) { return (*static_cast<Call*>(self))(); }, &call);
  }

 private:
  // One try block for all calls: each would cost a page its bytes.
  [[gnu::noinline]] bool run(bool (*call)(void*), void* self) {
    try {
      return call(self);
    } catch (...) {
      return refuse({Code::out_of_memory, "not enough memory"});
    }
  }

  std::vector<std::uint8_t> in_, out_;
};

}  // namespace etalage
