// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "compile/needs.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "compile/expansion.h"
#include "compile/names.h"
#include "compile/tree.h"
#include "compile/vocabulary.h"

namespace etalage::compile {
namespace {

using rules::Purpose;
using rules::RuleKind;

constexpr std::array<std::string_view, 4> kInterestEvents = {"add_to_cart", "add_to_wishlist",
                                                             "purchase", "view_item"};
// What changes the cart between two times that the page says what is in it.
constexpr std::array<std::string_view, 3> kCartEvents = {"add_to_cart", "purchase",
                                                         "remove_from_cart"};

struct EventNeed {
  std::set<std::string> fields;
  std::int64_t window = 0;
};

// What one rule needs, or one slot.
class Needs {
 public:
  explicit Needs(std::int64_t retention) : retention_(retention) {}

  void add(std::string_view event, const std::set<std::string>& fields, std::int64_t window) {
    auto& need = events_[std::string(event)];
    need.fields.insert(fields.begin(), fields.end());
    // A purchase that is reported twice must count once.
    if (event == "purchase") need.fields.insert("transaction_id");
    need.window = std::max(need.window, window);
  }
  void add_cart(std::set<std::string> fields) {
    fields.insert("item_id");
    add(kCartEvent, fields, retention_);
    for (const auto event : kCartEvents) add(event, fields, retention_);
  }
  void add(const Needs& other) {
    for (const auto& [event, need] : other.events_) add(event, need.fields, need.window);
    facts_.insert(other.facts_.begin(), other.facts_.end());
  }
  void add(const Node& tree, const Names& names) {
    for_each(tree, [&](const Node& node) { add_node(node, names); });
  }

  [[nodiscard]] const std::map<std::string, EventNeed>& events() const { return events_; }
  [[nodiscard]] const std::set<std::string>& facts() const { return facts_; }

 private:
  void add_node(const Node& node, const Names& names) {
    switch (node.kind) {
      case NodeKind::aggregate: return add_selection(node, static_cast<std::int64_t>(node.number));
      case NodeKind::step: return add_selection(node, 0);
      case NodeKind::interest:
      case NodeKind::strongest:
        for (const auto event : kInterestEvents) add(event, {node.scope}, retention_);
        return;
      case NodeKind::reference:
        if (const auto whole = expansion(node)) return add(*whole, names);
        if ((node.scope == "stated" || node.scope == "fact") && names.fact(node.text) != nullptr) {
          facts_.insert(node.text);
        }
        return;
      default: return;
    }
  }

  // An aggregate or a step; a window of 0 is the whole retention.
  void add_selection(const Node& node, std::int64_t window) {
    std::set<std::string> fields;
    if (!node.text.empty()) fields.insert(node.text);
    for (const auto& where : node.children) {
      for_each(where, [&](const Node& inner) {
        if (inner.kind == NodeKind::field) fields.insert(inner.text);
      });
    }
    fields.erase("time");  // always kept
    if (node.event == kCartEvent) return add_cart(std::move(fields));
    add(node.event, fields, window == 0 ? retention_ : window);
  }

  std::int64_t retention_;
  std::map<std::string, EventNeed> events_;
  std::set<std::string> facts_;
};

std::string user_of(const RuleSource& rule) {
  const bool fact = rule.kind == RuleKind::observed || rule.kind == RuleKind::inferred;
  // The rule that divides a measure's answers is the measure's own.
  if (rule.kind == RuleKind::measure) return "measure " + rule.name.substr(0, rule.name.find(' '));
  return std::string(fact ? "fact" : word_for(rule.kind)) + " " + rule.name;
}

class Collector {
 public:
  void add(const Needs& needs, Purpose purpose, const std::string& user) {
    for (const auto& [event, need] : needs.events()) {
      auto& entry = events_[{event, purpose}];
      entry.need.fields.insert(need.fields.begin(), need.fields.end());
      entry.need.window = std::max(entry.need.window, need.window);
      entry.users.insert(user);
    }
    for (const auto& fact : needs.facts()) facts_[{fact, purpose}].insert(user);
  }

  [[nodiscard]] rules::Manifest manifest() const {
    rules::Manifest manifest;
    for (const auto& [key, entry] : events_) {
      manifest.events.push_back(
          {key.first, key.second, list(entry.need.fields), entry.need.window, list(entry.users)});
    }
    for (const auto& [key, users] : facts_) {
      manifest.facts.push_back({key.first, key.second, list(users)});
    }
    return manifest;
  }

 private:
  using Key = std::pair<std::string, Purpose>;
  struct Entry {
    EventNeed need;
    std::set<std::string> users;
  };
  static std::vector<std::string> list(const std::set<std::string>& entries) {
    return {entries.begin(), entries.end()};
  }

  std::map<Key, Entry> events_;
  std::map<Key, std::set<std::string>> facts_;
};

}  // namespace

rules::Manifest manifest_of(const RuleSet& rule_set, const Checked& checked) {
  const Names names(rule_set);
  Collector collector;
  std::vector<Needs> needs(checked.rules.size(), Needs(rule_set.retention));
  for (const auto index : checked.order) {
    const auto& rule = checked.rules[index];
    // What personalising rules need is kept for them: a measure of them has no value where they have none.
    if (!is_personal(checked, index)) {
      for (const auto used : rule.uses) needs[index].add(needs[used]);
    }
    for (const auto& tree : rule.cases) needs[index].add(tree, names);
    collector.add(needs[index], rule.source->purpose, user_of(*rule.source));
  }
  for (const auto& slot : rule_set.slots) {
    if (rule_set.children) break;  // nothing is personalised for them
    Needs need(rule_set.retention);
    const std::set<std::string> fields(slot.fields.begin(), slot.fields.end());
    if (slot.event == kCartEvent)
      need.add_cart(fields);
    else
      need.add(slot.event, fields, rule_set.retention);
    collector.add(need, Purpose::personalise, "slot " + slot.slot);
  }
  return collector.manifest();
}

bool is_personal(const Checked& checked, std::uint32_t index) {
  const auto& rule = checked.rules[index];
  return rule.source->kind == RuleKind::measure &&
         std::any_of(rule.uses.begin(), rule.uses.end(), [&](std::uint32_t used) {
           return checked.rules[used].source->purpose == Purpose::personalise;
         });
}

bool reads_fact(const Checked& checked, std::string_view name) {
  bool reads = false;
  for (const auto& rule : checked.rules) {
    for (const auto& tree : rule.cases) {
      for_each(tree, [&](const Node& node) {
        const bool answer = node.scope == "stated" || node.scope == "fact";
        reads = reads || (node.kind == NodeKind::reference && answer && node.text == name);
      });
    }
  }
  return reads;
}

}  // namespace etalage::compile
