// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The command line's module: a PackBuilder behind calls that take and give bytes (train/messages.h), a Shopper, and what
// counted reports say.
#include "bytes/json.h"
#include "embind_boundary.h"
#include "engine/describe_measures.h"
#include "measure/messages.h"
#include "pack/writer.h"
#include "shopper.h"
#include "train/describe.h"
#include "train/describe_rules.h"
#include "train/evaluate.h"
#include "train/messages.h"
#include "train/pack_builder.h"
#include "train/rules_message.h"
#include "train/try_blends.h"

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
      const auto cases = read_cases(in(), sessions, items, *pack);
      if (!cases) return refuse(cases.error());
      const auto result = train::evaluate(*pack, cases->view(pack->products()));
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
  bool try_blends(std::uint32_t sessions, std::uint32_t items, std::uint32_t count) {
    return guard([&] {
      const auto pack = pack::Pack::open(pack_);
      if (!pack) return refuse(pack.error());
      const auto blends_at = in().size() - std::min(in().size(), std::size_t{count} * 8);
      const auto blends = train::read_blends(in().subspan(blends_at));
      if (!blends) return refuse(blends.error());
      const auto cases = read_cases(in().first(blends_at), sessions, items, *pack);
      if (!cases) return refuse(cases.error());
      const auto worth = train::try_blends(*pack, cases->view(pack->products()), *blends);
      bytes::Writer out;
      for (const auto value : worth) out.number(value);
      return give(out.take());
    });
  }
  bool describe_measures() {
    return guard([&] { return give(engine::describe_measures(in())); });
  }
  // [{ id, category }]
  bool list_products() {
    return guard([&] {
      const auto pack = pack::Pack::open(in());
      if (!pack) return refuse(pack.error());
      bytes::JsonWriter json;
      json.array();
      for (std::uint32_t row = 0; row < pack->products(); ++row) {
        json.object().key("id").string(pack->id(row));
        json.key("category").string(pack->categories().text(row)).end();
      }
      json.end();
      return give(json.text());
    });
  }
  bool inspect() {
    return guard([&] {
      const auto text = train::describe(in());
      return text ? give(*text) : refuse(text.error());
    });
  }

 private:
  // Sessions of products, as rows of the pack.
  Result<train::Sessions> read_cases(std::span<const std::uint8_t> data, std::uint32_t sessions,
                                     std::uint32_t items, const pack::Pack& pack) const {
    auto cases = train::read_sessions(data, sessions, items, false);
    if (!cases) return cases;
    if (auto valid = train::validate(cases->view(pack.products())); !valid) {
      return std::unexpected(valid.error());
    }
    for (auto& item : cases->items) item = builder_.rows()[item];
    return cases;
  }

  train::PackBuilder builder_;
  std::uint32_t products_ = 0;
  std::vector<std::uint8_t> pack_;
};

// What it takes and gives: measure/messages.h.
class Estimator : public EmbindBoundary {
 public:
  template <auto call>
  bool ask() {
    return guard([&] { return give(call(in())); });
  }
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
      .function("tryBlends", &Builder::try_blends)
      .function("describeMeasures", &Builder::describe_measures)
      .function("listProducts", &Builder::list_products)
      .function("inspect", &Builder::inspect);
  emscripten::class_<Shopper, emscripten::base<EmbindBoundary>>("Shopper")
      .constructor<>()
      .function("open", &Shopper::open)
      .function("begin", &Shopper::begin)
      .function("allow", &Shopper::allow)
      .function("track", &Shopper::track)
      .function("setCart", &Shopper::set_cart)
      .function("setPage", &Shopper::set_page)
      .function("answer", &Shopper::answer)
      .function("visit", &Shopper::visit)
      .function("update", &Shopper::update)
      .function("explain", &Shopper::explain)
      .function("moment", &Shopper::moment)
      .function("nextReport", &Shopper::next_report)
      .function("truth", &Shopper::truth)
      .function("view", &Shopper::view)
      .function("names", &Shopper::names);
  emscripten::class_<Estimator, emscripten::base<EmbindBoundary>>("Estimator")
      .constructor<>()
      .function("estimate", &Estimator::ask<&measure::estimates>)
      .function("uplift", &Estimator::ask<&measure::uplift_of>)
      .function("needed", &Estimator::ask<&measure::needed>);
}

}  // namespace etalage
