// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The machine: runs a piece of code on a stack. read_program has made sure that it stays within the stack and the tables.
#include "rules/evaluator.h"

namespace etalage::rules {
namespace {

// What is not finite is missing.
double finite(double value) { return value - value == 0 ? value : kMissing; }

// Nothing is less than, equal to or unequal to what is missing.
bool compare(Op op, double a, double b) {
  switch (op) {
    case Op::less: return a < b;
    case Op::less_equal: return a <= b;
    case Op::greater: return a > b;
    case Op::greater_equal: return a >= b;
    case Op::equal: return a == b;
    default: return a < b || a > b;  // not equal, and neither is missing
  }
}

double calculate(Op op, double a, double b) {
  switch (op) {
    case Op::add: return finite(a + b);
    case Op::subtract: return finite(a - b);
    case Op::multiply: return finite(a * b);
    default: return finite(a / b);
  }
}

}  // namespace

// What compares an aggregate or the time with a constant, the most common condition by far, needs no stack.
Evaluator::Shortcut Evaluator::shortcut_at(const Rule& rule, std::uint32_t at) const {
  const auto& [op, a, b] = program_.code[at];
  const bool grows = op == Op::context && (static_cast<Context>(b) == Context::now ||
                                           static_cast<Context>(b) == Context::profile_age);
  if ((op != Op::aggregate && !grows) || !is_comparison(program_, rule, at)) return Shortcut::none;
  if (op != Op::aggregate || !is_settled(program_.aggregates[b].function)) return Shortcut::look;
  const auto compared = program_.code[at + 2].op;
  const bool holds_below_all_cuts =
      compared == Op::less || compared == Op::less_equal || compared == Op::not_equal;
  return holds_below_all_cuts ? Shortcut::holds : Shortcut::fails;
}

// A value that grows with time, or that is read anew each time. The answer is known until the comparison flips.
double Evaluator::look(std::uint32_t at) {
  const auto& code = program_.code;
  const auto constant = program_.numbers[code[at + 1].b];
  const auto before = until_;
  const auto value = code[at].op == Op::aggregate ? read_aggregate(code[at].b)
                                                  : read_context(static_cast<Context>(code[at].b));
  const bool grows = code[at].op == Op::context ||
                     program_.aggregates[code[at].b].function == Function::days_since;
  if (grows) {
    // Milliseconds until the value reaches the constant, give or take rounding: from a little before then on the rule is run
    // each time until it has.
    constexpr double kRounding = 4;
    const auto unit = code[at].op == Op::context ? 1.0 : static_cast<double>(kDay);
    const auto left = (constant - value) * unit;
    if (!(left <= kRounding && left >= -kRounding)) until_ = before;
    if (left > kRounding && left < 9e15) {
      lapses(clock_.now + static_cast<std::int64_t>(left - kRounding));
    }
  }
  return compare(code[at + 2].op, value, constant) ? 1 : 0;
}

double Evaluator::run(const Range& range, const Scope& scope, const Rule* rule, Tracer* tracer) {
  const bool traced = tracer != nullptr;
  double stack[kMaxStack];
  std::size_t top = 0;  // the number of values on the stack
  const auto* code = program_.code.data();
  for (auto at = range.begin; at < range.end; ++at) {
    if (!traced && shortcuts_[at] != Shortcut::none) {
      stack[top++] =
          shortcuts_[at] == Shortcut::look ? look(at) : shortcuts_[at] == Shortcut::holds;
      at += 2;
      continue;
    }
    const auto place = at;
    const auto [op, a, b] = code[at];
    switch (op) {
      case Op::number: stack[top++] = program_.numbers[b]; break;
      case Op::text: stack[top++] = symbols_.of_string(b); break;
      case Op::missing: stack[top++] = kMissing; break;
      case Op::boolean: stack[top++] = b; break;
      case Op::field:
        stack[top++] = read_field(scope, static_cast<std::uint16_t>(b), static_cast<Type>(a));
        break;
      case Op::event_time:
        stack[top++] = scope.event ? static_cast<double>(scope.event->time) : kMissing;
        break;
      case Op::aggregate: stack[top++] = read_aggregate(b); break;
      case Op::sequence: stack[top++] = read_sequence(b); break;
      case Op::interest: {
        const auto& interest = program_.interests[b];
        stack[top++] =
            interests_of(interest.field).share(symbols_, symbols_.of_string(interest.string));
        break;
      }
      case Op::strongest:
        stack[top++] = interests_of(static_cast<std::uint16_t>(b)).strongest(symbols_);
        break;
      case Op::rule: stack[top++] = rules_[b].value; break;
      case Op::confidence: stack[top++] = rules_[b].confidence; break;
      case Op::stated: stack[top++] = read_answer(b); break;
      case Op::context: stack[top++] = read_context(static_cast<Context>(b)); break;
      case Op::test: {
        auto& text = stack[top - 1];
        text = !is_missing(text) &&
               symbols_.holds(static_cast<std::uint16_t>(b), static_cast<Symbol>(text));
        break;
      }
      case Op::holds: stack[top++] = answer_holds(a, symbols_.of_string(b)); break;
      case Op::known: stack[top - 1] = !is_missing(stack[top - 1]); break;
      case Op::otherwise:
        --top;
        if (is_missing(stack[top - 1])) stack[top - 1] = stack[top];
        break;
      case Op::truth: stack[top - 1] = stack[top - 1] == 1; break;
      case Op::negate: stack[top - 1] = -stack[top - 1]; break;
      case Op::add:
      case Op::subtract:
      case Op::multiply:
      case Op::divide:
        --top;
        stack[top - 1] = calculate(op, stack[top - 1], stack[top]);
        break;
      case Op::less:
      case Op::less_equal:
      case Op::greater:
      case Op::greater_equal:
      case Op::equal:
      case Op::not_equal:
        --top;
        stack[top - 1] = compare(op, stack[top - 1], stack[top]);
        break;
      case Op::between:
        top -= 2;
        stack[top - 1] = stack[top - 1] >= stack[top] && stack[top - 1] <= stack[top + 1];
        break;
      case Op::both:
        --top;
        stack[top - 1] = stack[top - 1] == 1 && stack[top] == 1;
        break;
      case Op::either:
        --top;
        stack[top - 1] = stack[top - 1] == 1 || stack[top] == 1;
        break;
      case Op::negation: stack[top - 1] = stack[top - 1] != 1; break;
      case Op::skip_if_false:
        if (!traced && stack[top - 1] != 1) at += b;
        break;
      case Op::skip_if_true:
        if (!traced && stack[top - 1] == 1) at += b;
        break;
      case Op::points:
        --top;
        stack[top - 1] = stack[top] == 1 ? stack[top - 1] : 0;
        break;
      case Op::choose: {
        --top;
        if (stack[top] != 1) break;
        const auto& chosen = program_.cases[rule->cases.begin + a];
        confidence_ = chosen.confidence;
        stack[top++] = rule->type == Type::text ? symbols_.of_string(chosen.value)
                                                : program_.numbers[chosen.value];
        at += b;
        break;
      }
    }
    if (traced && top > 0) tracer->value(place, stack[top - 1]);
  }
  return top > 0 ? stack[top - 1] : kMissing;
}

double Evaluator::read_field(const Scope& scope, std::uint16_t field, Type type) {
  if (scope.product != nullptr) return scope.product->field(field, type);
  if (scope.event == nullptr) return kMissing;
  const auto found = reader_->read(*scope.event, scope.item, field, type);
  if (!found) return kMissing;
  const auto value = static_cast<double>(found->value);
  return type == Type::text ? value : value / static_cast<double>(profile::kUnit);
}

double Evaluator::read_context(Context context) {
  const auto text = [&](const std::string& value) {
    return value.empty() ? kMissing : static_cast<double>(symbols_.of(value));
  };
  switch (context) {
    case Context::now: lapses(clock_.now); return static_cast<double>(clock_.now);
    case Context::hour:
    case Context::weekday:
    case Context::month:
    case Context::day: lapses(clock_.next_hour()); return clock_.show(context);
    case Context::profile_age:
      if (profile_ == nullptr || !profile_->since()) return kMissing;
      lapses(clock_.now);
      return static_cast<double>(std::max<std::int64_t>(0, clock_.now - *profile_->since()));
    case Context::page_type: return text(page_.type);
    case Context::page_item: return text(page_.item);
    case Context::page_category: return text(page_.category);
    case Context::page_brand: return text(page_.brand);
    case Context::page_query: return text(page_.query);
    case Context::page_price:
      return page_.price ? static_cast<double>(*page_.price) / static_cast<double>(profile::kUnit)
                         : kMissing;
  }
  return kMissing;
}

// The answer to a question while it holds.
const profile::Answer* Evaluator::answer_to(std::uint32_t number) {
  if (profile_ == nullptr) return nullptr;
  const auto& fact = program_.facts[number];
  for (const auto& answer : profile_->answers()) {
    if (profile_->text(answer.fact) != program_.strings[fact.name]) continue;
    if (answer.time > clock_.now) {
      lapses(answer.time);
      return nullptr;
    }
    if (fact.expires == 0) return &answer;
    if (clock_.now - answer.time >= fact.expires) return nullptr;
    lapses(answer.time + fact.expires);
    return &answer;
  }
  return nullptr;
}

double Evaluator::read_answer(std::uint32_t number) {
  const auto* answer = answer_to(number);
  if (answer == nullptr || answer->values.empty()) return kMissing;
  const auto type = program_.facts[number].type;
  if (type == Type::list) return 1;
  const auto& value = answer->values.front();
  if (value.is_text != (type == Type::text)) return kMissing;
  if (value.is_text) return reader_->symbol_of(static_cast<std::uint32_t>(value.value));
  return static_cast<double>(value.value) / static_cast<double>(profile::kUnit);
}

bool Evaluator::answer_holds(std::uint32_t number, Symbol wanted) {
  const auto* answer = answer_to(number);
  if (answer == nullptr) return false;
  return std::any_of(answer->values.begin(), answer->values.end(), [&](const profile::Cell& value) {
    return value.is_text && reader_->symbol_of(static_cast<std::uint32_t>(value.value)) == wanted;
  });
}

}  // namespace etalage::rules
