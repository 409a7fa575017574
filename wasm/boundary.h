// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Boundary: what both modules share: one input buffer that JavaScript fills before a call, one output that it copies
// after, and the error of the last call. Nothing throws past it.
//
// Lifetime  a view from input() or output() dies when the memory grows: fetch it anew for each use, never keep it.
#pragma once

#include <emscripten/val.h>

#include <cstdint>
#include <exception>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "bytes/error.h"

namespace etalage {

class Boundary {
 public:
  emscripten::val input(std::size_t size) {
    in_.resize(size);
    return view(in_);
  }
  emscripten::val output() { return view(out_); }
  // "code: detail" of the last call that failed.
  [[nodiscard]] std::string error() const { return error_; }

 protected:
  [[nodiscard]] std::span<const std::uint8_t> in() const { return in_; }
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
  bool refuse(const Error& error) {
    error_ = describe(error);
    return false;
  }
  bool done(const Result<void>& result) { return result ? true : refuse(result.error()); }

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
    } catch (const std::exception&) {
      return refuse({Code::out_of_memory, "not enough memory"});
    }
  }

  static emscripten::val view(std::vector<std::uint8_t>& bytes) {
    return emscripten::val(emscripten::typed_memory_view(bytes.size(), bytes.data()));
  }

  std::vector<std::uint8_t> in_, out_;
  std::string error_;
};

}  // namespace etalage
