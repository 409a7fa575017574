// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "rules/verify.h"

#include <optional>

#include "rules/clock.h"

namespace etalage::rules {
namespace {

// Durations and times are numbers to the machine.
enum class Kind : std::uint8_t { boolean, number, text };

enum class Place : std::uint8_t { rule, where, filter };

constexpr std::int64_t kLongest = std::int64_t{36525} * kDay;

std::optional<Kind> kind_of(Type type) {
  switch (type) {
    case Type::boolean:
    case Type::list: return Kind::boolean;  // of a list the machine sees whether there is one
    case Type::number:
    case Type::duration:
    case Type::time: return Kind::number;
    case Type::text: return Kind::text;
  }
  return std::nullopt;
}

// Walks a piece of code as the machine would, with kinds for values, along every path at once.
class Walk {
 public:
  Walk(const Program& program, Place place, std::uint32_t rule)
      : program_(program), place_(place), rule_(rule) {}

  // The kind that the code leaves; nothing where it breaks a rule.
  std::optional<Kind> result(const Range& range) {
    if (range.begin > range.end || range.end > program_.code.size() || range.empty()) return {};
    arriving_.assign(range.end - range.begin + 1, {0, 0, kNowhere});
    for (auto at = range.begin; at < range.end; ++at) {
      if (!merge(at - range.begin)) return {};
      const auto& instruction = program_.code[at];
      if (!step(instruction)) return {};
      if (instruction.op == Op::skip_if_false || instruction.op == Op::skip_if_true ||
          instruction.op == Op::choose) {
        if (!jump(std::uint64_t{at} + 1 + instruction.b - range.begin)) return {};
        if (instruction.op == Op::choose) drop();
      }
    }
    if (!merge(range.end - range.begin) || stack_.size != 1) return {};
    return top();
  }

 private:
  // The kinds on the stack, two bits each: the topmost in the lowest bits of either word.
  struct Stack {
    std::uint64_t low = 0, high = 0;
    std::uint32_t size = 0;
    bool operator==(const Stack&) const = default;
  };
  static_assert(kMaxStack == 64);
  static constexpr std::uint32_t kNowhere = 0xFFFFFFFF;  // the size of what never arrives

  // What jumps to a place must find the stack as what falls into it does.
  bool merge(std::uint32_t at) {
    const auto& arriving = arriving_[at];
    return arriving.size == kNowhere || arriving == stack_;
  }
  bool jump(std::uint64_t target) {
    if (target >= arriving_.size()) return false;
    auto& arriving = arriving_[static_cast<std::size_t>(target)];
    if (arriving.size != kNowhere) return arriving == stack_;
    arriving = stack_;
    return true;
  }
  bool push(std::optional<Kind> kind) {
    if (!kind || stack_.size == kMaxStack) return false;
    const auto bits = static_cast<std::uint64_t>(*kind);
    stack_ = {stack_.low << 1 | (bits & 1), stack_.high << 1 | bits >> 1, stack_.size + 1};
    return true;
  }
  bool pop(Kind kind) {
    if (!top(kind)) return false;
    drop();
    return true;
  }
  void drop() { stack_ = {stack_.low >> 1, stack_.high >> 1, stack_.size - 1}; }
  Kind top() const { return static_cast<Kind>((stack_.low & 1) | (stack_.high & 1) << 1); }
  bool top(Kind kind) const { return stack_.size > 0 && top() == kind; }
  // Two of one kind.
  std::optional<Kind> pop_two() {
    if (stack_.size < 2) return {};
    const auto kind = top();
    drop();
    if (!pop(kind)) return {};
    return kind;
  }
  bool binary(Kind operands, Kind result) { return pop_two() == operands && push(result); }
  template <typename Table>
  static bool in(const Table& table, std::uint32_t index) {
    return index < table.size();
  }
  bool outside_where() const { return place_ != Place::where; }

