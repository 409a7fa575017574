// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Program: a shop's rules, compiled. What `etalage build` puts into the pack and the evaluator runs.
//
// A rule's code works on a stack of values. A value is a double: a number; a duration or a time in milliseconds; a boolean as
// 0 or 1; a text as its symbol (symbols.h). NaN is "missing". Jumps go forwards only, so a program ends after at most as many
// steps as it has instructions.
//
// Shape     tables that refer to each other by index; rules in an order in which each refers to earlier ones only.
// Limits    those below; read_program (formats.h) refuses what is larger or refers to what is not there.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace etalage::rules {

inline constexpr std::uint32_t kMaxRules = 1000;
inline constexpr std::uint32_t kMaxCode = 1u << 17;
inline constexpr std::uint32_t kMaxStack = 64;
inline constexpr std::uint16_t kNone = 0xFFFF;

enum class Type : std::uint8_t { boolean = 1, number, text, duration, time, list };

// Stored in packs: a number never changes its meaning. `b` is the instruction's operand, `a` where a second is named.
enum class Op : std::uint8_t {
  number = 1,       // push numbers[b]
  text = 2,         // push the symbol of strings[b]
  missing = 3,      // push missing, of Type(a)
  field = 4,        // push field b of the item, event or product in scope, where it is of Type(a)
  event_time = 5,   // push the time of the event in scope
  aggregate = 6,    // push aggregates[b]
  sequence = 7,     // push sequences[b]
  interest = 8,     // push interests[b]
  strongest = 9,    // push the strongest value of field b
  rule = 10,        // push the value of rules[b]
  confidence = 11,  // push the confidence of rules[b]
  stated = 12,      // push the shopper's answer to facts[b]; of a list: 1 where there is an answer
  context = 13,     // push Context(b)
  test = 14,        // pop a text, push whether tests[b] holds for it
  holds = 15,       // push whether the list facts[a] holds strings[b]
  known = 16,       // pop, push whether it is not missing
  otherwise = 17,   // pop y, pop x, push x where known, else y
  truth = 18,       // pop a boolean, push 0 where it is missing
  negate = 19,
  add = 20,
  subtract = 21,
  multiply = 22,
  divide = 23,
  less = 24,
  less_equal = 25,
  greater = 26,
  greater_equal = 27,
  equal = 28,
  not_equal = 29,
  between = 30,   // pop high, pop low, pop x
  both = 31,      // and: pop two booleans
  either = 32,    // or
  negation = 33,  // not
  skip_if_false =
      34,  // where the top is 0: skip b instructions, the top stays (tracing goes on: the result is the same)
  skip_if_true = 35,
  points = 36,  // pop a condition, pop x, push x where it holds, else 0
  choose =
      37,  // pop a condition; where it holds: the rule's case a is chosen, push its value, skip b instructions
  boolean = 38,  // push b: 0 or 1
};

[[nodiscard]] inline bool is_comparison(Op op) { return op >= Op::less && op <= Op::not_equal; }

// What the page, the visit and the clock know. Stored in packs.
enum class Context : std::uint8_t {
  now = 1,
  hour = 2,
  weekday = 3,
  month = 4,
  day = 5,
  profile_age = 6,
  page_type = 7,
  page_item = 8,
  page_category = 9,
  page_brand = 10,
  page_price = 11,
  page_query = 12,
};

struct Instruction {
  Op op = Op::missing;
  std::uint16_t a = 0;
  std::uint32_t b = 0;
};

// A piece of a table: from begin up to end. Empty: none.
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  [[nodiscard]] bool empty() const { return begin == end; }
  [[nodiscard]] std::uint32_t size() const { return end - begin; }
};

// REQUIRES: the range lies within the table.
template <typename T>
[[nodiscard]] std::span<const T> part(const std::vector<T>& table, const Range& range) {
  return {table.data() + range.begin, range.size()};
}

enum class Match : std::uint8_t { equals = 1, one_of, contains, starts_with, ends_with, under };

