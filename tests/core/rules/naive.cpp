// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "rules/naive.h"

#include <algorithm>
#include <cmath>
#include <ctime>
#include <optional>
#include <set>

namespace etalage::test {
namespace {

using compile::Compare;
using compile::Node;
using compile::NodeKind;
using profile::Field;
using profile::Item;
using profile::Record;
using profile::RecordType;
using rules::Function;
using rules::Match;
using rules::RuleKind;
using rules::Type;
using Kind = Value::Kind;

constexpr double kDayMs = 86400000;

std::string small(const std::string& text) {
  // Tests use ASCII and e-acute only.
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = text[i];
    if (c >= 'A' && c <= 'Z') {
      result += static_cast<char>(c - 'A' + 'a');
    } else if (text.compare(i, 2, "\u00c9") == 0) {
      result += "\u00e9";
      ++i;
    } else {
      result += c;
    }
  }
  return result;
}

std::vector<std::string> elements(const std::string& path) {
  std::vector<std::string> result{""};
  for (const auto c : path) {
    if (c == '>') {
      result.emplace_back();
    } else {
      result.back() += c;
    }
  }
  for (auto& element : result) {
    const auto begin = element.find_first_not_of(' ');
    const auto end = element.find_last_not_of(' ');
    element = begin == std::string::npos ? "" : element.substr(begin, end - begin + 1);
  }
  return result;
}

bool path_under(const std::string& path, const std::string& above) {
  const auto a = elements(path);
  const auto b = elements(above);
  return a.size() >= b.size() && std::equal(b.begin(), b.end(), a.begin());
}

bool text_matches(Match match, const std::string& text, const std::string& pattern) {
  switch (match) {
    case Match::contains: return text.find(pattern) != std::string::npos;
    case Match::starts_with: return text.compare(0, pattern.size(), pattern) == 0;
    case Match::ends_with:
      return text.size() >= pattern.size() &&
             text.compare(text.size() - pattern.size(), pattern.size(), pattern) == 0;
    case Match::under: return path_under(text, pattern);
    default: return text == pattern;
  }
}

// A value of another type than the field's is as good as none.
bool is_number(const std::string& name) {
  return name == "price" || name == "quantity" || name == "value";
}

const Field* find(const std::vector<Field>& fields, const std::string& name) {
  for (const auto& field : fields) {
    if (field.name == name && field.is_text != is_number(name)) return &field;
  }
  return nullptr;
}

Value value_of(const Field& field) {
  return field.is_text ? Value::of(field.text)
                       : Value::of(static_cast<double>(field.number) / 10000);
}

// price * quantity, both in ten-thousandths; a quantity that is not given is one.
std::optional<Field> product_of(const Field& price, const Field* quantity) {
  if (price.is_text) return std::nullopt;
  const bool counted = quantity != nullptr && !quantity->is_text;
  const double count = counted ? static_cast<double>(quantity->number) : 10000;
  const double exact = static_cast<double>(price.number) * count / 10000 / 10000;
  if (!(std::fabs(exact) <= 1e9)) return std::nullopt;
  const double scaled = exact * 10000;
  const auto rounded = static_cast<std::int64_t>(scaled < 0 ? scaled - 0.5 : scaled + 0.5);
  return Field{"revenue", false, rounded, {}};
}
std::optional<Field> revenue_of(const std::vector<Field>& fields) {
  const auto* price = find(fields, "price");
  if (price == nullptr) return std::nullopt;
  return product_of(*price, find(fields, "quantity"));
}

// What an item (nullptr: the event as a whole) holds, as a rule reads it.
struct Held {
  Field field;
  bool of_event;
};
std::optional<Held> held(const Record& event, const Item* item, const std::string& name) {
  if (name == "item_id") {
    if (item == nullptr) return std::nullopt;
    return Held{{name, true, 0, item->id}, false};
  }
  if (name == "revenue") {
    const auto price = held(event, item, "price");
    const auto quantity = held(event, item, "quantity");
    const auto product =
        price ? product_of(price->field, quantity ? &quantity->field : nullptr) : std::nullopt;
    if (!product) return std::nullopt;
    return Held{*product, price->of_event};
  }
  if (item != nullptr) {
    if (const auto* own = find(item->fields, name)) return Held{*own, false};
  }
  if (const auto* shared = find(event.fields, name)) return Held{*shared, true};
  return std::nullopt;
}

std::vector<const Item*> items_of(const Record& event) {
  std::vector<const Item*> items;
  for (const auto& item : event.items) items.push_back(&item);
  if (items.empty()) items.push_back(nullptr);
  return items;
}

class Naive {
 public:
  explicit Naive(const NaiveWorld& world) : world_(world) {
    for (const auto& record : world.journal) {
      if (record.type == RecordType::event && record.time <= world.now) events_.push_back(record);
      if (record.type == RecordType::fact) answers_[record.name] = record;
      follow_cart(record);
      if (!since_ || record.time < *since_) since_ = record.time;
    }
    std::stable_sort(events_.begin(), events_.end(),
                     [](const Record& a, const Record& b) { return a.time < b.time; });
  }

