// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Runtime: one Engine behind calls that take and give bytes (engine/messages.h).
#pragma once

#include <functional>
#include <memory>
#include <type_traits>

#include "boundary.h"
#include "engine/engine.h"

namespace etalage {

using engine::Engine;

class Runtime : public Boundary {
 public:
  bool open() {
    return guard([&] {
      auto opened = Engine::open(take_input());
      if (!opened) return refuse(opened.error());
      engine_ = std::move(*opened);
      return true;
    });
  }

  [[nodiscard]] std::span<const std::uint8_t> pack() const {
    return engine_ ? engine_->pack_bytes() : std::span<const std::uint8_t>{};
  }

  // Gives what a member of the engine answers.
  template <auto member, typename... Arguments>
  bool ask(const Arguments&... arguments) {
    return guard([&] { return is_open() && answer<member>(arguments...); });
  }

  // The same for a member whose first argument is the message in the input.
  template <auto read, auto member, typename... Arguments>
  bool tell(const Arguments&... arguments) {
    return guard([&] {
      if (!is_open()) return false;
      const auto message = read(in());
      return message ? answer<member>(*message, arguments...) : refuse(message.error());
    });
  }

 private:
  bool is_open() { return engine_ || refuse({Code::invalid_argument, "no pack is open"}); }

  template <auto member, typename... Arguments>
  bool answer(const Arguments&... arguments) {
    if constexpr (std::is_void_v<std::invoke_result_t<decltype(member), Engine&, Arguments...>>) {
      std::invoke(member, *engine_, arguments...);
      return true;
    } else {
      return give(std::invoke(member, *engine_, arguments...));
    }
  }

  std::unique_ptr<Engine> engine_;
};

inline Runtime runtime;

}  // namespace etalage

// A function that JavaScript calls by this name.
#define EXPORT(name) [[clang::export_name(#name)]] auto export_##name
