// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The command line's module: a PackBuilder behind calls that take and give bytes (train/messages.h), and a Shopper.
#include "bytes/json.h"
#include "embind_boundary.h"
#include "pack/writer.h"
#include "shopper.h"
#include "train/describe.h"
#include "train/describe_rules.h"
#include "train/evaluate.h"
#include "train/messages.h"
#include "train/pack_builder.h"
#include "train/rules_message.h"

namespace etalage {
namespace {

void write(bytes::JsonWriter& json, const char* key, const train::Accuracy& accuracy) {
  json.key(key).object().key("cases").integer(accuracy.cases);
  json.key("hr20").number(accuracy.hr20).key("mrr20").number(accuracy.mrr20);
  json.key("places").array();
  for (const auto cases : accuracy.places) json.integer(cases);
  json.end().end();
}

void write(bytes::JsonWriter& json, const char* key, std::span<const train::Comparison> groups) {
  json.key(key).array();
  for (const auto& group : groups) {
    json.object();
    write(json, "pack", group.pack);
    write(json, "baseline", group.bestsellers);
    json.end();
  }
  json.end();
}

}  // namespace

class Builder : public EmbindBoundary {
 public:
  bool set_products() {
    return guard([&] {
      auto products = train::read_products(in());
      if (!products) return refuse(products.error());
      products_ = static_cast<std::uint32_t>(products->products.size());
      builder_.set_products(std::move(*products));
      return true;
    });
  }
  bool set_settings() {
    return guard([&] {
      auto settings = train::read_settings(in());
      if (!settings) return refuse(settings.error());
      builder_.set_settings(std::move(*settings));
      return true;
    });
  }
  bool set_rules() {
    return guard([&] {
      auto rules = train::read_rules(in());
      if (!rules) return refuse(rules.error());
      builder_.set_rules(std::move(*rules));
      return true;
    });
  }
  bool compile() {
    return guard([&] { return give(train::describe(builder_.compile_rules())); });
  }
  bool set_history(std::uint32_t sessions, std::uint32_t items) {
    return guard([&] {
      auto history = train::read_sessions(in(), sessions, items, true);
      if (!history) return refuse(history.error());
      builder_.set_history(std::move(*history));
      return true;
    });
  }
  bool set_purchases(std::uint32_t count) {
    return guard([&] {
      auto purchases = train::read_purchases(in(), count, products_);
      if (!purchases) return refuse(purchases.error());
      builder_.set_purchases(std::move(*purchases));
      return true;
    });
  }
  bool begin() {
    return guard([&] { return give(builder_.begin()); });
  }
  double step(std::uint32_t samples) {
    double share = -1;
    guard([&] {
      share = builder_.step(samples);
      return true;
    });
    return share;
  }
  bool finish() {
    return guard([&] {
      auto pack = builder_.finish();
      if (pack) pack_ = *pack;
      return give(std::move(pack));
    });
  }
  bool evaluate(std::uint32_t sessions, std::uint32_t items) {
    return guard([&] {
      const auto pack = pack::Pack::open(pack_);
      if (!pack) return refuse(pack.error());
      auto cases = train::read_sessions(in(), sessions, items, false);
      if (!cases) return refuse(cases.error());
      const auto view = cases->view(pack->products());
      if (auto valid = train::validate(view); !valid) return refuse(valid.error());
      for (auto& item : cases->items) item = builder_.rows()[item];
      const auto result = train::evaluate(*pack, view);
      bytes::JsonWriter json;
      json.object().key("cases").integer(result.all.pack.cases);
      write(json, "all", result.all.pack);
      write(json, "new", result.fresh.pack);
      json.key("baseline").object();
      write(json, "all", result.all.bestsellers);
      write(json, "new", result.fresh.bestsellers);
      json.end();
      write(json, "byKnown", result.by_known);
      write(json, "byPopularity", result.by_popularity);
      json.key("coverage").number(result.coverage);
      json.key("headShare").number(result.head_share).end();
      return give(json.text());
    });
  }
  bool add_segment_lists() {
    return guard([&] {
      const auto message = train::read_segment_lists(in());
      if (!message) return refuse(message.error());
      return give(pack::add_segment_lists(message->pack, message->lists));
    });
  }
  bool inspect() {
    return guard([&] {
      const auto text = train::describe(in());
      return text ? give(*text) : refuse(text.error());
    });
  }

 private:
  train::PackBuilder builder_;
  std::uint32_t products_ = 0;
  std::vector<std::uint8_t> pack_;
};

EMSCRIPTEN_BINDINGS(etalage_build) {
  emscripten::class_<EmbindBoundary>("Boundary")
      .function("input", &EmbindBoundary::input)
      .function("output", &EmbindBoundary::output)
      .function("error", &EmbindBoundary::error);
  emscripten::class_<Builder, emscripten::base<EmbindBoundary>>("Builder")
      .constructor<>()
      .function("setProducts", &Builder::set_products)
      .function("setSettings", &Builder::set_settings)
      .function("setRules", &Builder::set_rules)
      .function("compile", &Builder::compile)
      .function("setHistory", &Builder::set_history)
      .function("setPurchases", &Builder::set_purchases)
      .function("begin", &Builder::begin)
      .function("step", &Builder::step)
      .function("finish", &Builder::finish)
      .function("evaluate", &Builder::evaluate)
      .function("addSegmentLists", &Builder::add_segment_lists)
      .function("inspect", &Builder::inspect);
  emscripten::class_<Shopper, emscripten::base<EmbindBoundary>>("Shopper")
      .constructor<>()
      .function("open", &Shopper::open)
      .function("begin", &Shopper::begin)
      .function("track", &Shopper::track)
      .function("setCart", &Shopper::set_cart)
      .function("setPage", &Shopper::set_page)
      .function("answer", &Shopper::answer)
      .function("visit", &Shopper::visit)
      .function("update", &Shopper::update)
      .function("explain", &Shopper::explain)
      .function("view", &Shopper::view)
      .function("names", &Shopper::names);
}

}  // namespace etalage