  std::vector<Outcome> run() {
    std::vector<Outcome> outcomes(world_.rules->rules.size());
    for (const auto index : world_.checked->order) {
      outcomes[index] = rule(index);
      outcomes_[{world_.rules->rules[index].kind, world_.rules->rules[index].name}] =
          outcomes[index];
    }
    return outcomes;
  }

 private:
  struct Scope {
    const Record* event = nullptr;
    const Item* item = nullptr;
  };

  void follow_cart(const Record& record) {
    const bool is_cart = record.type == RecordType::cart;
    if (!is_cart && record.type != RecordType::event) return;
    const auto name = std::string(record.event_name());
    if (is_cart || name == "purchase") cart_.clear();
    for (const auto& item : record.items) {
      const auto at = std::find_if(cart_.begin(), cart_.end(),
                                   [&](const Item& line) { return line.id == item.id; });
      if (is_cart || name == "add_to_cart") {
        if (at == cart_.end()) {
          cart_.push_back(item);
        } else {
          merge(*at, item);
        }
      } else if (name == "remove_from_cart" && at != cart_.end()) {
        take_off(at, item);
      }
    }
  }
  static void merge(Item& line, const Item& more) {
    for (const auto& field : more.fields) {
      auto* old = const_cast<Field*>(find(line.fields, field.name));
      if (old == nullptr) {
        line.fields.push_back(field);
      } else if (field.name == "quantity") {
        old->number += field.number;
      } else {
        *old = field;
      }
    }
  }
  void take_off(std::vector<Item>::iterator line, const Item& item) {
    auto* left = const_cast<Field*>(find(line->fields, "quantity"));
    const auto* taken = find(item.fields, "quantity");
    if (left != nullptr && taken != nullptr && taken->number > 0 && left->number > taken->number) {
      left->number -= taken->number;
    } else {
      cart_.erase(line);
    }
  }

  Outcome rule(std::uint32_t index) {
    const auto& source = world_.rules->rules[index];
    const auto& checked = world_.checked->rules[index];
    if (source.kind == RuleKind::filter) return {};
    const bool is_fact = source.kind == RuleKind::observed || source.kind == RuleKind::inferred;
    if (source.kind != RuleKind::decision && (!is_fact || source.is_value)) {
      auto value = eval(checked.cases[0], {});
      if (source.kind == RuleKind::segment || source.kind == RuleKind::trigger) {
        value = Value::boolean(value.holds());
      }
      return {value, value.known() ? source.cases[0].confidence : 0};
    }
    for (std::size_t i = 0; i < checked.cases.size(); ++i) {
      if (!eval(checked.cases[i], {}).holds()) continue;
      const auto& chosen = source.cases[i];
      if (checked.type == Type::number)
        return {Value::of(std::stod(chosen.value)), chosen.confidence};
      return {Value::of(chosen.value), chosen.confidence};
    }
    return {};
  }

