// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "compile/wording.h"

#include <cmath>
#include <optional>
#include <vector>

#include "compile/constant.h"
#include "compile/tree.h"
#include "compile/units.h"

namespace etalage::compile {
namespace {

struct Unit {
  std::int64_t length;
  std::string_view english, dutch, dutch_many;
  bool het;  // "het laatste jaar", but "de laatste dag"
};
constexpr Unit kUnits[] = {{kYear, "year", "jaar", "jaar", true},
                           {kDay, "day", "dag", "dagen", false},
                           {kHour, "hour", "uur", "uur", true},
                           {kMinute, "minute", "minuut", "minuten", false}};

// The largest unit of which a duration is a whole number.
const Unit& unit_of(std::int64_t milliseconds) {
  for (const auto& unit : kUnits) {
    if (milliseconds % unit.length == 0) return unit;
  }
  return kUnits[3];
}

std::string count_of(const Unit& unit, std::int64_t count, Language language) {
  if (language == Language::dutch) return std::string(count == 1 ? unit.dutch : unit.dutch_many);
  return std::string(unit.english) + (count == 1 ? "" : "s");
}

// Up to four decimals, as many as events have.
std::string number_in_words(double value, Language language) {
  const auto scaled = static_cast<std::int64_t>(std::llround(std::fabs(value) * 10000));
  auto text = (value < 0 ? "-" : "") + std::to_string(scaled / 10000);
  if (scaled % 10000 == 0) return text;
  auto decimals = std::to_string(10000 + scaled % 10000).substr(1);
  while (decimals.back() == '0') decimals.pop_back();
  return text + (language == Language::dutch ? ',' : '.') + decimals;
}

// "'a', 'b' or 'c'".
std::string alternatives(const std::vector<std::string>& texts, Language language) {
  std::string list;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const bool last = i + 1 == texts.size();
    if (i > 0) list += !last ? ", " : language == Language::dutch ? " of " : " or ";
    list += quote(texts[i]);
  }
  return list;
}

// A condition on one field: the texts one of which it matches.
struct TextCondition {
  std::string field;
  rules::Match match = rules::Match::equals;
  std::vector<std::string> texts;
};

std::optional<TextCondition> text_condition(const Node& node) {
  const bool equality = node.kind == NodeKind::comparison && node.compare == Compare::equal;
  if (!equality && node.kind != NodeKind::in && node.kind != NodeKind::match) return {};
  if (node.negated || node.all) return {};
  const auto& side = node.children[0];
  const auto& subject = side.kind == NodeKind::lower ? side.children[0] : side;
  if (subject.kind != NodeKind::field) return {};
  TextCondition condition{subject.text, rules::Match::equals, {}};
  if (node.kind == NodeKind::match) condition.match = node.match;
  for (std::size_t i = 1; i < node.children.size(); ++i) {
    if (node.children[i].kind != NodeKind::text) return {};
    condition.texts.push_back(node.children[i].text);
  }
  return condition;
}

std::optional<std::string> text_in_words(const TextCondition& condition, Language language) {
  using rules::Match;
  const bool dutch = language == Language::dutch;
  const auto list = alternatives(condition.texts, language);
  const bool whole = condition.match == Match::equals;
  const auto& field = condition.field;
  if (field == "category" && (whole || condition.match == Match::under)) return " in " + list;
  if (field == "brand" && whole) return (dutch ? " van het merk " : " of the brand ") + list;
  if (field == "item_id" && whole) return (dutch ? " met nummer " : " with number ") + list;
  if (field == "item_name" && condition.match == Match::contains) {
    return (dutch ? " met " : " with ") + list + (dutch ? " in de naam" : " in the name");
  }
  if (field == "search_term" && condition.match != Match::ends_with) {
    return (dutch ? " naar " : " for ") + list;
  }
  if (field == "reason" && whole) return (dutch ? " over " : " about ") + list;
  return {};
}

std::optional<std::string> number_condition(const Node& node, Language language) {
  const bool dutch = language == Language::dutch;
  const bool between = node.kind == NodeKind::between && !node.negated;
  if (!between && node.kind != NodeKind::comparison) return {};
  const auto& subject = node.children[0];
  const bool price = subject.text == "price";
  if (subject.kind != NodeKind::field || (!price && subject.text != "value")) return {};
  const auto bound = constant(node.children[1]);
  if (!bound) return {};
  const std::string begin =
      price ? (dutch ? " van " : " that cost ") : (dutch ? " ter waarde van " : " worth ");
  const auto number = number_in_words(*bound, language);
  if (between) {
    const auto high = constant(node.children[2]);
    if (!high) return {};
    const auto top = number_in_words(*high, language);
    return begin + number + (dutch ? " tot en met " : " to ") + top;
  }
  switch (node.compare) {
    case Compare::greater: return begin + (dutch ? "meer dan " : "more than ") + number;
    case Compare::greater_equal: return begin + (dutch ? "minstens " : "at least ") + number;
    case Compare::less: return begin + (dutch ? "minder dan " : "less than ") + number;
    case Compare::less_equal: return begin + (dutch ? "hoogstens " : "at most ") + number;
    default: return {};
  }
}

std::string as_written(const Node& where, std::string_view source, Language language) {
  const auto text = source.substr(where.span.begin, where.span.end - where.span.begin);
  return (language == Language::dutch ? " waarvoor geldt \u201c" : " where \u201c") +
         std::string(text) + "\u201d";
}

}  // namespace

std::string duration_in_words(std::int64_t milliseconds, Language language) {
  const auto& unit = unit_of(milliseconds);
  const auto count = milliseconds / unit.length;
  return std::to_string(count) + " " + count_of(unit, count, language);
}

std::string window_in_words(std::int64_t milliseconds, Language language) {
  if (milliseconds == 0) return "";
  const auto& unit = unit_of(milliseconds);
  const auto count = milliseconds / unit.length;
  const auto many = count == 1 ? "" : std::to_string(count) + " ";
  const auto words = many + count_of(unit, count, language);
  if (language == Language::english) return " in the last " + words;
  return (unit.het && count == 1 ? " in het laatste " : " in de laatste ") + words;
}

std::string condition_in_words(std::string_view event, const Node& where, std::string_view source,
                               Language language) {
  std::string of_items, of_event;
  for (const auto* node : conjuncts(where)) {
    const auto text = text_condition(*node);
    const auto words = text ? text_in_words(*text, language) : number_condition(*node, language);
    if (!words) return as_written(where, source, language);
    const auto& field = text ? text->field : node->children[0].text;
    (is_of_item(field) ? of_items : of_event) += *words;
  }
  if (!of_items.empty() && !speaks_of_products(event)) {
    of_items = (language == Language::dutch ? " met producten" : " with products") + of_items;
  }
  return of_event + of_items;
}

}  // namespace etalage::compile
