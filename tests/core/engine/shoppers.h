// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Shoppers: an engine over a pack, driven in one line a step.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/engine.h"
#include "profile/histories.h"
#include "support/json.h"
#include "support/shop.h"

namespace etalage::test {

inline constexpr std::uint64_t kSecret = 0x5EC2E7;

// Whether the bytes hold a text as it is.
inline bool holds(const Bytes& data, const std::string& text) {
  return std::string(data.begin(), data.end()).find(text) != std::string::npos;
}

struct Shopper {
  // With a profile.
  explicit Shopper(const pack::Contents& contents = garden_shop()) : Shopper(written(contents)) {}
  explicit Shopper(Bytes pack) : Shopper(std::move(pack), true) {}
  [[nodiscard]] static Shopper without_profile(const pack::Contents& contents = garden_shop()) {
    return Shopper(written(contents), false);
  }

  // The record; empty where nothing was kept.
  Bytes track(std::string name, Ids items, std::string transaction = "", double now = kNow) {
    return exact(*engine->track({std::move(name), std::move(transaction), {}, given(items)}, now));
  }
  Bytes cart(const Ids& items, double now = kNow) {
    return exact(*engine->set_cart(given(items), now));
  }
  void look_at(const Ids& items) {
    for (const auto& id : items) track("view_item", {id});
  }
  // Another page: what the last one showed no longer counts.
  void begin_page(std::string item = "") { engine->set_page({"", std::move(item), "", ""}); }
  Json recommend(std::string slot, std::uint32_t count = 0, std::string item = "", Ids exclude = {},
                 recommend::Language language = recommend::Language::en) {
    return parsed(
        engine->recommend({std::move(slot), count, std::move(item), std::move(exclude), language}));
  }
  Ids recommended(std::string slot, std::uint32_t count = 0) {
    Ids ids;
    for (const auto& item : recommend(std::move(slot), count)["items"].items)
      ids.push_back(item["id"].text);
    return ids;
  }
  Json view() { return parsed(engine->view()); }
  Bytes snapshot(double now = kNow) { return exact(*engine->snapshot(now)); }

  // Items of which only the id is given.
  static std::vector<engine::GivenFields> given(const Ids& ids) {
    std::vector<engine::GivenFields> items;
    for (const auto& id : ids) items.push_back({{"item_id", true, 0, id}});
    return items;
  }

  std::unique_ptr<engine::Engine> engine;

 private:
  Shopper(Bytes pack, bool with_profile) {
    engine = std::move(*engine::Engine::open(std::move(pack)));
    if (with_profile) engine->begin_profile(kSecret);
  }
  static Json parsed(const std::string& text) {
    auto json = Json::parse(text);
    EXPECT_TRUE(json) << text;
    return json.value_or(Json{});
  }
};

}  // namespace etalage::test