  // The events of a name in the window, in order.
  std::vector<const Record*> window(const std::string& name, double length) const {
    std::vector<const Record*> result;
    const auto oldest =
        world_.now - static_cast<std::int64_t>(
                         length == 0 ? static_cast<double>(world_.rules->retention) : length);
    for (const auto& event : events_) {
      if (event.event_name() == name && event.time > oldest) result.push_back(&event);
    }
    return result;
  }

  std::vector<const Item*> matching(const Record& event, const Node* where) {
    std::vector<const Item*> result;
    for (const auto* item : items_of(event)) {
      if (where == nullptr || eval(*where, {&event, item}).holds()) result.push_back(item);
    }
    return result;
  }

  Value aggregate(const Node& node) {
    const auto* where = node.children.empty() ? nullptr : &node.children[0];
    std::size_t count = 0;
    std::optional<std::int64_t> latest;
    std::vector<Field> values;
    const auto take = [&](const Record& event, const std::vector<const Item*>& items) {
      bool event_counted = false;
      for (const auto* item : items) {
        if (node.text == "time") {
          if (!event_counted) values.push_back({"time", false, event.time, {}});
          event_counted = true;
          continue;
        }
        const auto found = held(event, item, node.text);
        if (!found || (found->of_event && event_counted)) continue;
        if (found->of_event) event_counted = true;
        values.push_back(found->field);
      }
    };
    if (node.event == "cart") {
      Record lines;
      lines.items = cart_;
      if (!cart_.empty()) {
        const auto items = matching(lines, where);
        count = items.size();
        take(lines, items);
      }
    } else {
      for (const auto* event : window(node.event, node.number)) {
        const auto items = matching(*event, where);
        if (items.empty()) continue;
        ++count;
        latest = event->time;
        take(*event, items);
      }
    }
    return reduce(node, count, latest, values);
  }

  Value reduce(const Node& node, std::size_t count, std::optional<std::int64_t> latest,
               const std::vector<Field>& values) const {
    const auto number = [&](const Field& field) {
      return field.name == "time" ? Value::of(static_cast<double>(field.number)) : value_of(field);
    };
    std::int64_t sum = 0;
    for (const auto& value : values) sum += value.number;
    const auto by_number = [](const Field& a, const Field& b) { return a.number < b.number; };
    switch (node.function) {
      case Function::count: return Value::of(static_cast<double>(count));
      case Function::exists: return Value::boolean(count > 0);
      case Function::sum: return Value::of(static_cast<double>(sum) / 10000);
      case Function::days_since:
        if (!latest) return {};
        return Value::of(static_cast<double>(world_.now - *latest) / kDayMs);
      default: break;
    }
    if (values.empty()) return {};
    switch (node.function) {
      case Function::average:
        return Value::of(static_cast<double>(sum) / static_cast<double>(values.size()) / 10000);
      case Function::minimum:
        return number(*std::min_element(values.begin(), values.end(), by_number));
      case Function::maximum:
        return number(*std::max_element(values.begin(), values.end(), by_number));
      case Function::first: return number(values.front());
      case Function::last: return number(values.back());
      default: break;
    }
    std::set<std::pair<std::int64_t, std::string>> different;
    for (const auto& value : values) different.insert({value.number, value.text});
    return Value::of(static_cast<double>(different.size()));
  }

