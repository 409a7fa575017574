// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "rules/random_rules.h"

namespace etalage::test {
namespace {

using rules::RuleKind;
using rules::Type;

const std::vector<std::string> kEvents{"view_item",     "add_to_cart",     "purchase", "search",
                                       "session_start", "add_to_wishlist", "contact"};
const std::vector<std::string> kWindows{"30m", "2h", "1d", "3d", "1w", "30d", "90d", "1y"};
const std::vector<std::string> kNumberFields{"price", "quantity", "revenue", "value"};
const std::vector<std::string> kTextFields{"category", "brand", "item_id", "search_term", "reason"};
const std::vector<std::string> kOrders{"<", "<=", ">", ">="};

class Writer {
 public:
  Writer(Random& random, compile::RuleSet& set) : random_(random), set_(set) {}

  void add_rule() {
    const auto number = std::to_string(set_.rules.size());
    compile::RuleSource rule;
    const auto kind = random_.below(10);
    if (kind < 4) {
      rule.kind = RuleKind::segment;
      rule.name = "s-" + number;
      rule.cases.push_back({"", boolean(4), 1});
    } else if (kind < 7) {
      rule.kind = RuleKind::metric;
      rule.name = "m" + number;
      rule.cases.push_back({"", this->number(3), 1});
    } else if (kind == 7) {
      rule.kind = RuleKind::trigger;
      rule.name = "t" + number;
      rule.cases.push_back({"", boolean(3), 1});
      rule.cap_count = 1;
      rule.cap_window = 86400000;
    } else if (kind == 8) {
      rule.kind = RuleKind::decision;
      rule.name = "d" + number;
      for (const auto* value : {"a", "b", "c"}) rule.cases.push_back({value, boolean(3), 1});
    } else {
      rule.kind = random_.below(2) == 0 ? RuleKind::inferred : RuleKind::observed;
      rule.name = "skill";
      for (const auto& other : set_.rules) {
        if (other.kind == rule.kind) return add_rule();
      }
      rule.is_value = chance(3);
      if (rule.is_value) {
        rule.cases = {{"", "last(search.search_term)", 0.7}};
      } else {
        rule.cases = {{"beginner", boolean(2), 0.5}, {"pro", boolean(2), 0.9}};
      }
    }
    set_.rules.push_back(std::move(rule));
  }

 private:
  bool chance(std::uint32_t of) { return random_.below(of) == 0; }
  std::string quote(const std::string& text) { return "\"" + text + "\""; }
  std::string pick(const std::vector<std::string>& list) { return any_of(random_, list); }
  std::string literal() { return std::to_string(random_.below(30)) + (chance(3) ? ".25" : ""); }

  // A text of those that a field holds.
  std::string text_for(const std::string& field) {
    if (field == "category") return quote(pick(kCategories));
    if (field == "brand") return quote(pick(kBrands));
    if (field == "item_id") return quote(pick(kItems));
    return quote(pick(kTerms));
  }

  std::string text_test(const std::string& subject, const std::string& field) {
    const auto list = [&] { return "[" + text_for(field) + ", " + text_for(field) + "]"; };
    switch (random_.below(10)) {
      case 0: return subject + " == " + text_for(field);
      case 1: return subject + " != " + text_for(field);
      case 2: return subject + " in " + list();
      case 3: return subject + " not in " + list();
      case 4: return subject + (chance(2) ? " contains \"o\"" : " not contains \"o\"");
      case 5: return subject + " starts_with \"t\"";
      case 6: return subject + " ends_with \"s\"";
      case 7:
        return "lower(" + subject + ") " + (chance(2) ? "starts_with" : "contains") + " \"ga\"";
      case 8: return subject + " contains any [\"ar\", \"oo\"]";
      default: return subject + (field == "category" ? " under " : " == ") + text_for(field);
    }
  }

  std::string where(int depth) {
    switch (random_.below(depth > 0 ? 10 : 6)) {
      case 0: return pick(kNumberFields) + " " + pick(kOrders) + " " + literal();
      case 1: return "price not between 3 and " + literal();
      case 2: return "known(" + pick(chance(2) ? kNumberFields : kTextFields) + ")";
      case 3: return "time >= 2025-12-2" + std::to_string(random_.below(9));
      case 4:
      case 5: {
        const auto field = pick(kTextFields);
        return text_test(field, field);
      }
      case 6: return where(depth - 1) + " and " + where(depth - 1);
      case 7: return "(" + where(depth - 1) + " or " + where(depth - 1) + ")";
      case 8: return "not (" + where(depth - 1) + ")";
      default: return "price * quantity " + pick(kOrders) + " " + literal();
    }
  }

  std::string rest_of_aggregate() {
    std::string text;
    if (chance(2)) text += " where " + where(2);
    if (!chance(4)) text += " within " + pick(kWindows);
    return text + ")";
  }

  std::string number_aggregate() {
    const auto event = pick(kEvents);
    switch (random_.below(9)) {
      case 0:
      case 1: return "count(" + event + rest_of_aggregate();
      case 2: return "sum(" + event + "." + pick(kNumberFields) + rest_of_aggregate();
      case 3: return "avg(" + event + "." + pick(kNumberFields) + rest_of_aggregate();
      case 4: return "min(" + event + "." + pick(kNumberFields) + rest_of_aggregate();
      case 5: return "max(" + event + "." + pick(kNumberFields) + rest_of_aggregate();
      case 6:
        return "distinct(" + event + "." + pick(chance(2) ? kTextFields : kNumberFields) +
               rest_of_aggregate();
      case 7:
        return std::string(chance(2) ? "first(" : "last(") + event + "." + pick(kNumberFields) +
               rest_of_aggregate();
      default: return "days_since(" + event + rest_of_aggregate();
    }
  }

