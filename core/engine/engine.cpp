// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/engine.h"

#include <algorithm>

#include "bytes/checksum.h"
#include "bytes/json.h"
#include "engine/describe_measures.h"
#include "engine/measuring.h"
#include "engine/pack_fields.h"
#include "engine/pick_json.h"
#include "rules/formats.h"

namespace etalage::engine {
namespace {

using profile::EventKind;

// A visit ends after so long without a sign of the shopper, as in GA4.
constexpr std::int64_t kVisitGap = 30 * 60 * rules::kSecond;

std::unexpected<Error> no_profile() { return fail(Code::invalid_argument, "no profile has begun"); }

std::vector<std::string> ids_of(const std::vector<GivenFields>& items) {
  std::vector<std::string> ids;
  for (const auto& item : items) {
    for (const auto& field : item) {
      const bool is_id = field.key == "item_id" && field.is_text && !field.text.empty();
      if (!is_id || field.text.size() > profile::kMaxIdBytes) continue;
      if (std::find(ids.begin(), ids.end(), field.text) == ids.end()) ids.push_back(field.text);
    }
    if (ids.size() == profile::kMaxItems) break;
  }
  return ids;
}

// Whether a cart holds a value as well; it has but one for each field of a line.
bool holds(const profile::Profile& profile, const profile::Profile& other,
           const profile::Cell& value) {
  const auto& cells = profile.cart().cells;
  return std::any_of(cells.begin(), cells.end(), [&](const profile::Cell& cell) {
    if (cell.item != value.item || cell.is_text != value.is_text) return false;
    if (profile.text(cell.field) != other.text(value.field)) return false;
    return cell.is_text ? profile.text(static_cast<std::uint32_t>(cell.value)) ==
                              other.text(static_cast<std::uint32_t>(value.value))
                        : cell.value == value.value;
  });
}

bool same_cart(const profile::Profile& a, const profile::Profile& b) {
  const auto& in_a = a.cart();
  const auto& in_b = b.cart();
  const auto same = [&](std::uint32_t x, std::uint32_t y) { return a.text(x) == b.text(y); };
  return in_a.cells.size() == in_b.cells.size() &&
         std::equal(in_a.products.begin(), in_a.products.end(), in_b.products.begin(),
                    in_b.products.end(), same) &&
         std::all_of(in_a.cells.begin(), in_a.cells.end(),
                     [&](const profile::Cell& cell) { return holds(b, a, cell); });
}

std::uint64_t hash(const std::string& text, std::uint64_t secret) {
  return bytes::checksum({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}, secret);
}

}  // namespace

Result<std::int64_t> whole_milliseconds(double now) {
  if (now >= 0 && now <= static_cast<double>(profile::kLatestTime))
    return static_cast<std::int64_t>(now);
  return fail(Code::invalid_argument, "now: expected milliseconds since 1970");
}

Result<std::unique_ptr<Engine>> Engine::open(std::vector<std::uint8_t> pack) {
  std::unique_ptr<Engine> engine(new Engine(std::move(pack)));
  auto opened = pack::Pack::open(engine->bytes_);
  if (!opened) return std::unexpected(opened.error());
  if (opened->off()) return fail(Code::switched_off, "the shop has switched the package off");
  engine->pack_ = std::move(*opened);
  if (auto read = engine->read_rules(); !read) return std::unexpected(read.error());
  engine->offers_.emplace(*engine->pack_);
  engine->recommender_.emplace(*engine->pack_, *engine->offers_);
  return engine;
}

Result<void> Engine::read_rules() {
  program_.retention = std::max<std::int64_t>(1, pack_->retention_days()) * rules::kDay;
  if (!kWithRules && !pack_->program().empty()) {
    return fail(Code::invalid_argument, "the pack has rules: it needs etalage-rules.wasm");
  }
  if (kWithRules && !pack_->program().empty()) {
    auto program = rules::read_program(pack_->program());
    if (!program) return std::unexpected(program.error());
    program_ = std::move(*program);
  }
  if (!pack_->manifest().empty()) {
    auto manifest = rules::read_manifest(pack_->manifest());
    if (!manifest) return std::unexpected(manifest.error());
    manifest_ = std::move(*manifest);
  }
  if (kWithRules) {
    auto measures = measures_in(pack_->measures(), program_);
    if (!measures) return std::unexpected(measures.error());
    measures_ = std::move(*measures);
  }
  refused_.emplace(pack_->refused());
  door_.emplace(*pack_, manifest_, program_, *refused_);
  if (kWithRules) evaluator_ = std::make_unique<rules::Evaluator>(program_);
  in_segment_.assign(program_.rules.size(), 0);
  const auto below = [&](std::uint32_t a, std::uint32_t b) { return rule_name(a) < rule_name(b); };
  for (std::uint32_t rule = 0; rule < program_.rules.size(); ++rule) {
    const auto kind = program_.rules[rule].kind;
    if (kind != rules::RuleKind::segment && kind != rules::RuleKind::trigger) continue;
    auto& list = kind == rules::RuleKind::segment ? segments_ : triggers_;
    list.insert(std::lower_bound(list.begin(), list.end(), rule, below), rule);
  }
  return {};
}

void Engine::begin_profile(std::uint64_t secret) {
  secret_ = secret;
  set_profile({});
}

void Engine::end_profile() {
  ++state_;
  if (auto* rules = evaluator()) rules->attach(nullptr);
  profile_.reset();
  rows_.clear();
}

void Engine::set_profile(profile::Profile profile) {
  ++state_;
  profile_ = std::move(profile);
  last_sign_ = 0;
  rows_.clear();
  if (auto* rules = evaluator()) rules->attach(&*profile_);
}

void Engine::allow(bool personalise, bool measure) {
  ++state_;
  personalise_ = personalise;
  measure_ = measure;
  door_->allow(personalise, measure);
  if (auto* rules = evaluator()) rules->allow(personalise, measure);
}

void Engine::freeze(bool personalise, bool measure) { door_->freeze(personalise, measure); }

void Engine::refuse(const std::vector<std::string>& uses) {
  ++state_;
  door_->refuse(uses);
  if (!kWithRules) return;
  std::vector<std::uint32_t> rules;
  for (std::uint32_t rule = 0; rule < program_.rules.size(); ++rule) {
    if (door_->refuses(use_of(rule))) rules.push_back(rule);
  }
  evaluator_->refuse(rules);
}

Result<void> Engine::restore(std::span<const std::uint8_t> snapshot) {
  if (!profile_) return no_profile();
  auto restored = profile::Profile::restore(snapshot);
  set_profile(restored ? std::move(*restored) : profile::Profile{});
  if (!restored) return std::unexpected(restored.error());
  return {};
}

Result<void> Engine::fold(std::span<const std::uint8_t> data) {
  if (!profile_) return no_profile();
  const auto record = profile::decode_record(data);
  if (!record) return std::unexpected(record.error());
  ++state_;
  profile_->apply(*record);
  return {};
}

Result<std::string> Engine::tidy(double now) {
  if (!profile_) return no_profile();
  const auto time = whole_milliseconds(now);
  if (!time) return std::unexpected(time.error());
  ++state_;
  return door_->tidy(*profile_, *time) ? "true" : "false";
}

void Engine::evict(double bytes) {
  if (!profile_) return;
  ++state_;
  profile_->evict(bytes > 0 && bytes < 1e9 ? static_cast<std::size_t>(bytes) : 0);
}

Result<std::vector<std::uint8_t>> Engine::snapshot(double now) {
  if (auto tidied = tidy(now); !tidied) return std::unexpected(tidied.error());
  return profile_->snapshot();
}

std::vector<std::uint8_t> Engine::keep(const profile::Record& record) {
  ++state_;
  auto coded = profile::encode_record(record);
  profile_->apply(record);
  return coded;
}

Result<std::vector<std::uint8_t>> Engine::track(const EventMessage& event, double now) {
  const auto time = whole_milliseconds(now);
  if (!time) return std::unexpected(time.error());
  if (!profile_) return {};
  auto record = door_->event(event, *time);
  if (!record) return {};
  if (!event.transaction_id.empty() && door_->entry(event.name)->keeps("transaction_id")) {
    record->transaction = hash(event.transaction_id, secret_);
    if (profile_->knows_transaction(*record->transaction)) return {};
  }
  return keep(*record);
}

std::vector<std::string> Engine::dropped(const EventMessage& event) {
  std::vector<std::string> keys;
  (void)door_->event(event, 0, &keys);
  return keys;
}

Result<std::vector<std::uint8_t>> Engine::set_cart(const std::vector<GivenFields>& items,
                                                   double now) {
  const auto time = whole_milliseconds(now);
  if (!time) return std::unexpected(time.error());
  ++state_;
  page_cart_ = ids_of(items);
  if (!profile_ || door_->entry("cart") == nullptr) return {};
  profile::Record record;
  record.type = profile::RecordType::cart;
  record.time = *time;
  record.items = door_->cart(items);
  auto after = profile::Profile{};
  after.apply(record);
  if (same_cart(*profile_, after)) return {};
  return keep(record);
}

Result<std::vector<std::uint8_t>> Engine::visit(const std::string& channel, double now) {
  const auto time = whole_milliseconds(now);
  if (!time) return std::unexpected(time.error());
  if (!profile_) return {};
  const auto events = profile_->events();
  const auto is_recent = [&](std::int64_t at) { return at > *time - kVisitGap && at <= *time; };
  const bool is_going_on = is_recent(last_sign_) ||
                           std::any_of(events.begin(), events.end(),
                                       [&](const auto& event) { return is_recent(event.time); });
  last_sign_ = *time;
  if (is_going_on) return {};
  EventMessage message;
  message.name = "session_start";
  if (!channel.empty()) message.fields.push_back({"channel", true, 0, channel});
  const auto record = door_->event(message, *time);
  if (!record) return {};
  return keep(*record);
}

Result<std::vector<std::uint8_t>> Engine::answer(const AnswerMessage& answer, double now) {
  const auto time = whole_milliseconds(now);
  if (!time) return std::unexpected(time.error());
  if (!profile_) return {};
  const auto record = door_->answer(answer, *time);
  if (!record) return {};
  return keep(*record);
}

void Engine::set_page(PageMessage page) {
  page_ = std::move(page);
  ++state_;
  for (auto& answer : answers_) {
    answer.state = 0;
    answer.rows.clear();
  }
  if (!kWithRules) return;
  rules::Page about{page_.type, page_.item, page_.category, {}, page_.query, {}};
  if (const auto row = pack_->find(page_.item); row && !page_.item.empty()) {
    about.brand = pack_->brand(*row);
    if (about.category.empty()) about.category = pack_->categories().text(*row);
    if (const auto price = pack_->price(*row)) {
      about.price = profile::fixed(static_cast<double>(*price) / 1e6);
    }
  }
  evaluator_->set_page(about);
  page_of_rules_ = std::move(about);
}

std::optional<std::uint32_t> Engine::row(std::uint32_t place) {
  while (rows_.size() <= place) {
    const auto found = pack_->find(profile_->text(static_cast<std::uint32_t>(rows_.size())));
    rows_.push_back(found ? std::int64_t{*found} : -1);
  }
  if (rows_[place] < 0) return std::nullopt;
  return static_cast<std::uint32_t>(rows_[place]);
}

bool Engine::knows_nobody(const std::string& slot, double now) const {
  if (!profile_ || !personalise_ || door_->refuses("slot " + slot)) return true;
  const auto time = whole_milliseconds(now);
  return kWithRules && measure_ && time && is_held_out_of(measures_, slot, secret_, *time);
}

recommend::Context Engine::context(const SlotRequest& request, double now) {
  recommend::Context context;
  const auto& item = request.item.empty() ? page_.item : request.item;
  if (!item.empty()) context.item = pack_->find(item);
  context.category = page_.category;
  if (context.category.empty() && context.item) {
    context.category = pack_->categories().text(*context.item);
  }
  if (knows_nobody(request.slot, now)) {
    for (auto id = page_cart_.rbegin(); id != page_cart_.rend(); ++id) {
      if (const auto found = pack_->find(*id)) context.cart.push_back(*found);
    }
    return context;
  }
  const auto& cart = profile_->cart().products;
  for (auto place = cart.rbegin(); place != cart.rend(); ++place) {
    if (const auto found = row(*place)) context.cart.push_back(*found);
  }
  context.cart_is_personal = true;
  if (auto* rules = evaluator()) {
    for (const auto rule : segments_) {
      if (rules->holds(rule)) context.segments.push_back(rule_name(rule));
    }
  }
  const auto events = profile_->events();
  for (auto event = events.rbegin(); event != events.rend(); ++event) {
    if (event->kind == EventKind::other || event->kind == EventKind::remove_from_cart) continue;
    for (auto product = event->products.rbegin(); product != event->products.rend(); ++product) {
      const auto found = row(*product);
      if (!found) continue;
      // A view and the click on "add to cart" that follows are one touch.
      if (!context.touched.empty() && context.touched.back().row == *found) continue;
      context.touched.push_back({*found, event->kind, event->time});
    }
  }
  return context;
}

void Engine::set_live(const std::vector<recommend::LiveOffer>& offers) {
  ++state_;
  offers_->set_live(offers);
}

Engine::Answer& Engine::answer_for(const SlotRequest& request) {
  for (auto& it : answers_) {
    if (it.state != 0 && it.request.slot == request.slot && it.request.item == request.item) {
      return it;
    }
  }
  auto& answer = answers_[oldest_++ % answers_.size()];
  answer.state = 0;
  return answer;
}

std::string Engine::recommend(const SlotRequest& request, double now, std::int32_t offset) {
  auto& answer = answer_for(request);
  if (answer.state == state_ && answer.request == request) return answer.text;
  answer.rows.clear();
  std::vector<std::uint32_t> exclude;
  for (const auto& other : answers_) {
    for (const auto row : other.rows) exclude.push_back(row);
  }
  for (const auto& id : request.exclude) {
    if (const auto found = pack_->find(id)) exclude.push_back(*found);
  }
  auto context = this->context(request, now);
  if (const auto time = whole_milliseconds(now)) {
    context.now = *time;
    context.day = (*time + offset * std::int64_t{60000}) / rules::kDay;
  }
  answer.request = request;
  answer.state = state_;
  fill(answer, context, exclude);
  return answer.text;
}

recommend::Picks Engine::pick(const pack::Slot& slot, const recommend::Context& context,
                              std::size_t count, const std::vector<std::uint32_t>& exclude) {
  if (!kWithRules) return recommender_->fill(slot, context, count, exclude);
  std::optional<rules::Evaluator> stranger;  // knows the page and the time, and nobody
  if (profile_ && knows_nobody(slot.name, static_cast<double>(context.now))) {
    stranger.emplace(program_).set_page(page_of_rules_);
    stranger->update(clock_);
  }
  SlotRules rules(*pack_, *offers_, stranger ? *stranger : *evaluator_, slot);
  return recommender_->fill(slot, context, count, exclude, rules.any() ? &rules : nullptr);
}

void Engine::fill(Answer& answer, const recommend::Context& context,
                  const std::vector<std::uint32_t>& exclude) {
  const auto& request = answer.request;
  const auto* slot = pack_->slot(request.slot);
  recommend::Picks picks;
  if (slot != nullptr) {
    picks = pick(*slot, context, request.count > 0 ? request.count : slot->count, exclude);
  }
  bytes::JsonWriter json;
  json.object().key("slot").string(request.slot).key("strategy");
  slot == nullptr ? json.null() : json.string(pack::name(picks.strategy));
  json.key("personal").boolean(picks.personal).key("items").array();
  for (const auto& pick : picks.items) {
    write_pick(json, {*pack_, *offers_, *slot, context, request.language}, pick);
    if (slot->shown == pack::Shown::products) answer.rows.push_back(pick.row);
  }
  json.end().end();
  answer.text = json.text();
}

}  // namespace etalage::engine
