// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Engine: one shopper, one pack. What bindings, tests and fuzzers drive.
//
// Without a profile (begin_profile not called, or end_profile called) it answers from the current page alone and keeps
// nothing. With one, every change of the state (track, set_cart, visit, answer; update, where a trigger fires) gives the
// journal records that make it durable; folding the same records in the same order always gives the same state.
//
// Units     now: milliseconds since the Unix epoch, given by the caller; the engine has no clock. offset: minutes that the
//           shopper's clock is ahead of UTC.
// Errors    open: those of Pack::open and rules/formats.h, switched_off. What takes a time: invalid_argument for one that is
//           none. restore, fold: those of bytes/frame.h, truncated, malformed; restore leaves the profile empty, fold
//           unchanged. restore, fold, snapshot, tidy without a profile: invalid_argument.
// Lifetime  owns the pack's bytes and the profile. Not movable: the pack's views point into it.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "bytes/error.h"
#include "bytes/json.h"
#include "engine/door.h"
#include "engine/messages.h"
#include "engine/triggers.h"
#include "engine/with_rules.h"
#include "measure/formats.h"
#include "pack/pack.h"
#include "profile/profile.h"
#include "recommend/offers.h"
#include "recommend/recommender.h"
#include "rules/evaluator.h"
#include "rules/explain.h"
#include "rules/manifest.h"

namespace etalage::engine {

// A time of the contract: an integer number of milliseconds from 0 on.
[[nodiscard]] Result<std::int64_t> whole_milliseconds(double now);

[[nodiscard]] inline rules::Language in_words(recommend::Language language) {
  return language == recommend::Language::nl ? rules::Language::nl : rules::Language::en;
}

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
  // What the shopper allows: the purposes that events, fields and rules may serve. At first: personalise alone.
  void allow(bool personalise, bool measure);
  // What was kept for these purposes stays, though nothing comes in: the shopper has not answered. Until allow() is called again.
  void freeze(bool personalise, bool measure);
  // What the shopper objects to: "segment loyal", "decision …", "trigger …", "fact …" have no value, and a "slot home" is filled
  // as if there were no profile. Replaces what was said before.
  void refuse(const std::vector<std::string>& uses);

  // Replaces the state by a snapshot's.
  Result<void> restore(std::span<const std::uint8_t> snapshot);
  // Folds one journal record in.
  Result<void> fold(std::span<const std::uint8_t> record);
  // Forgets what may not be kept (any longer): by age, by the manifest of this pack, by what the shopper allows. JSON:
  // whether anything went, and the journal must be replaced by a snapshot.
  Result<std::string> tidy(double now);
  // Forgets the oldest events until a snapshot has at most so many bytes, as far as events can do that. Without a profile: nothing.
  void evict(double bytes);
  // The state as bytes, tidied.
  Result<std::vector<std::uint8_t>> snapshot(double now);

  // Applies an event, as far as the manifest lets it in. Gives its journal record; empty where nothing is to be kept.
  Result<std::vector<std::uint8_t>> track(const EventMessage& event, double now);
  // The keys of an event that track() would leave out, sorted; "event" alone where it would leave out all of it.
  [[nodiscard]] std::vector<std::string> dropped(const EventMessage& event);
  // The cart as it is now. Gives the journal record; empty where none is to be kept.
  Result<std::vector<std::uint8_t>> set_cart(const std::vector<GivenFields>& items, double now);
  // The shopper is here: begins a visit where the last sign of them is older than half an hour. `channel`: where they came
  // from, as far as the shop knows; may be empty. Gives the journal record; empty where none is to be kept.
  Result<std::vector<std::uint8_t>> visit(const std::string& channel, double now);
  // The shopper's own answer. Gives the journal record; empty for a fact that is not asked, or a value it cannot have.
  Result<std::vector<std::uint8_t>> answer(const AnswerMessage& answer, double now);
  void set_page(PageMessage page);

  // Brings the rules up to date. JSON: { changed, entered: [segment], left: [segment], triggers: [name] }: what changed
  // since the last update, and which triggers fire now; their records are next_record()'s.
  Result<std::string> update(double now, std::int32_t offset);
  // The triggers that fired at the last update, sorted.
  [[nodiscard]] const std::vector<std::string>& fired() const { return fired_; }
  // The next journal record of the last update; empty where there are no more.
  [[nodiscard]] std::vector<std::uint8_t> next_record();
  // A moment at which measures may be asked (measure/ledger.h): the page was opened, or is being hidden. Where anything changed:
  // varint the last week that an epoch reaches into which was answered, then the new ledger; whoever stores that stores
  // next_report()'s in the same transaction. Empty: nothing is to be stored, and there are no reports. Random bytes that are
  // too few, or none, give nothing: it fails closed.
  Result<std::vector<std::uint8_t>> moment(const MomentMessage& message, double now,
                                           std::int32_t offset);
  // The next report of the last moment, as it is sent; empty where there are no more.
  [[nodiscard]] std::string next_report();
  // JSON: [{ measure, label, answer, epsilon, trueIn100, time }]: what a ledger says was reported, newest first.
  [[nodiscard]] Result<std::string> reports(std::span<const std::uint8_t> ledger,
                                            recommend::Language language) const;
  // JSON: { measure: bucket or null }: the truth at the last moment, of those that could be asked. For simulations; no page
  // has it.
  [[nodiscard]] std::string truth();

