// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "compile/tables.h"

#include <bit>

#include "compile/vocabulary.h"

namespace etalage::compile {
namespace {

// The index of an entry, which is appended to the list where it is new.
template <typename Map, typename Key, typename List, typename Entry>
std::uint32_t enter(Map& map, Key&& key, List& list, Entry&& entry) {
  const auto [found, is_new] =
      map.try_emplace(std::forward<Key>(key), static_cast<std::uint32_t>(list.size()));
  if (is_new) list.push_back(std::forward<Entry>(entry));
  return found->second;
}

}  // namespace

std::uint32_t Tables::string(std::string_view text) {
  return enter(strings_, std::string(text), program_.strings, std::string(text));
}

std::uint32_t Tables::number(double value) {
  return enter(numbers_, std::bit_cast<std::uint64_t>(value), program_.numbers, value);
}

std::uint16_t Tables::event(std::string_view name) {
  if (name == kCartEvent) return rules::kCart;
  return static_cast<std::uint16_t>(
      enter(events_, std::string(name), program_.events, std::string(name)));
}

std::uint16_t Tables::field(std::string_view name) {
  return static_cast<std::uint16_t>(
      enter(fields_, std::string(name), program_.fields, std::string(name)));
}

std::uint32_t Tables::test(rules::Match match, bool ignore_case,
                           const std::vector<std::string>& texts) {
  const auto strings = list(texts);
  return enter(tests_, std::tuple(match, ignore_case, strings.begin, strings.end), program_.tests,
               rules::TextTest{match, ignore_case, strings});
}

rules::Range Tables::list(const std::vector<std::string>& texts) {
  std::vector<std::uint32_t> strings;
  for (const auto& text : texts) strings.push_back(string(text));
  const auto begin = static_cast<std::uint32_t>(program_.lists.size());
  const auto size = static_cast<std::uint32_t>(strings.size());
  const auto [found, is_new] = lists_.try_emplace(strings, rules::Range{begin, begin + size});
  if (is_new) program_.lists.insert(program_.lists.end(), strings.begin(), strings.end());
  return found->second;
}

std::uint32_t Tables::fact(const FactSource& fact) {
  return enter(facts_, fact.name, program_.facts,
               rules::StatedFact{string(fact.name), fact.type, fact.expires, list(fact.choices)});
}

// What interest in a field feeds on must be known by its name.
std::uint16_t Tables::dimension(std::string_view name) {
  for (const auto* from : {"view_item", "add_to_cart", "add_to_wishlist", "purchase"}) event(from);
  return field(name);
}

std::uint32_t Tables::interest(std::string_view name, std::string_view text) {
  const rules::Interest interest{dimension(name), string(text)};
  return enter(interests_, std::pair(interest.field, interest.string), program_.interests,
               interest);
}

rules::Range Tables::where(const Code& code) {
  std::vector<std::uint64_t> key;
  for (const auto& [op, a, b] : code.instructions) {
    key.push_back(static_cast<std::uint64_t>(op) << 48 | static_cast<std::uint64_t>(a) << 32 | b);
  }
  const auto begin = static_cast<std::uint32_t>(program_.code.size());
  const auto [found, is_new] =
      wheres_.try_emplace(std::move(key), rules::Range{begin, begin + code.size()});
  if (is_new) {
    program_.code.insert(program_.code.end(), code.instructions.begin(), code.instructions.end());
    spans_.insert(spans_.end(), code.spans.begin(), code.spans.end());
  }
  return found->second;
}

std::uint32_t Tables::aggregate(const rules::Aggregate& aggregate, const Origin& origin) {
  const auto index = enter(aggregates_,
                           std::tuple(aggregate.function, key(aggregate.selection), aggregate.field,
                                      aggregate.type, aggregate.window),
                           program_.aggregates, aggregate);
  if (index == aggregate_origins_.size()) aggregate_origins_.push_back(origin);
  return index;
}

std::uint32_t Tables::sequence(rules::Sequence sequence, const std::vector<rules::Selection>& steps,
                               const Origin& origin) {
  std::vector<SelectionKey> keys;
  for (const auto& step : steps) keys.push_back(key(step));
  const auto begin = static_cast<std::uint32_t>(program_.steps.size());
  sequence.steps = {begin, begin + static_cast<std::uint32_t>(steps.size())};
  const auto index = enter(sequences_, std::tuple(keys, sequence.last_is_absent, sequence.within),
                           program_.sequences, sequence);
  if (index == sequence_origins_.size()) {
    sequence_origins_.push_back(origin);
    program_.steps.insert(program_.steps.end(), steps.begin(), steps.end());
  }
  return index;
}

}  // namespace etalage::compile