  bool step(const Instruction& instruction) {
    const auto& [op, a, b] = instruction;
    switch (op) {
      case Op::number: return in(program_.numbers, b) && push(Kind::number);
      case Op::text: return in(program_.strings, b) && push(Kind::text);
      case Op::missing: return push(kind_of(static_cast<Type>(a)));
      case Op::boolean: return b <= 1 && push(Kind::boolean);
      case Op::field: return field(b, static_cast<Type>(a));
      case Op::event_time: return place_ == Place::where && push(Kind::number);
      case Op::aggregate:
        return outside_where() && in(program_.aggregates, b) && push(kind_of_aggregate(b));
      case Op::sequence: return outside_where() && in(program_.sequences, b) && push(Kind::boolean);
      case Op::interest: return outside_where() && in(program_.interests, b) && push(Kind::number);
      case Op::strongest: return outside_where() && in(program_.fields, b) && push(Kind::text);
      case Op::rule: return outside_where() && earlier(b) && push(kind_of(program_.rules[b].type));
      case Op::confidence: return outside_where() && earlier(b) && push(Kind::number);
      case Op::stated:
        return outside_where() && in(program_.facts, b) && push(kind_of(program_.facts[b].type));
      case Op::holds:
        return outside_where() && in(program_.facts, a) && in(program_.strings, b) &&
               program_.facts[a].type == Type::list && push(Kind::boolean);
      case Op::context: return outside_where() && push(kind_of_context(b));
      case Op::test: return in(program_.tests, b) && pop(Kind::text) && push(Kind::boolean);
      case Op::known:
        if (stack_.size == 0) return false;
        drop();
        return push(Kind::boolean);
      case Op::otherwise: return push(pop_two());
      case Op::truth:
      case Op::negation: return top(Kind::boolean);
      case Op::negate: return top(Kind::number);
      case Op::add:
      case Op::subtract:
      case Op::multiply:
      case Op::divide: return binary(Kind::number, Kind::number);
      case Op::less:
      case Op::less_equal:
      case Op::greater:
      case Op::greater_equal: return binary(Kind::number, Kind::boolean);
      case Op::equal:
      case Op::not_equal: return pop_two().has_value() && push(Kind::boolean);
      case Op::between: return pop(Kind::number) && binary(Kind::number, Kind::boolean);
      case Op::both:
      case Op::either: return binary(Kind::boolean, Kind::boolean);
      case Op::skip_if_false:
      case Op::skip_if_true: return top(Kind::boolean);
      case Op::points: return pop(Kind::boolean) && top(Kind::number);
      // Leaves the stack as it is where the case is chosen; result() takes the value off for the way on.
      case Op::choose:
        return rule_ < program_.rules.size() && is_case(program_.rules[rule_], a) &&
               pop(Kind::boolean) && push(kind_of(program_.rules[rule_].type));
    }
    return false;
  }

  bool is_case(const Rule& rule, std::uint32_t number) const {
    if (number >= rule.cases.size()) return false;
    const auto value = program_.cases[rule.cases.begin + number].value;
    return rule.type == Type::text ? in(program_.strings, value) : in(program_.numbers, value);
  }
  bool earlier(std::uint32_t rule) const {
    if (rule >= rule_) return false;
    const auto kind = program_.rules[rule].kind;
    return kind != RuleKind::filter && kind != RuleKind::measure;
  }
  bool field(std::uint32_t index, Type type) {
    if (place_ == Place::rule || !in(program_.fields, index)) return false;
    if (type == Type::boolean && place_ != Place::filter) return false;
    if (type != Type::text && type != Type::number && type != Type::boolean) return false;
    return push(kind_of(type));
  }
  std::optional<Kind> kind_of_aggregate(std::uint32_t index) const {
    const auto& aggregate = program_.aggregates[index];
    switch (aggregate.function) {
      case Function::exists: return Kind::boolean;
      case Function::first:
      case Function::last: return kind_of(aggregate.type);
      default: return Kind::number;
    }
  }
  static std::optional<Kind> kind_of_context(std::uint32_t context) {
    switch (static_cast<Context>(context)) {
      case Context::now:
      case Context::hour:
      case Context::weekday:
      case Context::month:
      case Context::day:
      case Context::profile_age:
      case Context::page_price: return Kind::number;
      case Context::page_type:
      case Context::page_item:
      case Context::page_category:
      case Context::page_brand:
      case Context::page_query: return Kind::text;
    }
    return std::nullopt;
  }

  const Program& program_;
  Place place_;
  std::uint32_t rule_;
  Stack stack_;
  std::vector<Stack> arriving_;  // by instruction, from those that jump there
};

class Verifier {
 public:
  explicit Verifier(const Program& program) : program_(program) {}

  Result<void> run() const {
    const auto& p = program_;
    if (p.rules.size() > kMaxRules || p.code.size() > kMaxCode) {
      return fail(Code::too_large, "a program of more rules or code than this release runs");
    }
    for (const auto size : {p.events.size(), p.fields.size(), p.tests.size(), p.aggregates.size(),
                            p.sequences.size(), p.interests.size(), p.facts.size()}) {
      if (size >= kCart) return fail(Code::too_large, "a program with a table that is too long");
    }
    if (p.retention <= 0 || p.retention > kLongest) {
      return fail(Code::malformed, "a program without a retention");
    }
    if (auto checked = every(p.numbers, "a number", &Verifier::number); !checked) return checked;
    if (auto checked = every(p.tests, "a test", &Verifier::test); !checked) return checked;
    if (auto checked = every(p.aggregates, "an aggregate", &Verifier::aggregate); !checked)
      return checked;
    if (auto checked = every(p.sequences, "a sequence", &Verifier::sequence); !checked)
      return checked;
    if (auto checked = every(p.interests, "an interest", &Verifier::interest); !checked)
      return checked;
    if (auto checked = every(p.facts, "a fact", &Verifier::fact); !checked) return checked;
    for (std::uint32_t i = 0; i < p.rules.size(); ++i) {
      if (!rule(i)) return broken("a rule of the program breaks the format", i);
    }
    return {};
  }