  std::string cart_number() {
    const std::string filter = chance(2) ? " where " + where(1) + ")" : ")";
    switch (random_.below(5)) {
      case 0: return "cart.value";
      case 1: return "cart.count";
      case 2: return "cart.quantity";
      case 3: return "sum(cart.price" + filter;
      default: return "count(cart" + filter;
    }
  }

  std::string reference(RuleKind kind, const std::string& scope) {
    std::vector<std::string> names;
    for (const auto& rule : set_.rules) {
      if (rule.kind == kind) names.push_back(rule.name);
    }
    return names.empty() ? "" : scope + "." + pick(names);
  }

  std::string number(int depth) {
    switch (random_.below(depth > 0 ? 14 : 6)) {
      case 0: return literal();
      case 1:
      case 2:
      case 3: return number_aggregate();
      case 4: return cart_number();
      case 5: {
        const auto other = reference(RuleKind::metric, "metric");
        return other.empty() ? literal() : other;
      }
      case 6: return "(" + number(depth - 1) + " + " + number(depth - 1) + ")";
      case 7: return "(" + number(depth - 1) + " - " + number(depth - 1) + ")";
      case 8: return number(0) + " * " + number(0);
      case 9: return number(0) + " / " + number(0);
      case 10: return "default(" + number(depth - 1) + ", " + number(0) + ")";
      case 11:
        return "points(5 when " + boolean(depth - 1) + ", 2.5 when " + boolean(depth - 1) + ")";
      case 12: return "-" + number(0);
      default:
        switch (random_.below(6)) {
          case 0: return "profile.age / 1d";
          case 1: return chance(2) ? "now.hour" : "now.weekday";
          case 2: return chance(2) ? "now.month" : "now.day";
          case 3: {
            const auto fact = reference(RuleKind::inferred, "inferred");
            return fact.empty() ? "visit.number" : "confidence(" + fact + ")";
          }
          case 4: return "page.price";
          default:
            return chance(2) ? "interest(category, " + quote(pick(kCategories)) + ")"
                             : "interest(brand, " + quote(pick(kBrands)) + ")";
        }
    }
  }

  std::string sequence() {
    const auto step = [&] { return pick(kEvents) + (chance(2) ? " where " + where(1) : ""); };
    std::string text = "sequence(" + step() + " then ";
    if (chance(3)) text += step() + " then ";
    const bool absent = chance(2);
    text += (absent ? "no " : "") + step();
    if (absent || chance(2)) text += " within " + pick(kWindows);
    return text + ")";
  }

  std::string fact_test() {
    switch (random_.below(7)) {
      case 0: return "stated.skill == \"beginner\"";
      case 1: return "fact.skill in [\"handy\", \"pro\"]";
      case 2: return "known(stated.skill)";
      case 3: return "stated.styles contains \"modern\"";
      case 4:
        return "stated.styles contains " + std::string(chance(2) ? "any" : "all") +
               " [\"modern\", \"rustic\"]";
      case 5: return "stated.household " + pick(kOrders) + " 3";
      default: return "stated.skill != \"pro\"";
    }
  }

  std::string other_test() {
    switch (random_.below(10)) {
      case 0: return "page.type == \"product\"";
      case 1: return "page.category under \"tools\"";
      case 2: return "now >= 2026-01-0" + std::to_string(1 + random_.below(9));
      case 3: return "profile.age " + pick(kOrders) + " " + pick(kWindows);
      case 4: return "visit.duration " + pick(kOrders) + " 10m";
      case 5: return text_test("last(view_item.brand within 30d)", "brand");
      case 6: return "strongest(category) == " + quote(chance(2) ? "tools" : "garden");
      case 7: return text_test("first(view_item.category)", "category");
      case 8: return "visit.channel == \"email\"";
      default: {
        const auto decision = reference(RuleKind::decision, "decision");
        return decision.empty() ? "cart.count > 0" : decision + " == \"b\"";
      }
    }
  }

  std::string boolean(int depth) {
    switch (random_.below(depth > 0 ? 14 : 7)) {
      case 0: return number_aggregate() + " " + pick(kOrders) + " " + literal();
      case 1: return "exists(" + pick(kEvents) + rest_of_aggregate();
      case 2: return sequence();
      case 3: return fact_test();
      case 4: return other_test();
      case 5:
        return "days_since(" + pick(kEvents) + rest_of_aggregate() + " " + pick(kOrders) + " " +
               literal();
      case 6: {
        const auto other = reference(RuleKind::segment, "segment");
        return other.empty() ? "known(last(purchase.value))" : other;
      }
      case 7:
      case 8: return boolean(depth - 1) + " and " + boolean(depth - 1);
      case 9:
      case 10: return "(" + boolean(depth - 1) + " or " + boolean(depth - 1) + ")";
      case 11: return "not " + std::string("(") + boolean(depth - 1) + ")";
      case 12: return number(depth - 1) + " " + pick(kOrders) + " " + number(depth - 1);
      default:
        return number(depth - 1) + (chance(2) ? " between " : " not between ") + "1 and " +
               literal();
    }
  }

  Random& random_;
  compile::RuleSet& set_;
};

}  // namespace

compile::RuleSet random_rules(Random& random, std::size_t count) {
  compile::RuleSet set;
  set.retention = std::int64_t{400} * 86400000;
  set.facts.push_back(
      {"skill", Type::text, {"beginner", "handy", "pro"}, std::int64_t{30} * 86400000, {}});
  set.facts.push_back({"styles", Type::list, {"modern", "rustic"}, 0, {}});
  set.facts.push_back({"household", Type::number, {}, 0, {}});
  Writer writer(random, set);
  while (set.rules.size() < count) writer.add_rule();
  return set;
}

}  // namespace etalage::test
