// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// EmbindBoundary: a Boundary as Embind shows it to Node.
//
// Lifetime  a view from input() or output() dies when the memory grows: fetch it anew for each use, never keep it.
#pragma once

#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <cstdint>
#include <span>
#include <string>

#include "boundary.h"

namespace etalage {

class EmbindBoundary : protected Boundary {
 public:
  emscripten::val input(std::size_t size) {
    Boundary::input(size);
    return view(in());
  }
  [[nodiscard]] emscripten::val output() const { return view(out()); }
  [[nodiscard]] std::string error() const { return {out().begin(), out().end()}; }

 private:
  template <typename Byte>
  static emscripten::val view(std::span<Byte> bytes) {
    return emscripten::val(emscripten::typed_memory_view(bytes.size(), bytes.data()));
  }
};

}  // namespace etalage
