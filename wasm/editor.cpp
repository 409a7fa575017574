// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The module that shows a shopper their profile and changes it for them. Most visits need none of it, so a page loads it when it is
// first asked. What it exports is declared for JavaScript in js/etalage/src/editor/EditorRuntime.ts.
#include "runtime.h"

namespace etalage {

EXPORT(input)(std::size_t size) { return runtime.input(size); }
EXPORT(input_at)() { return runtime.in().data(); }
EXPORT(output_at)() { return runtime.out().data(); }
EXPORT(output_size)() { return runtime.out().size(); }
EXPORT(open)() { return runtime.open(); }
EXPORT(begin_profile)(std::uint64_t secret) { return runtime.ask<&Engine::begin_profile>(secret); }
EXPORT(end_profile)() { return runtime.ask<&Engine::end_profile>(); }
EXPORT(restore)() { return runtime.ask<&Engine::restore>(runtime.in()); }
EXPORT(snapshot)(double now) { return runtime.ask<&Engine::snapshot>(now); }
EXPORT(track)(double now) { return runtime.tell<engine::read_event, &Engine::track>(now); }
EXPORT(allow)(bool personalise, bool measure) {
  return runtime.ask<&Engine::allow>(personalise, measure);
}
EXPORT(freeze)(bool personalise, bool measure) {
  return runtime.ask<&Engine::freeze>(personalise, measure);
}
EXPORT(refuse)() { return runtime.tell<engine::read_uses, &Engine::refuse>(); }
EXPORT(answer)(double now) { return runtime.tell<engine::read_answer, &Engine::answer>(now); }
EXPORT(update)(double now, std::int32_t offset) {
  return runtime.ask<&Engine::update>(now, offset);
}
EXPORT(view)() { return runtime.tell<engine::read_language, &Engine::view>(); }
// What a ledger says was reported; `dutch`: in Dutch, else in English.
EXPORT(reports)(bool dutch) {
  return runtime.ask<&Engine::reports>(runtime.in(),
                                       dutch ? recommend::Language::nl : recommend::Language::en);
}
EXPORT(export_profile)() { return runtime.ask<&Engine::export_profile>(); }
EXPORT(forget)() { return runtime.tell<engine::read_text, &Engine::forget>(); }
EXPORT(put_in_order)() { return runtime.ask<&Engine::put_in_order>(); }

}  // namespace etalage
