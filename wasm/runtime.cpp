// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The browser's module. It imports nothing. What it exports is declared for JavaScript in js/etalage/src/engine/Runtime.ts.
#include "runtime.h"

namespace etalage {

EXPORT(input)(std::size_t size) { return runtime.input(size); }
EXPORT(input_at)() { return runtime.in().data(); }
EXPORT(output_at)() { return runtime.out().data(); }
EXPORT(output_size)() { return runtime.out().size(); }

EXPORT(open)() { return runtime.open(); }
// The pack that is open, for whoever opens it once more.
EXPORT(pack_at)() { return runtime.pack().data(); }
EXPORT(pack_size)() { return runtime.pack().size(); }
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
EXPORT(freeze)(bool personalise, bool measure) {
  return runtime.ask<&Engine::freeze>(personalise, measure);
}
EXPORT(refuse)() { return runtime.tell<engine::read_uses, &Engine::refuse>(); }
EXPORT(tidy)(double now) { return runtime.ask<&Engine::tidy>(now); }
EXPORT(evict)(double bytes) { return runtime.ask<&Engine::evict>(bytes); }
EXPORT(visit)(double now) { return runtime.tell<engine::read_text, &Engine::visit>(now); }
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
EXPORT(moment)(double now, std::int32_t offset) {
  return runtime.tell<engine::read_moment, &Engine::moment>(now, offset);
}
EXPORT(next_report)() { return runtime.ask<&Engine::next_report>(); }
EXPORT(names)() { return runtime.ask<&Engine::names>(); }

}  // namespace etalage
