// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "rules/differential.h"

#include <cmath>

#include "compile/compile.h"
#include "profile/histories.h"
#include "rules/evaluator.h"
#include "rules/formats.h"
#include "rules/naive.h"
#include "rules/random_rules.h"

namespace etalage::test {
namespace {

using profile::EventKind;
using profile::Record;

constexpr std::int64_t kMinute = 60000;

// One shopper: what happens to them, step by step.
class World {
 public:
  World(Random& random, const compile::RuleSet& rules, const compile::Checked& checked,
        const rules::Program& program)
      : random_(random), evaluator_(program), program_(program) {
    naive_.rules = &rules;
    naive_.checked = &checked;
    naive_.now = kNow;
    evaluator_.attach(&profile_);
    evaluator_.allow(true, true);
  }

  // Empty, or what differs.
  std::string step() {
    pass_time();
    for (auto events = random_.below(4); events > 0; --events) add(random_event());
    if (random_.below(15) == 0) add(random_answer());
    if (random_.below(15) == 0) turn_page();
    if (random_.below(25) == 0) reload();
    evaluator_.update({naive_.now, naive_.offset});
    return difference();
  }

 private:
  void pass_time() {
    static const std::int64_t steps[] = {
        0, 1, 1000, kMinute, 25 * kMinute, 3 * 60 * kMinute, kDay, 3 * kDay, 8 * kDay, 35 * kDay};
    naive_.now += steps[random_.below(10)] * random_.below(3);
    if (random_.below(20) == 0) naive_.now -= steps[random_.below(9)];
    if (random_.below(40) == 0) naive_.offset = static_cast<int>(random_.below(27)) * 60 - 720;
  }

  std::vector<profile::Field> random_item_fields() {
    std::vector<profile::Field> fields;
    if (random_.below(4) != 0) fields.push_back(text("category", any_of(random_, kCategories)));
    if (random_.below(3) != 0) fields.push_back(text("brand", any_of(random_, kBrands)));
    if (random_.below(4) != 0) fields.push_back(number("price", random_.below(3000) / 100.0));
    if (random_.below(3) == 0) fields.push_back(number("quantity", random_.below(4)));
    // A field may hold another type than the rules think.
    if (random_.below(30) == 0) fields.push_back(text("value", "much"));
    return fields;
  }

  Record random_event() {
    Record record;
    record.time = naive_.now;
    if (random_.below(12) == 0)
      record.time += static_cast<std::int64_t>(random_.below(3)) * kDay + 1000;
    if (random_.below(12) == 0) record.time -= static_cast<std::int64_t>(random_.below(40)) * kDay;
    static const std::vector<std::string> names{
        "view_item",        "view_item", "view_item", "add_to_cart",
        "remove_from_cart", "purchase",  "search",    "session_start",
        "add_to_wishlist",  "contact",   "share"};
    const auto& name = any_of(random_, names);
    record.kind = profile::event_named(name);
    if (record.kind == EventKind::other) record.name = name;
    for (auto items = random_.below(4); items > 0; --items) {
      record.items.push_back({any_of(random_, kItems), random_item_fields()});
    }
    if (random_.below(2) == 0)
      record.fields.push_back(number("value", random_.below(9000) / 100.0));
    if (random_.below(6) == 0) record.fields.push_back(text("brand", any_of(random_, kBrands)));
    if (random_.below(6) == 0) record.fields.push_back(number("price", random_.below(40)));
    if (name == "search") record.fields.push_back(text("search_term", any_of(random_, kTerms)));
    if (name == "session_start" && random_.below(2) == 0)
      record.fields.push_back(text("channel", "email"));
    if (name == "contact") record.fields.push_back(text("reason", any_of(random_, kTerms)));
    if (random_.below(12) == 0) {
      record.type = profile::RecordType::cart;
      record.kind = EventKind::other;
      record.name.clear();
      record.fields.clear();
    }
    return record;
  }