  // JSON: { segments: [name], metrics: {}, decisions: {}, observed: {}, inferred: {}, stated: {} } at the last update: the
  // names of segments sorted; of the others those that have a value; the answers as lists.
  [[nodiscard]] std::string values();
  // JSON: rules/explain.h; null for a rule that the pack does not have.
  [[nodiscard]] std::string explain(const RuleRequest& request);

  // Prices and stock between two builds of the pack; replaces what an earlier live file said.
  void set_live(const std::vector<recommend::LiveOffer>& offers);

  // JSON: { slot, strategy, personal, items: [{ id, score, strategy, reason: { code, text, because }, fields }] }; strategy is
  // null for a slot that the pack does not declare. The same request in the same state gives the same text, until the page
  // changes; and until then no product comes in two slots, or in one slot about two products.
  [[nodiscard]] std::string recommend(const SlotRequest& request, double now = 0,
                                      std::int32_t offset = 0);

  // JSON: { since, facts: [...], uses: [...], manifest: [...] } at the last update: everything that is known of the shopper,
  // newest first, and what it is used for; what came of each use; and what may be kept at all.
  [[nodiscard]] std::string view(recommend::Language language = recommend::Language::en);
  // Takes a fact of view() out of the profile, by its id. JSON: whether anything went.
  std::string forget(const std::string& fact);
  // Puts events that were tracked late in the order of their times; of those that are equal in everything one stays.
  void put_in_order();
  // JSON: the whole profile, in a published form (docs/privacy.md).
  [[nodiscard]] std::string export_profile() const;
  // JSON: { products, audience, slots: [name], facts: [name], rules: { segment: [name], ... }, measures: [name],
  // events: [{ name, fields: [key], items: [key] }] }: what the pack declares, and the GA4 keys that it reads.
  [[nodiscard]] std::string names() const;
  // The pack, as it was given.
  [[nodiscard]] std::span<const std::uint8_t> pack_bytes() const { return bytes_; }

 private:
  // What the page was told since it began: one for each slot and product, the oldest of too many forgotten.
  struct Answer {
    SlotRequest request;
    std::uint64_t state = 0;  // 0: none
    std::string text;
    std::vector<std::uint32_t> rows;
  };

  Engine(std::vector<std::uint8_t> bytes) : bytes_(std::move(bytes)) {}
  Result<void> read_rules();
  [[nodiscard]] rules::Evaluator* evaluator() { return kWithRules ? evaluator_.get() : nullptr; }
  void bring_up_to_date(std::int64_t now, std::int32_t offset);
  [[nodiscard]] bool knows_nobody(const std::string& slot, double now) const;
  [[nodiscard]] bool uses_refused(std::uint32_t rule) const;
  [[nodiscard]] std::optional<std::uint32_t> true_bucket(const pack::Measure& measure,
                                                         std::int64_t now);
  [[nodiscard]] recommend::Context context(const SlotRequest& request, double now);
  Answer& answer_for(const SlotRequest& request);
  [[nodiscard]] recommend::Picks pick(const pack::Slot& slot, const recommend::Context& context,
                                      std::size_t count, const std::vector<std::uint32_t>& exclude);
  void fill(Answer& answer, const recommend::Context& context,
            const std::vector<std::uint32_t>& exclude);
  [[nodiscard]] std::optional<std::uint32_t> row(std::uint32_t place);
  void set_profile(profile::Profile profile);
  std::vector<std::uint8_t> keep(const profile::Record& record);
  [[nodiscard]] std::string use_of(std::uint32_t rule) const;
  [[nodiscard]] std::string_view label(const std::string& key, recommend::Language language) const;
  void write_facts(bytes::JsonWriter& json);
  void write_answers(bytes::JsonWriter& json, recommend::Language language);
  void write_reckoned(bytes::JsonWriter& json, recommend::Language language);
  void write_uses(bytes::JsonWriter& json, recommend::Language language);
  [[nodiscard]] const std::string& rule_name(std::uint32_t rule) const;

  std::vector<std::uint8_t> bytes_;
  std::optional<pack::Pack> pack_;
  rules::Program program_;
  rules::Manifest manifest_;
  std::optional<rules::Terms> refused_;
  std::optional<Door> door_;
  std::unique_ptr<rules::Evaluator> evaluator_;  // none where this program runs no rules
  std::optional<recommend::Offers> offers_;
  std::optional<recommend::Recommender> recommender_;
  std::array<Answer, 32> answers_;
  std::size_t oldest_ = 0;
  std::uint64_t state_ = 1;  // another number after whatever may change an answer
  std::optional<profile::Profile> profile_;
  std::uint64_t secret_ = 0;
  std::int64_t last_sign_ = 0;  // of the shopper, while this profile is open: the last visit()
  PageMessage page_;
  rules::Page page_of_rules_;
  rules::Clock clock_;
  std::vector<std::string> page_cart_;
  std::vector<std::int64_t> rows_;  // of the profile's dictionary: -1 = not in this pack
  std::vector<std::uint32_t> segments_, triggers_;  // rules, in the order of their names
  std::vector<std::uint8_t> in_segment_;            // by rule, at the last update
  bool news_ = false;                               // some rule has changed since then
  std::vector<std::string> fired_;
  std::vector<std::vector<std::uint8_t>> records_;  // of the last update
  std::size_t given_ = 0;                           // of these
  bool personalise_ = true, measure_ = false;       // what the shopper allows
  measure::Measures measures_;
  std::vector<std::string> reports_;  // of the last moment
  std::size_t given_reports_ = 0;     // of these
};

}  // namespace etalage::engine
