// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/engine.h"

#include <algorithm>

#include "bytes/checksum.h"
#include "bytes/json.h"
#include "engine/pick_json.h"
#include "profile/event.h"

namespace etalage::engine {
namespace {

constexpr std::int64_t kDay = 86400000;

Result<std::int64_t> whole_milliseconds(double now) {
  if (now >= 0 && now <= static_cast<double>(profile::kLatestTime))
    return static_cast<std::int64_t>(now);
  return fail(Code::invalid_argument, "now: expected milliseconds since 1970");
}

std::unexpected<Error> no_profile() { return fail(Code::invalid_argument, "no profile has begun"); }

std::vector<std::string> kept_ids(const std::vector<std::string>& items) {
  std::vector<std::string> kept;
  for (const auto& id : items) {
    if (kept.size() == profile::kMaxItems) break;
    if (!id.empty() && id.size() <= profile::kMaxIdBytes) kept.push_back(id);
  }
  return kept;
}

std::uint64_t hash(const std::string& text, std::uint64_t secret) {
  return bytes::checksum({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}, secret);
}

}  // namespace

Result<std::unique_ptr<Engine>> Engine::open(std::vector<std::uint8_t> pack) {
  std::unique_ptr<Engine> engine(new Engine(std::move(pack)));
  auto opened = pack::Pack::open(engine->bytes_);
  if (!opened) return std::unexpected(opened.error());
  if (opened->off()) return fail(Code::switched_off, "the shop has switched the package off");
  engine->pack_ = std::move(*opened);
  engine->recommender_.emplace(*engine->pack_);
  return engine;
}

void Engine::begin_profile(std::uint64_t secret) {
  secret_ = secret;
  profile_.emplace();
  rows_.clear();
}

void Engine::end_profile() {
  profile_.reset();
  rows_.clear();
}

Result<void> Engine::restore(std::span<const std::uint8_t> snapshot) {
  if (!profile_) return no_profile();
  rows_.clear();
  profile_.emplace();
  auto restored = profile::Profile::restore(snapshot);
  if (!restored) return std::unexpected(restored.error());
  profile_ = std::move(*restored);
  return {};
}

Result<void> Engine::fold(std::span<const std::uint8_t> data) {
  if (!profile_) return no_profile();
  const auto record = profile::decode_record(data);
  if (!record) return std::unexpected(record.error());
  profile_->apply(*record);
  return {};
}

Result<std::vector<std::uint8_t>> Engine::snapshot(double now) {
  if (!profile_) return no_profile();
  const auto time = whole_milliseconds(now);
  if (!time) return std::unexpected(time.error());
  profile_->expire(*time - kDay * pack_->retention_days());
  return profile_->snapshot();
}

std::vector<std::uint8_t> Engine::keep(const profile::Record& record) {
  auto coded = profile::encode_record(record);
  profile_->apply(record);
  return coded;
}

Result<std::vector<std::uint8_t>> Engine::track(const EventMessage& event, double now) {
  const auto time = whole_milliseconds(now);
  if (!time) return std::unexpected(time.error());
  const auto kind = profile::event_named(event.name);
  const auto fields = kind ? pack_->fields_kept(static_cast<std::uint8_t>(*kind)) : 0;
  if (!profile_ || fields == 0) return {};
  profile::Record record;
  record.time = *time;
  record.kind = *kind;
  if ((fields & profile::kFieldItems) != 0) record.items = kept_ids(event.items);
  if ((fields & profile::kFieldTransaction) != 0 && !event.transaction_id.empty()) {
    record.transaction = hash(event.transaction_id, secret_);
    if (profile_->knows_transaction(*record.transaction)) return {};
  }
  if (record.items.empty() && !record.transaction) return {};
  return keep(record);
}

Result<std::vector<std::uint8_t>> Engine::set_cart(const std::vector<std::string>& items,
                                                   double now) {
  const auto time = whole_milliseconds(now);
  if (!time) return std::unexpected(time.error());
  page_cart_.clear();
  for (auto& id : kept_ids(items)) {
    // Two lines of one product are one product: the profile holds it once, and would else differ from the page for ever.
    if (std::find(page_cart_.begin(), page_cart_.end(), id) == page_cart_.end()) {
      page_cart_.push_back(std::move(id));
    }
  }
  const auto fields =
      pack_->fields_kept(static_cast<std::uint8_t>(profile::EventKind::add_to_cart));
  if (!profile_ || (fields & profile::kFieldItems) == 0) return {};
  profile::Record record;
  record.type = profile::RecordType::cart;
  record.time = *time;
  record.items = page_cart_;
  std::vector<std::string> known;
  for (const auto place : profile_->cart()) known.push_back(profile_->id(place));
  if (known == record.items) return {};
  return keep(record);
}

std::optional<std::uint32_t> Engine::row(std::uint32_t place) {
  while (rows_.size() <= place) {
    const auto found = pack_->find(profile_->id(static_cast<std::uint32_t>(rows_.size())));
    rows_.push_back(found ? std::int64_t{*found} : -1);
  }
  if (rows_[place] < 0) return std::nullopt;
  return static_cast<std::uint32_t>(rows_[place]);
}

recommend::Context Engine::context(const SlotRequest& request) {
  recommend::Context context;
  const auto& item = request.item.empty() ? page_.item : request.item;
  if (!item.empty()) context.item = pack_->find(item);
  context.category = page_.category;
  if (context.category.empty() && context.item) {
    context.category = pack_->categories().text(*context.item);
  }
  if (!profile_) {
    for (auto id = page_cart_.rbegin(); id != page_cart_.rend(); ++id) {
      if (const auto found = pack_->find(*id)) context.cart.push_back(*found);
    }
    return context;
  }
  const auto cart = profile_->cart();
  for (auto place = cart.rbegin(); place != cart.rend(); ++place) {
    if (const auto found = row(*place)) context.cart.push_back(*found);
  }
  context.cart_is_personal = true;
  const auto events = profile_->events();
  for (auto event = events.rbegin(); event != events.rend(); ++event) {
    if (event->kind == profile::EventKind::remove_from_cart) continue;
    for (auto product = event->products.rbegin(); product != event->products.rend(); ++product) {
      const auto found = row(*product);
      if (!found) continue;
      // A view and the click on "add to cart" that follows are one touch.
      if (!context.touched.empty() && context.touched.back().row == *found) continue;
      context.touched.push_back({*found, event->kind});
    }
  }
  return context;
}

std::string Engine::recommend(const SlotRequest& request) {
  bytes::JsonWriter json;
  json.object().key("slot").string(request.slot);
  const auto* slot = pack_->slot(request.slot);
  if (slot == nullptr) {
    json.key("strategy").null().key("personal").boolean(false).key("items").array().end().end();
    return json.text();
  }
  std::vector<std::uint32_t> exclude;
  for (const auto& id : request.exclude) {
    if (const auto found = pack_->find(id)) exclude.push_back(*found);
  }
  const auto context = this->context(request);
  const auto count = request.count > 0 ? request.count : slot->count;
  const auto picks = recommender_->fill(*slot, context, count, exclude);
  json.key("strategy").string(pack::name(picks.strategy));
  json.key("personal").boolean(picks.personal);
  json.key("items").array();
  for (const auto& pick : picks.items) write_pick(json, *pack_, pick, request.language);
  json.end().end();
  return json.text();
}

std::string Engine::names() const {
  bytes::JsonWriter json;
  json.object().key("products").integer(pack_->products()).key("slots").array();
  for (const auto& slot : pack_->slots()) json.string(slot.name);
  json.end().key("events").array();
  for (const auto& entry : pack_->manifest()) {
    json.string(profile::name(static_cast<profile::EventKind>(entry.event)));
  }
  json.end().end();
  return json.text();
}

}  // namespace etalage::engine
