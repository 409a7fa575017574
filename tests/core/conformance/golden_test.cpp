// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The same inputs give the same bytes everywhere: natively, under the sanitizers, as WebAssembly. Each line of
// tests/conformance/golden.txt is a name and the checksum of what these inputs gave when the line was written.
//
// Where bytes change on purpose (and the format's version says so), print the new lines and look at what changed:
//
//   ETALAGE_PRINT_GOLDEN=1 build/native/etalage_tests --gtest_filter='Golden.*' | grep -E '^[a-z0-9.-]+ [0-9a-f]{16}$'
//
// Nothing writes the file by itself.
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>

#include "bytes/checksum.h"
#include "engine/shoppers.h"
#include "measure/experiment.h"
#include "measure/messages.h"
#include "measure/population.h"
#include "measure/questions.h"
#include "train/shop_history.h"

namespace etalage {
namespace {

using test::Bytes;
using test::kNow;
using test::Shopper;

std::string hex(std::uint64_t value) {
  std::string text;
  for (int shift = 60; shift >= 0; shift -= 4) text += "0123456789abcdef"[value >> shift & 15];
  return text;
}
std::string hex(std::span<const std::uint8_t> data) { return hex(bytes::checksum(data)); }
std::string hex(const std::string& text) {
  return hex({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
}

// A name and the checksum of what goes by it.
using Lines = std::map<std::string, std::string>;

Lines golden() {
  std::ifstream file(ETALAGE_SOURCE_DIR "/tests/conformance/golden.txt");
  Lines lines;
  for (std::string name, sum; file >> name >> sum;) lines.emplace(name, sum);
  return lines;
}

void add_profiles(Lines& lines) {
  using enum profile::EventKind;
  const test::Ids items{"85123A", "\u6f22", std::string(profile::kMaxIdBytes, 'x')};
  lines["record.view"] = hex(profile::encode_record(test::event(kNow, view_item, items)));
  lines["record.purchase"] =
      hex(profile::encode_record(test::event(kNow, purchase, items, 0x0123456789ABCDEF)));
  lines["record.cart"] = hex(profile::encode_record(test::cart(kNow, items)));
  lines["snapshot.empty"] = hex(profile::Profile().snapshot());
  lines["snapshot.40"] = hex(test::folded(test::random_records(1, 40)).snapshot());
  lines["snapshot.2500"] = hex(test::folded(test::random_records(2, 2500)).snapshot());
}

void add_packs(Lines& lines) {
  lines["pack.empty"] = hex(test::written({}));
  lines["pack.garden"] = hex(test::written(test::garden_shop()));
  Bytes all;
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    const auto data = test::written(test::random_contents(seed));
    all.insert(all.end(), data.begin(), data.end());
  }
  lines["pack.random"] = hex(all);
}

// What a shopper who looks, buys and comes back is answered, step after step.
std::string conversation(Shopper& shopper, const test::Ids& slots, const test::Ids& ids,
                         std::uint64_t seed) {
  test::Random random(seed);
  std::string text;
  const auto say = [&](const std::string& answer) { text += answer + "\n"; };
  say(shopper.engine->names());
  for (int step = 0; step < 60; ++step) {
    const auto now = static_cast<double>(kNow) + step * 1000.0;
    const auto id = [&] { return ids[random.below(static_cast<std::uint32_t>(ids.size()))]; };
    const auto kind = random.below(7);
    if (kind < 4) {
      // Drawn one by one: compilers differ in the order in which they evaluate arguments.
      const test::Ids items{id(), id()};
      const auto transaction = kind == 3 ? id() : "";
      shopper.track(std::string(name(profile::kEventKinds[kind])), items, transaction, now);
    } else if (kind == 4) {
      shopper.cart({id(), id()}, now);
    } else {
      shopper.engine->set_page({"product", kind == 5 ? id() : "", kind == 5 ? "" : "garden", ""});
    }
    for (const auto& slot : slots) {
      const auto language = step % 2 == 0 ? recommend::Language::en : recommend::Language::nl;
      say(shopper.engine->recommend(
          {slot, random.below(6), random.below(3) == 0 ? id() : "", {id()}, language}));
    }
  }
  say(shopper.engine->view());
  say(shopper.engine->export_profile());
  if (shopper.engine->has_profile()) say(hex(shopper.snapshot(static_cast<double>(kNow) + 1e9)));
  return text;
}

void add_answers(Lines& lines) {
  const test::Ids slots{"home", "product", "cart", "recent", "top"};
  const test::Ids ids{"g1", "g2", "g3", "g4", "t1", "t2", "t3", "x1", "g1-blue", "nobody-knows"};
  Shopper with;
  lines["answers.garden"] = hex(conversation(with, slots, ids, 1));
  auto without = Shopper::without_profile();
  lines["answers.garden.without-profile"] = hex(conversation(without, slots, ids, 1));
}

void add_training(Lines& lines) {
  auto builder = test::shop_builder(30, 300);
  ASSERT_TRUE(builder.begin());
  while (builder.step(500) < 1) {
  }
  const auto pack = builder.finish();
  ASSERT_TRUE(pack);
  lines["trained.pack"] = hex(*pack);
  test::Ids ids;
  for (const auto& product : test::shop_products(30)) ids.push_back(product.id);
  Shopper shopper(test::exact(*pack));
  lines["trained.answers"] = hex(conversation(shopper, {"home", "product", "cart"}, ids, 2));
}

// Answers to known random bytes, and what is estimated of them: in text, rounded as it is shown.
void add_measures(Lines& lines) {
  for (const auto& channel : {test::channel_of(4, 3, 1), test::channel_of(24, 7, 2)}) {
    test::Respondents respondents(1);
    const auto tally = test::asked(channel, test::shoppers_of(channel, 1000, 0.1), respondents);
    const std::string name = channel.is_randomised_response() ? "k-rr" : "oue";
    lines["measure.counts." + name] = hex(test::message(tally));
    lines["measure.estimates." + name] = hex(measure::estimates(test::message(tally)).value());
  }
  std::string held_out;
  for (std::uint64_t secret = 0; secret < 200; ++secret) {
    held_out += measure::is_held_out({"home", "home", 3000, 0, 0, ""}, secret << 50) ? '1' : '0';
  }
  lines["experiment.held-out"] = hex(held_out);
}

TEST(Golden, BytesAreThoseThatWereWritten) {
  Lines lines;
  add_profiles(lines);
  add_packs(lines);
  add_answers(lines);
  add_training(lines);
  add_measures(lines);
  if (std::getenv("ETALAGE_PRINT_GOLDEN") != nullptr) {
    for (const auto& [name, sum] : lines) std::printf("%s %s\n", name.c_str(), sum.c_str());
  }
  EXPECT_EQ(lines, golden());
}

}  // namespace
}  // namespace etalage
