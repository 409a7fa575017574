// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Shopper: one shopper of a pack, for the command line: a profile in memory behind calls that take the page's messages
// (engine/messages.h) and give JSON.
#pragma once

#include <memory>
#include <utility>
#include <vector>

#include "bytes/json.h"
#include "embind_boundary.h"
#include "engine/engine.h"

namespace etalage {

class Shopper : public EmbindBoundary {
 public:
  bool open() {
    return guard([&] {
      auto opened = engine::Engine::open(take_input());
      if (!opened) return refuse(opened.error());
      engine_ = std::move(*opened);
      engine_->allow(true, true);
      engine_->begin_profile(0);
      return true;
    });
  }
  // Another shopper, with an empty profile and a secret of its own.
  bool begin(std::uint64_t secret) {
    return asked([&] {
      engine_->begin_profile(secret);
      return true;
    });
  }
  // What the shopper lets the shop do; at first both.
  bool allow(bool personalise, bool measure) {
    return asked([&] {
      engine_->allow(personalise, measure);
      return true;
    });
  }
  // { dropped }: the keys of the event that the manifest refused.
  bool track(double now) {
    return told<engine::read_event>([&](const engine::EventMessage& message) {
      bytes::JsonWriter json;
      json.object().key("dropped").array();
      for (const auto& key : engine_->dropped(message)) json.string(key);
      json.end().end();
      return done(engine_->track(message, now)) && give(json.text());
    });
  }
  bool set_cart(double now) {
    return told<engine::read_cart>(
        [&](const auto& message) { return done(engine_->set_cart(message, now)); });
  }
  bool set_page() {
    return told<engine::read_page>([&](const auto& message) {
      engine_->set_page(message);
      return true;
    });
  }
  bool answer(double now) {
    return told<engine::read_answer>(
        [&](const auto& message) { return done(engine_->answer(message, now)); });
  }
  // The message is where the visit came from; it may be empty.
  bool visit(double now) {
    return told<engine::read_text>(
        [&](const auto& channel) { return done(engine_->visit(channel, now)); });
  }
  // { segments, metrics, decisions, observed, inferred, stated, triggers }
  bool update(double now, std::int32_t offset) {
    return asked([&] {
      if (const auto updated = engine_->update(now, offset); !updated) {
        return refuse(updated.error());
      }
      bytes::JsonWriter triggers;
      triggers.array();
      for (const auto& name : engine_->fired()) triggers.string(name);
      triggers.end();
      auto text = engine_->values();
      text.pop_back();
      return give(text + ",\"triggers\":" + triggers.text() + "}");
    });
  }
  bool explain() {
    return told<engine::read_rule>(
        [&](const auto& message) { return give(engine_->explain(message)); });
  }
  // A moment at which measures may be asked. Begins the reports of next_report().
  bool moment(double now, std::int32_t offset) {
    return told<engine::read_moment>(
        [&](const auto& message) { return give(engine_->moment(message, now, offset)); });
  }
  bool next_report() {
    return asked([&] { return give(engine_->next_report()); });
  }
  bool truth() {
    return asked([&] { return give(engine_->truth()); });
  }
  bool view() {
    return asked([&] { return give(engine_->view()); });
  }
  bool names() {
    return asked([&] { return give(engine_->names()); });
  }

 private:
  // The journal is nobody's here.
  bool done(const Result<std::vector<std::uint8_t>>& record) {
    return record ? true : refuse(record.error());
  }
  template <typename Call>
  bool asked(Call call) {
    return guard(
        [&] { return engine_ ? call() : refuse({Code::invalid_argument, "no pack is open"}); });
  }
  template <auto read, typename Call>
  bool told(Call call) {
    return asked([&] {
      const auto message = read(in());
      return message ? call(*message) : refuse(message.error());
    });
  }

  std::unique_ptr<engine::Engine> engine_;
};

}  // namespace etalage