  // Every chain of events, tried out.
  Value sequence(const Node& node) {
    const bool absent = node.children.back().negated;
    const auto chain = node.children.size() - (absent ? 1 : 0);
    const auto takes = [&](std::size_t step, const Record& event) {
      const auto& it = node.children[step];
      if (event.event_name() != it.event) return false;
      return !matching(event, it.children.empty() ? nullptr : &it.children[0]).empty();
    };
    std::vector<const Record*> events;
    for (const auto& event : events_) {
      if (event.time > world_.now - world_.rules->retention) events.push_back(&event);
    }
    // Whether a chain of the steps from `step` on begins at or after event `from`, the one before having begun at `start`.
    const auto within = static_cast<std::int64_t>(node.number);
    const auto ends = [&](auto&& self, std::size_t step, std::size_t from, std::int64_t start,
                          std::vector<std::size_t>& found) -> void {
      for (auto i = from; i < events.size(); ++i) {
        if (!takes(step, *events[i])) continue;
        const auto began = step == 0 ? events[i]->time : start;
        if (step + 1 < chain) {
          self(self, step + 1, i + 1, began, found);
        } else if (absent || within == 0 || events[i]->time - began <= within) {
          found.push_back(i);
        }
      }
    };
    std::vector<std::size_t> found;
    ends(ends, 0, 0, 0, found);
    if (found.empty()) return Value::boolean(false);
    if (!absent) return Value::boolean(true);
    const auto last = *std::max_element(found.begin(), found.end());
    for (auto i = last + 1; i < events.size(); ++i) {
      if (takes(chain, *events[i])) return Value::boolean(false);
    }
    return Value::boolean(world_.now >= events[last]->time + within);
  }

  std::map<std::string, double> interests(const std::string& dimension, bool first_element) {
    std::map<std::string, double> amounts;
    const std::map<std::string, double> weights{
        {"view_item", 1}, {"add_to_cart", 3}, {"add_to_wishlist", 3}, {"purchase", 5}};
    for (const auto& [name, weight] : weights) {
      for (const auto* event : window(name, 0)) {
        bool event_counted = false;
        for (const auto* item : items_of(*event)) {
          const auto found = held(*event, item, dimension);
          if (!found || !found->field.is_text || (found->of_event && event_counted)) continue;
          if (found->of_event) event_counted = true;
          const auto age = static_cast<double>(world_.now - event->time) / (30 * kDayMs);
          const auto& text = found->field.text;
          amounts[first_element ? elements(text)[0] : text] += weight * std::pow(2.0, -age);
        }
      }
    }
    return amounts;
  }

  Value interest(const Node& node) {
    double all = 0;
    double part = 0;
    for (const auto& [text, amount] : interests(node.scope, false)) {
      all += amount;
      if (node.scope == "category" ? path_under(text, node.text) : text == node.text)
        part += amount;
    }
    return all > 0 ? Value::of(part / all) : Value::missing();
  }

  Value strongest(const Node& node) {
    Value best;
    double most = -1;
    for (const auto& [text, amount] : interests(node.scope, node.scope == "category")) {
      // Of values as strong as each other the first, give or take rounding.
      if (amount > most * (1 + 1e-12)) {
        most = amount;
        best = Value::of(text);
      }
    }
    return best;
  }

  Value stated(const std::string& name) const {
    const auto found = answers_.find(name);
    if (found == answers_.end() || found->second.time > world_.now || found->second.fields.empty())
      return {};
    for (const auto& fact : world_.rules->facts) {
      if (fact.name != name) continue;
      if (fact.expires != 0 && world_.now - found->second.time >= fact.expires) return {};
      if (fact.type == Type::list) {
        Value list{Kind::list, 0, {}, {}};
        for (const auto& field : found->second.fields) list.list.push_back(field.text);
        return list;
      }
      return value_of(found->second.fields.front());
    }
    return {};
  }

  Value reference(const Node& node) {
    const auto given = [&](RuleKind kind) {
      const auto found = outcomes_.find({kind, node.text});
      return found == outcomes_.end() ? Value{} : found->second.value;
    };
    if (node.scope == "metric") return given(RuleKind::metric);
    if (node.scope == "segment") return given(RuleKind::segment);
    if (node.scope == "decision") return given(RuleKind::decision);
    if (node.scope == "observed") return given(RuleKind::observed);
    if (node.scope == "inferred") return given(RuleKind::inferred);
    if (node.scope == "stated") return stated(node.text);
    if (node.scope == "fact") {
      for (const auto& value :
           {stated(node.text), given(RuleKind::observed), given(RuleKind::inferred)}) {
        if (value.known()) return value;
      }
      return {};
    }
    if (node.scope == "cart") return cart(node.text);
    if (node.scope == "visit") return visit(node.text);
    if (node.scope == "page") return page(node.text);
    if (node.scope == "profile") {
      if (!since_) return {};
      return Value::of(std::max(0.0, static_cast<double>(world_.now - *since_)));
    }
    return clock(node.text);
  }