// A question about a text. Holds where one of `strings` matches; the text is lower-cased first where case is ignored.
struct TextTest {
  Match match = Match::equals;
  bool ignore_case = false;
  Range strings;  // of lists
};

enum class Function : std::uint8_t {
  count = 1,
  sum,
  average,
  minimum,
  maximum,
  distinct,
  first,
  last,
  exists,
  days_since,
};

// An event name or the cart's lines, a condition on their items, and what is made of those that match.
struct Selection {
  std::uint16_t event = 0;  // an index into events, or kCart
  Range where;              // of code
  // Something that `where` demands of a text: it can only hold where tests[guard_test] holds for field guard_field of an
  // item or its event. kNone: nothing is demanded that could be looked up. Lets an event pass by most selections unseen.
  std::uint16_t guard_field = kNone;
  std::uint16_t guard_test = kNone;
};
inline constexpr std::uint16_t kCart = 0xFFFE;

struct Aggregate {
  Function function = Function::count;
  Selection selection;
  std::uint16_t field = kNone;  // of sum .. last; kTimeField: the event's time
  Type type = Type::number;     // of the field: values of another type are missing
  std::int64_t window = 0;      // milliseconds; never 0 but for the cart
};
inline constexpr std::uint16_t kTimeField = 0xFFFE;

struct Sequence {
  Range steps;  // of steps
  bool last_is_absent = false;
  std::int64_t within = 0;  // milliseconds; 0: any
};

struct Interest {
  std::uint16_t field = 0;
  std::uint32_t string = 0;
};

struct StatedFact {
  std::uint32_t name = 0;  // in strings
  Type type = Type::text;
  std::int64_t expires = 0;  // milliseconds after the answer; 0: never
  Range choices;             // of lists; empty: any text
};

enum class RuleKind : std::uint8_t {
  metric = 1,
  segment,
  decision,
  trigger,
  observed,
  inferred,
  filter,
  measure  // as a decision: its cases are what a measure's answers are
};

// Whether the first case that holds gives a rule's value.
[[nodiscard]] inline bool is_choice(RuleKind kind) {
  return kind == RuleKind::decision || kind == RuleKind::measure;
}

enum class Purpose : std::uint8_t { personalise = 1, measure = 2 };

// Of a decision or a computed fact: the value that a case gives. A fact that is one expression has one case, for its
// confidence alone, and its code chooses none.
struct Case {
  std::uint32_t value = 0;  // in strings, or in numbers for a rule of type number
  double confidence = 1;
};

struct Rule {
  RuleKind kind = RuleKind::segment;
  Type type = Type::boolean;
  Purpose purpose = Purpose::personalise;
  std::uint32_t name = 0;           // in strings
  std::uint32_t label[2] = {0, 0};  // in strings: English, Dutch
  Range code;
  Range cases;
  std::uint32_t cap_count = 0;  // of a trigger: at most so often ...
  std::int64_t cap_window = 0;  // ... in so many milliseconds
};

struct Program {
  std::int64_t retention = 0;  // milliseconds
  std::vector<std::string> strings;
  std::vector<double> numbers;
  std::vector<std::string> events;   // names
  std::vector<std::string> fields;   // names
  std::vector<std::uint32_t> lists;  // of strings, end to end
  std::vector<TextTest> tests;
  std::vector<Aggregate> aggregates;
  std::vector<Selection> steps;  // of sequences, end to end
  std::vector<Sequence> sequences;
  std::vector<Interest> interests;
  std::vector<StatedFact> facts;
  std::vector<Case> cases;  // of rules, end to end
  std::vector<Rule> rules;
  std::vector<Instruction> code;
};

// Whether the value of a rule's instruction is compared with a constant by the two that follow.
[[nodiscard]] inline bool is_comparison(const Program& program, const Rule& rule,
                                        std::uint32_t at) {
  const auto& code = program.code;
  return at + 2 < rule.code.end && code[at + 1].op == Op::number && is_comparison(code[at + 2].op);
}

}  // namespace etalage::rules
