// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Any bytes as what a page says, one message after another: { u8 kind, f64 now, string message }. The engine answers
// each with JSON, a record or an error, and a second engine that folds the records always has the same state.
#include "bytes/reader.h"
#include "engine/engine.h"
#include "fuzzer.h"
#include "support/json.h"
#include "support/shop.h"

namespace etalage::fuzz {
namespace {

enum Kind : std::uint8_t { event, cart, page, request, fold, snapshot, kKinds };

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
        if (const auto read = engine::read_request(message)) parse(first_->recommend(*read));
        break;
      case fold:
        require(first_->fold(message).has_value() == second_->fold(message).has_value());
        break;
      default: compare(now); break;
    }
  }

  void compare(double now) {
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
    static const auto kPack = test::written(test::garden_shop());
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

Bytes sample(unsigned seed) {
  test::Random random(seed);
  bytes::Writer out;
  for (int i = 0; i < 6; ++i) {
    bytes::Writer message;
    const auto kind = static_cast<Kind>(random.below(kKinds));
    const auto text = [&] {
      message.string(random.below(2) == 0 ? "g1" : test::random_text(random, 4));
    };
    if (kind == event) message.string(name(profile::kEventKinds[random.below(4)])), text();
    if (kind == request) message.string("home"), message.varint(random.below(9)), text();
    if (kind == page) text(), text(), text(), text();
    if (kind == event || kind == cart || kind == request) message.varint(2), text(), text();
    if (kind == request) message.number(std::uint8_t{1});
    if (kind == fold) message.append(profile::encode_record({{}, 5, {}, {}, {"g1"}}));
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
