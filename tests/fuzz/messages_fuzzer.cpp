// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Any bytes as what a page says, one message after another: { u8 kind, f64 now, string message }. The engine answers
// each with JSON, a record or an error, and a second engine that folds the records always has the same state, its rules as well.
#include "bytes/reader.h"
#include "compile/compile.h"
#include "compile/rule_set_builder.h"
#include "engine/engine.h"
#include "fuzzer.h"
#include "rules/formats.h"
#include "support/json.h"
#include "support/shop.h"

namespace etalage::fuzz {
namespace {

enum Kind : std::uint8_t {
  event,
  cart,
  page,
  request,
  fold,
  answer,
  visit,
  rule,
  live,
  uses,
  fact,
  snapshot,
  kKinds
};

// The garden shop, with a rule of every kind that what a page says can reach.
pack::Contents ruled_shop() {
  test::RuleSetBuilder rules;
  rules.fact("skill", rules::Type::text)
      .metric("views", "count(view_item where category under 'garden' within 30d)")
      .metric("spent", "sum(purchase.value)")
      .segment("searches", "exists(search where search_term contains 'a' within 1d)")
      .segment("handy", "stated.skill == 'pro' or cart.value > 10 or visit.number > 2")
      .segment("away", "sequence(add_to_cart then no purchase within 1h)")
      .trigger("keen", "metric.views >= 2")
      .filter("arranged", "price < 20 or segment.handy")
      .filter("arranged 1", "category under 'garden'");
  auto contents = test::garden_shop();
  auto& arranged = contents.slots.emplace_back();
  arranged = {"arranged", pack::Strategy::for_you, 5, {}};
  for (std::uint8_t number = 1; number <= pack::kStrategies; ++number) {
    arranged.fallback.push_back(static_cast<pack::Strategy>(number));
  }
  arranged.diversity = arranged.calibration = arranged.rotation = 0.3F;
  arranged.price_to = 3;
  arranged.pins = {pack::kNoPin, test::g4};
  arranged.boosts = {2};
  for (const auto& slot : contents.slots) {
    rules.set.slots.push_back({slot.name, "view_item", {"item_id"}});
  }
  const auto compiled = compile::compile(rules.set);
  require(compiled.ok());
  contents.program = rules::write_program(compiled.program);
  contents.rules = static_cast<std::uint32_t>(compiled.program.rules.size());
  contents.manifest = rules::write_manifest(compiled.manifest);
  contents.explanations = rules::write_explanations(compiled.explanations);
  contents.refused = compiled.refused;
  return contents;
}

class Pair {
 public:
  Pair() : first_(open()), second_(open()) {}

  void say(std::uint8_t kind, double now, const Bytes& message) {
    switch (kind % kKinds) {
      case event:
        if (const auto read = engine::read_event(message)) follow(first_->track(*read, now));
        break;
      case cart:
        if (const auto read = engine::read_cart(message)) follow(first_->set_cart(*read, now));
        break;
      case page:
        if (auto read = engine::read_page(message)) first_->set_page(std::move(*read));
        break;
      case request:
        if (const auto read = engine::read_request(message)) {
          parse(first_->recommend(*read, now, static_cast<std::int32_t>(message.size())));
        }
        break;
      case fold:
        require(first_->fold(message).has_value() == second_->fold(message).has_value());
        break;
      case answer:
        if (const auto read = engine::read_answer(message)) follow(first_->answer(*read, now));
        break;
      case visit:
        if (const auto read = engine::read_text(message)) follow(first_->visit(*read, now));
        break;
      case rule:
        if (const auto read = engine::read_rule(message)) parse(first_->explain(*read));
        break;
      case live:
        if (const auto read = engine::read_live(message)) first_->set_live(*read);
        break;
      case uses:
        if (const auto read = engine::read_uses(message)) {
          first_->refuse(*read);
          second_->refuse(*read);
        }
        break;
      case fact:
        if (const auto read = engine::read_text(message)) {
          require(first_->forget(*read) == second_->forget(*read));
        }
        break;
      default: compare(now); break;
    }
  }

  void compare(double now) {
    if (const auto told = first_->update(now, 0)) {
      parse(*told);
      for (auto record = first_->next_record(); !record.empty(); record = first_->next_record()) {
        require(second_->fold(record).has_value());
      }
      require(second_->update(now, 0).has_value());
      require(second_->fired().empty());
      require(first_->values() == second_->values());
      parse(first_->values());
    }
    const auto first = first_->snapshot(now);
    const auto second = second_->snapshot(now);
    require(first.has_value() == second.has_value());
    if (!first) return;
    require(*first == *second);
    require(second_->restore(*first).has_value());
    require(first_->view() == second_->view());
    parse(first_->view());
    parse(first_->export_profile());
  }

 private:
  static std::unique_ptr<engine::Engine> open() {
    static const auto kPack = test::written(ruled_shop());
    auto engine = engine::Engine::open(kPack).value();
    engine->begin_profile(1);
    return engine;
  }
  static void parse(const std::string& text) { require(test::Json::parse(text).has_value()); }
  void follow(const Result<std::vector<std::uint8_t>>& record) {
    if (record && !record->empty()) require(second_->fold(*record).has_value());
  }

  std::unique_ptr<engine::Engine> first_, second_;
};

void add(bytes::Writer& out, Kind kind, const Bytes& message) {
  out.number(static_cast<std::uint8_t>(kind));
  out.number(1.7e12);
  out.varint(message.size());
  out.append(message);
}

profile::Record searched() {
  profile::Record record;
  record.time = 5;
  record.name = "search";
  return record;
}

Bytes sample(unsigned seed) {
  test::Random random(seed);
  bytes::Writer out;
  for (int i = 0; i < 6; ++i) {
    bytes::Writer message;
    const auto kind = static_cast<Kind>(random.below(kKinds));
    const auto text = [&] {
      message.string(random.below(2) == 0 ? "g1" : test::random_text(random, 4));
    };
    const auto fields = [&](std::string_view key) {
      message.varint(1), message.string(key), message.number(std::uint8_t{1}), text();
    };
    if (kind == event) message.string(name(profile::kEventKinds[random.below(4)])), text();
    if (kind == event) fields("search_term");
    if (kind == request) message.string("home"), message.varint(random.below(9)), text();
    if (kind == page) text(), text(), text(), text();
    if (kind == event || kind == cart) message.varint(2), fields("item_id"), fields("item_id");
    if (kind == request) message.varint(2), text(), text(), message.number(std::uint8_t{1});
    if (kind == answer)
      message.string("skill"), message.varint(1), message.number(std::uint8_t{1}), text();
    if (kind == visit) text();
    if (kind == uses)
      message.varint(1), message.string(random.below(2) == 0 ? "segment handy" : "slot home");
    if (kind == fact) message.string(random.below(2) == 0 ? "view_item:g1" : "cart:g1");
    if (kind == rule)
      message.string("metric"), message.string("views"), message.number(std::uint8_t{0});
    if (kind == fold) message.append(profile::encode_record(searched()));
    add(out, kind, message.take());
  }
  return out.take();
}

}  // namespace
}  // namespace etalage::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace etalage;
  fuzz::Pair pair;
  bytes::Reader in({data, size});
  while (in.remaining() > 0) {
    const auto kind = in.number<std::uint8_t>();
    const auto now = in.number<double>();
    const auto message = in.string();
    pair.say(kind, now, fuzz::Bytes(message.begin(), message.end()));
  }
  pair.compare(2e12);
  return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most, unsigned seed) {
  return etalage::fuzz::mutate(data, size, most, seed, etalage::fuzz::sample);
}