 private:
  static std::unexpected<Error> broken(const char* what, std::uint32_t where) {
    return fail(Code::malformed, what, where);
  }
  template <typename T>
  Result<void> every(const std::vector<T>& table, const char* what,
                     bool (Verifier::*good)(const T&) const) const {
    for (std::uint32_t i = 0; i < table.size(); ++i) {
      if (!(this->*good)(table[i])) return broken(what, i);
    }
    return {};
  }

  bool string(std::uint32_t index) const { return index < program_.strings.size(); }
  static bool within(const Range& range, std::size_t size) {
    return range.begin <= range.end && range.end <= size;
  }
  bool strings(const Range& range) const {
    if (!within(range, program_.lists.size())) return false;
    for (const auto index : part(program_.lists, range)) {
      if (!string(index)) return false;
    }
    return true;
  }
  bool number(const double& value) const { return value - value == 0; }
  bool test(const TextTest& test) const {
    return strings(test.strings) && test.match >= Match::equals && test.match <= Match::under;
  }
  bool window(std::int64_t window) const { return window > 0 && window <= program_.retention; }
  bool selection(const Selection& selection, bool may_be_cart) const {
    const bool is_cart = selection.event == kCart;
    if (is_cart ? !may_be_cart : selection.event >= program_.events.size()) return false;
    const bool guarded = selection.guard_field != kNone || selection.guard_test != kNone;
    if (guarded && (selection.guard_field >= program_.fields.size() ||
                    selection.guard_test >= program_.tests.size())) {
      return false;
    }
    if (selection.where.begin == 0 && selection.where.end == 0) return !guarded;
    return Walk(program_, Place::where, kNoRule).result(selection.where) == Kind::boolean;
  }
  bool aggregate(const Aggregate& aggregate) const {
    if (!selection(aggregate.selection, true)) return false;
    const bool is_cart = aggregate.selection.event == kCart;
    if (is_cart ? aggregate.window != 0 : !window(aggregate.window)) return false;
    const bool is_time = aggregate.field == kTimeField;
    const bool is_field = aggregate.field < program_.fields.size();
    switch (aggregate.function) {
      case Function::count:
      case Function::exists: return true;
      case Function::days_since: return !is_cart;
      case Function::sum:
      case Function::average:
      case Function::minimum:
      case Function::maximum: return is_field && aggregate.type == Type::number;
      case Function::distinct:
        return is_field && (aggregate.type == Type::number || aggregate.type == Type::text);
      case Function::first:
      case Function::last:
        if (is_cart) return false;
        if (is_time) return aggregate.type == Type::time;
        return is_field && (aggregate.type == Type::number || aggregate.type == Type::text);
    }
    return false;
  }
  bool sequence(const Sequence& sequence) const {
    if (!within(sequence.steps, program_.steps.size())) return false;
    const auto steps = part(program_.steps, sequence.steps);
    if (steps.size() < 2 || steps.size() > kMaxStack) return false;
    for (const auto& step : steps) {
      if (!selection(step, false)) return false;
    }
    return sequence.within == 0 ? !sequence.last_is_absent : window(sequence.within);
  }
  bool interest(const Interest& interest) const {
    return interest.field < program_.fields.size() && string(interest.string);
  }
  bool fact(const StatedFact& fact) const {
    return strings(fact.choices) && string(fact.name) && kind_of(fact.type).has_value() &&
           fact.expires >= 0 && fact.expires <= kLongest;
  }
  bool rule(std::uint32_t index) const {
    const auto& rule = program_.rules[index];
    if (!string(rule.name) || !string(rule.label[0]) || !string(rule.label[1])) return false;
    if (rule.kind < RuleKind::metric || rule.kind > RuleKind::measure) return false;
    if (rule.purpose != Purpose::personalise && rule.purpose != Purpose::measure) return false;
    if (rule.cap_window < 0 || rule.cap_window > kLongest) return false;
    if (rule.kind == RuleKind::measure && rule.type != Type::text) return false;
    const auto kind = kind_of(rule.type);
    if (!kind || rule.type == Type::list) return false;
    if (!within(rule.cases, program_.cases.size())) return false;
    for (const auto& chosen : part(program_.cases, rule.cases)) {
      if (!number(chosen.confidence)) return false;
    }
    const auto place = rule.kind == RuleKind::filter ? Place::filter : Place::rule;
    return Walk(program_, place, index).result(rule.code) == kind;
  }

  static constexpr std::uint32_t kNoRule = 0xFFFFFFFF;
  const Program& program_;
};

}  // namespace

Result<void> verify(const Program& program) { return Verifier(program).run(); }

}  // namespace etalage::rules