  Record random_answer() {
    const auto which = random_.below(3);
    if (which == 0) return answer(naive_.now, "household", {number("", random_.below(6))});
    std::vector<profile::Field> values;
    if (which == 1) {
      static const std::vector<std::string> skills{"beginner", "handy", "pro"};
      if (random_.below(4) != 0) values.push_back(text("", any_of(random_, skills)));
      return answer(naive_.now, "skill", values);
    }
    if (random_.below(2) == 0) values.push_back(text("", "modern"));
    if (random_.below(2) == 0) values.push_back(text("", "rustic"));
    return answer(naive_.now, "styles", values);
  }

  void add(const Record& record) {
    profile_.apply(record);
    naive_.journal.push_back(record);
  }

  void turn_page() {
    naive_.page = {random_.below(2) == 0 ? "product" : "home",
                   "i1",
                   any_of(random_, kCategories),
                   "",
                   "",
                   random_.below(2) == 0 ? Value::of(12.5) : Value{}};
    rules::Page page{naive_.page.type, naive_.page.item, naive_.page.category, "", "", {}};
    if (naive_.page.price.known()) page.price = 125000;
    evaluator_.set_page(page);
  }

  // As when the shopper opens another page.
  void reload() {
    profile_ = *profile::Profile::restore(profile_.snapshot());
    evaluator_.attach(&profile_);
  }

  bool same(const Value& expected, std::uint32_t rule, rules::Type type) {
    const auto value = evaluator_.value(rule);
    if (rules::is_missing(value)) return !expected.known();
    if (!expected.known()) return false;
    if (type == rules::Type::text) {
      return expected.kind == Value::Kind::text &&
             evaluator_.symbols().text(static_cast<rules::Symbol>(value)) == expected.text;
    }
    // Decayed interests are added up in another order.
    return value == expected.number ||
           std::fabs(value - expected.number) <= 1e-9 * std::max(1.0, std::fabs(expected.number));
  }

  std::string difference() {
    const auto outcomes = naive(naive_);
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
      const auto& source = naive_.rules->rules[i];
      for (std::uint32_t rule = 0; rule < program_.rules.size(); ++rule) {
        const auto& compiled = program_.rules[rule];
        if (compiled.kind != source.kind || program_.strings[compiled.name] != source.name)
          continue;
        if (same(outcomes[i].value, rule, compiled.type)) continue;
        const auto& expected = outcomes[i].value;
        std::string text = source.name + ": ";
        for (const auto& chosen : source.cases) text += chosen.expression + "\n";
        return text + " expected " +
               (expected.known() ? std::to_string(expected.number) + expected.text : "missing") +
               ", got " + std::to_string(evaluator_.value(rule)) + " after " +
               std::to_string(naive_.journal.size()) + " records\n" + text_of(profile_) + "\nnow " +
               std::to_string(naive_.now);
      }
    }
    return "";
  }

  Random& random_;
  NaiveWorld naive_;
  profile::Profile profile_;
  rules::Evaluator evaluator_;
  const rules::Program& program_;
};

}  // namespace

Differences compare_with_naive(std::uint64_t seed, std::size_t sets, std::size_t steps) {
  Differences result;
  for (std::size_t set = 0; set < sets && result.first.empty(); ++set) {
    Random random(seed * 1000003 + set);
    const auto rules = random_rules(random, 6);
    const auto checked = compile::check(rules);
    const auto compiled = compile::compile(rules);
    if (!checked.ok() || !compiled.ok()) {
      ++result.refused;
      continue;
    }
    ++result.accepted;
    const auto program = rules::read_program(rules::write_program(compiled.program));
    if (!program) {
      result.first = "the program is refused: " + describe(program.error());
      for (const auto& rule : rules.rules) {
        for (const auto& chosen : rule.cases)
          result.first += "\n" + rule.name + ": " + chosen.expression;
      }
      break;
    }
    World world(random, rules, checked, *program);
    for (std::size_t step = 0; step < steps && result.first.empty(); ++step) {
      result.first = world.step();
      if (!result.first.empty()) result.first = "set " + std::to_string(set) + ": " + result.first;
      ++result.triples;
    }
  }
  return result;
}

}  // namespace etalage::test
