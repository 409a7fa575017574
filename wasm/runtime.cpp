// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The browser's module: one Engine behind calls that take and give bytes (engine/messages.h).
#include <emscripten/bind.h>

#include "boundary.h"
#include "engine/engine.h"

namespace etalage {

class Runtime : Boundary {
 public:
  // Embind wants members of the class itself.
  emscripten::val input(std::size_t size) { return Boundary::input(size); }
  emscripten::val output() { return Boundary::output(); }
  [[nodiscard]] std::string error() const { return Boundary::error(); }

  bool open() {
    return guard([&] {
      auto opened = engine::Engine::open(take_input());
      if (!opened) return refuse(opened.error());
      engine_ = std::move(*opened);
      return true;
    });
  }
  void begin_profile(std::uint32_t low, std::uint32_t high) {
    engine_->begin_profile(std::uint64_t{high} << 32 | low);
  }
  void end_profile() { engine_->end_profile(); }
  bool restore() {
    return guard([&] { return done(engine_->restore(in())); });
  }
  bool fold() {
    return guard([&] { return done(engine_->fold(in())); });
  }
  bool snapshot(double now) {
    return guard([&] { return give(engine_->snapshot(now)); });
  }
  bool track(double now) {
    return guard([&] {
      const auto event = engine::read_event(in());
      return event ? give(engine_->track(*event, now)) : refuse(event.error());
    });
  }
  bool set_cart(double now) {
    return guard([&] {
      const auto items = engine::read_cart(in());
      return items ? give(engine_->set_cart(*items, now)) : refuse(items.error());
    });
  }
  bool set_page() {
    return guard([&] {
      auto page = engine::read_page(in());
      if (!page) return refuse(page.error());
      engine_->set_page(std::move(*page));
      return true;
    });
  }
  bool recommend() {
    return guard([&] {
      const auto request = engine::read_request(in());
      return request ? give(engine_->recommend(*request)) : refuse(request.error());
    });
  }
  bool view() {
    return guard([&] { return give(engine_->view()); });
  }
  bool export_profile() {
    return guard([&] { return give(engine_->export_profile()); });
  }
  bool names() {
    return guard([&] { return give(engine_->names()); });
  }

 private:
  std::unique_ptr<engine::Engine> engine_;
};

EMSCRIPTEN_BINDINGS(etalage) {
  emscripten::class_<Runtime>("Runtime")
      .constructor<>()
      .function("input", &Runtime::input)
      .function("output", &Runtime::output)
      .function("error", &Runtime::error)
      .function("open", &Runtime::open)
      .function("beginProfile", &Runtime::begin_profile)
      .function("endProfile", &Runtime::end_profile)
      .function("restore", &Runtime::restore)
      .function("fold", &Runtime::fold)
      .function("snapshot", &Runtime::snapshot)
      .function("track", &Runtime::track)
      .function("setCart", &Runtime::set_cart)
      .function("setPage", &Runtime::set_page)
      .function("recommend", &Runtime::recommend)
      .function("view", &Runtime::view)
      .function("exportProfile", &Runtime::export_profile)
      .function("names", &Runtime::names);
}

}  // namespace etalage