  Value cart(const std::string& what) const {
    std::int64_t sum = 0;
    for (const auto& line : cart_) {
      if (what == "count") {
        sum += 10000;
      } else if (what == "value") {
        if (const auto worth = revenue_of(line.fields)) sum += worth->number;
      } else if (const auto* quantity = find(line.fields, "quantity")) {
        sum += quantity->number;
      }
    }
    return Value::of(static_cast<double>(sum) / 10000);
  }

  Value visit(const std::string& what) const {
    const auto visits = window("session_start", 0);
    if (what == "number") return Value::of(static_cast<double>(visits.size()));
    if (visits.empty()) return {};
    if (what == "duration") {
      return Value::of(static_cast<double>(world_.now) - static_cast<double>(visits.back()->time));
    }
    for (auto visit = visits.rbegin(); visit != visits.rend(); ++visit) {
      if (const auto* channel = find((*visit)->fields, "channel")) return Value::of(channel->text);
    }
    return {};
  }

  Value page(const std::string& what) const {
    const auto& page = world_.page;
    if (what == "price") return page.price;
    const auto& text = what == "type"       ? page.type
                       : what == "item"     ? page.item
                       : what == "category" ? page.category
                       : what == "brand"    ? page.brand
                                            : page.query;
    return text.empty() ? Value{} : Value::of(text);
  }

  Value clock(const std::string& what) const {
    if (what.empty()) return Value::of(static_cast<double>(world_.now));
    const auto seconds = static_cast<std::time_t>((world_.now + world_.offset * 60000LL) / 1000);
    std::tm local{};
    gmtime_r(&seconds, &local);
    if (what == "hour") return Value::of(local.tm_hour);
    if (what == "weekday") return Value::of(local.tm_wday == 0 ? 7 : local.tm_wday);
    return Value::of(what == "month" ? local.tm_mon + 1 : local.tm_mday);
  }

  static Value compare(Compare how, const Value& a, const Value& b) {
    if (!a.known() || !b.known()) return Value::boolean(false);
    const bool texts = a.kind == Kind::text;
    const bool equal = texts ? a.text == b.text : a.number == b.number;
    switch (how) {
      case Compare::equal: return Value::boolean(equal);
      case Compare::not_equal: return Value::boolean(!equal);
      case Compare::less: return Value::boolean(a.number < b.number);
      case Compare::less_equal: return Value::boolean(a.number <= b.number);
      case Compare::greater: return Value::boolean(a.number > b.number);
      case Compare::greater_equal: return Value::boolean(a.number >= b.number);
    }
    return {};
  }

  Value matched(const Node& node, const Scope& scope) {
    const auto value = subject(node.children[0], scope);
    if (!value.known()) return Value::boolean(false);
    std::size_t hits = 0;
    for (std::size_t i = 1; i < node.children.size(); ++i) {
      const auto& wanted = node.children[i].text;
      const bool hit = value.kind == Kind::list ? std::find(value.list.begin(), value.list.end(),
                                                            wanted) != value.list.end()
                                                : text_matches(node.match, value.text, wanted);
      hits += hit ? 1 : 0;
    }
    const bool holds = node.all ? hits + 1 == node.children.size() : hits > 0;
    return Value::boolean(holds != node.negated);
  }

  // The left side of a text comparison, which `lower` makes small.
  Value subject(const Node& node, const Scope& scope) {
    if (node.kind != NodeKind::lower) return eval(node, scope);
    auto value = eval(node.children[0], scope);
    value.text = small(value.text);
    return value;
  }

