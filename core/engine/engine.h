// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Engine: one shopper, one pack. What bindings, tests and fuzzers drive.
//
// Without a profile (begin_profile not called, or end_profile called) it answers from the current page alone and keeps
// nothing. With one, track and set_cart change the state at once and return the journal record that makes the change
// durable; folding the same records in the same order always gives the same state.
//
// Units     now: milliseconds since the Unix epoch, given by the caller; the engine has no clock.
// Errors    open: those of Pack::open, switched_off. track, set_cart: invalid_argument for a time that is no time.
//           restore, fold: those of bytes/frame.h, truncated, malformed; restore leaves the profile empty, fold unchanged.
//           restore, fold, snapshot: invalid_argument without a profile.
// Lifetime  owns the pack's bytes and the profile. Not movable: the pack's views point into it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "bytes/error.h"
#include "engine/messages.h"
#include "pack/pack.h"
#include "profile/profile.h"
#include "recommend/recommender.h"

namespace etalage::engine {

class Engine {
 public:
  [[nodiscard]] static Result<std::unique_ptr<Engine>> open(std::vector<std::uint8_t> pack);
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  // Starts from an empty profile. `secret` is random and belongs to the profile: transaction ids are hashed with it.
  void begin_profile(std::uint64_t secret);
  // Forgets the profile.
  void end_profile();
  [[nodiscard]] bool has_profile() const { return profile_.has_value(); }

  // Replaces the state by a snapshot's.
  Result<void> restore(std::span<const std::uint8_t> snapshot);
  // Folds one journal record in.
  Result<void> fold(std::span<const std::uint8_t> record);
  // The state as bytes, without what is older than the pack's retention.
  Result<std::vector<std::uint8_t>> snapshot(double now);

  // Applies an event, as far as the manifest lets it in. Gives its journal record; empty where nothing is to be kept.
  Result<std::vector<std::uint8_t>> track(const EventMessage& event, double now);
  // The cart as it is now. Gives the journal record; empty where none is to be kept.
  Result<std::vector<std::uint8_t>> set_cart(const std::vector<std::string>& items, double now);
  void set_page(PageMessage page) { page_ = std::move(page); }

  // JSON: { slot, strategy, personal, items: [{ id, score, reason: { code, text, because }, fields }] }; strategy is
  // null for a slot that the pack does not declare. The same request in the same state gives the same text.
  [[nodiscard]] std::string recommend(const SlotRequest& request);

  // JSON: { since, facts: [...] }: everything that is known of the shopper, newest first, and what it is used for.
  [[nodiscard]] std::string view();
  // JSON: the whole profile, in a published form (docs/privacy.md).
  [[nodiscard]] std::string export_profile() const;
  // JSON: { products, slots: [name], events: [name] }: what the pack declares.
  [[nodiscard]] std::string names() const;

 private:
  Engine(std::vector<std::uint8_t> bytes) : bytes_(std::move(bytes)) {}
  [[nodiscard]] recommend::Context context(const SlotRequest& request);
  [[nodiscard]] std::optional<std::uint32_t> row(std::uint32_t place);
  std::vector<std::uint8_t> keep(const profile::Record& record);

  std::vector<std::uint8_t> bytes_;
  std::optional<pack::Pack> pack_;
  std::optional<recommend::Recommender> recommender_;
  std::optional<profile::Profile> profile_;
  std::uint64_t secret_ = 0;
  PageMessage page_;
  std::vector<std::string> page_cart_;
  std::vector<std::int64_t> rows_;  // of the profile's dictionary: -1 = not in this pack
};

}  // namespace etalage::engine
