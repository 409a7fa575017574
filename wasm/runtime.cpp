// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The browser's module: one Engine behind calls that take and give bytes (engine/messages.h). It imports nothing. What it
// exports is declared for JavaScript in js/etalage/src/engine/Runtime.ts.
#include <functional>
#include <memory>
#include <type_traits>

#include "boundary.h"
#include "engine/engine.h"

namespace etalage {
namespace {

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

Runtime runtime;

}  // namespace

// A function that JavaScript calls by this name.
#define EXPORT(name) [[clang::export_name(#name)]] auto export_##name

EXPORT(input)(std::size_t size) { return runtime.input(size); }
EXPORT(input_at)() { return runtime.in().data(); }
EXPORT(output_at)() { return runtime.out().data(); }
EXPORT(output_size)() { return runtime.out().size(); }

EXPORT(open)() { return runtime.open(); }
EXPORT(begin_profile)(std::uint64_t secret) { return runtime.ask<&Engine::begin_profile>(secret); }
EXPORT(end_profile)() { return runtime.ask<&Engine::end_profile>(); }
EXPORT(restore)() { return runtime.ask<&Engine::restore>(runtime.in()); }
EXPORT(fold)() { return runtime.ask<&Engine::fold>(runtime.in()); }
EXPORT(snapshot)(double now) { return runtime.ask<&Engine::snapshot>(now); }
EXPORT(track)(double now) { return runtime.tell<engine::read_event, &Engine::track>(now); }
EXPORT(set_cart)(double now) { return runtime.tell<engine::read_cart, &Engine::set_cart>(now); }
EXPORT(allow)(bool personalise, bool measure) {
  return runtime.ask<&Engine::allow>(personalise, measure);
}
EXPORT(tidy)(double now) { return runtime.ask<&Engine::tidy>(now); }
EXPORT(visit)(double now) { return runtime.tell<engine::read_channel, &Engine::visit>(now); }
EXPORT(answer)(double now) { return runtime.tell<engine::read_answer, &Engine::answer>(now); }
EXPORT(update)(double now, std::int32_t offset) {
  return runtime.ask<&Engine::update>(now, offset);
}
EXPORT(next_record)() { return runtime.ask<&Engine::next_record>(); }
EXPORT(values)() { return runtime.ask<&Engine::values>(); }
EXPORT(explain)() { return runtime.tell<engine::read_rule, &Engine::explain>(); }
EXPORT(set_page)() { return runtime.tell<engine::read_page, &Engine::set_page>(); }
EXPORT(live)() { return runtime.tell<engine::read_live, &Engine::set_live>(); }
EXPORT(recommend)(double now, std::int32_t offset) {
  return runtime.tell<engine::read_request, &Engine::recommend>(now, offset);
}
EXPORT(view)() { return runtime.ask<&Engine::view>(); }
EXPORT(export_profile)() { return runtime.ask<&Engine::export_profile>(); }
EXPORT(names)() { return runtime.ask<&Engine::names>(); }

}  // namespace etalage