  Value eval(const Node& node, const Scope& scope) {
    const auto child = [&](std::size_t i) { return eval(node.children[i], scope); };
    switch (node.kind) {
      case NodeKind::number:
      case NodeKind::duration:
      case NodeKind::time:
      case NodeKind::percentile: return Value::of(node.number);
      case NodeKind::text: return Value::of(node.text);
      case NodeKind::boolean: return Value::boolean(node.number == 1);
      case NodeKind::field: return field(node, scope);
      case NodeKind::reference: return reference(node);
      case NodeKind::aggregate: return aggregate(node);
      case NodeKind::sequence: return sequence(node);
      case NodeKind::step: return {};
      case NodeKind::interest: return interest(node);
      case NodeKind::strongest: return strongest(node);
      case NodeKind::confidence: {
        const auto kind = node.scope == "observed" ? RuleKind::observed : RuleKind::inferred;
        const auto found = outcomes_.find({kind, node.text});
        if (found == outcomes_.end() || found->second.confidence == 0) return {};
        return Value::of(found->second.confidence);
      }
      case NodeKind::known: return Value::boolean(child(0).known());
      case NodeKind::otherwise: return child(0).known() ? child(0) : child(1);
      case NodeKind::lower: return subject(node, scope);
      case NodeKind::points: {
        double sum = 0;
        for (std::size_t i = 0; i < node.children.size(); i += 2) {
          if (child(i + 1).holds()) sum += child(i).number;
        }
        return Value::of(sum);
      }
      case NodeKind::negate: return child(0).known() ? Value::of(-child(0).number) : Value{};
      case NodeKind::arithmetic: return arithmetic(node.op, child(0), child(1));
      case NodeKind::comparison:
        return compare(node.compare, subject(node.children[0], scope), child(1));
      case NodeKind::between: {
        const auto x = child(0);
        const auto low = child(1);
        const auto high = child(2);
        if (!x.known() || !low.known() || !high.known()) return Value::boolean(false);
        return Value::boolean((x.number >= low.number && x.number <= high.number) != node.negated);
      }
      case NodeKind::in: {
        const auto x = subject(node.children[0], scope);
        if (!x.known()) return Value::boolean(false);
        bool found = false;
        for (std::size_t i = 1; i < node.children.size(); ++i) {
          found = found || compare(Compare::equal, x, child(i)).holds();
        }
        return Value::boolean(found != node.negated);
      }
      case NodeKind::match: return matched(node, scope);
      case NodeKind::both: return Value::boolean(child(0).holds() && child(1).holds());
      case NodeKind::either: return Value::boolean(child(0).holds() || child(1).holds());
      case NodeKind::negation: return Value::boolean(!child(0).holds());
    }
    return {};
  }

  static Value arithmetic(char op, const Value& a, const Value& b) {
    if (!a.known() || !b.known()) return {};
    switch (op) {
      case '+': return Value::of(a.number + b.number);
      case '-': return Value::of(a.number - b.number);
      case '*': return Value::of(a.number * b.number);
      default: return Value::of(a.number / b.number);
    }
  }

  Value field(const Node& node, const Scope& scope) const {
    if (scope.event == nullptr) return {};
    if (node.text == "time") return Value::of(static_cast<double>(scope.event->time));
    const auto found = held(*scope.event, scope.item, node.text);
    if (!found || found->field.is_text != (node.type == Type::text)) return {};
    return value_of(found->field);
  }

  const NaiveWorld& world_;
  std::vector<Record> events_;
  std::vector<Item> cart_;
  std::map<std::string, Record> answers_;
  std::optional<std::int64_t> since_;
  std::map<std::pair<RuleKind, std::string>, Outcome> outcomes_;
};

}  // namespace

Value Value::of(double value) {
  if (!std::isfinite(value)) return {};
  return {Kind::number, value, {}, {}};
}

std::vector<Outcome> naive(const NaiveWorld& world) { return Naive(world).run(); }

}  // namespace etalage::test
