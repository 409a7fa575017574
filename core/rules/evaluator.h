// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Evaluator: a program's rules over one profile, kept up to date as events come and time goes by.
//
// An event is shown only to the aggregates and sequences that could count it; a rule is run again only where something
// that it asks has changed, or where its answer lapses by time alone. Whatever does not go forwards (time that runs back, an
// event that comes late, a profile that was cut) makes it all be counted anew: the answers are always those of a count from
// scratch.
//
// Units     now: milliseconds since the Unix epoch. Values as in program.h.
// Lifetime  refers to the program, and to the profile between attach and the next attach.
// Cost      update: what changed. Counting anew: events times the aggregates that could count them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "profile/profile.h"
#include "rules/clock.h"
#include "rules/field_reader.h"
#include "rules/interests.h"
#include "rules/links.h"
#include "rules/program.h"
#include "rules/symbols.h"

namespace etalage::rules {

inline constexpr std::int64_t kForever = std::numeric_limits<std::int64_t>::max();

// What the page is about, as far as rules can ask.
struct Page {
  std::string type, item, category, brand, query;
  std::optional<std::int64_t> price;  // in ten-thousandths
};

// Fields of the product that a slot's filter looks at.
class ProductFields {
 public:
  virtual ~ProductFields() = default;
  // A number, a boolean, or a text's symbol; missing where the product has none.
  [[nodiscard]] virtual double field(std::uint16_t field, Type type) const = 0;
};

// Is told of every value that a traced run makes: the place of the instruction in the program's code, and its value.
class Tracer {
 public:
  virtual ~Tracer() = default;
  virtual void value(std::uint32_t place, double value) = 0;
};

class Evaluator {
 public:
  // REQUIRES: read_program has accepted the program.
  explicit Evaluator(const Program& program);

  // The profile that rules are about from now on; nullptr: none, and no rule has a value.
  void attach(const profile::Profile* profile);
  // Rules of other purposes have no value.
  void allow(bool personalise, bool measure);
  // Nor have these.
  void refuse(std::span<const std::uint32_t> rules);
  void set_page(const Page& page);

  // Brings everything up to date with the profile, the page and the time.
  void update(const Clock& clock);

  // The value of a rule at the last update: a number, a boolean, or a text's symbol.
  [[nodiscard]] double value(std::uint32_t rule) const { return rules_[rule].value; }
  [[nodiscard]] bool holds(std::uint32_t rule) const { return rules_[rule].value == 1; }
  // The confidence of the case that holds; missing where none does.
  [[nodiscard]] double confidence(std::uint32_t rule) const { return rules_[rule].confidence; }
  // The rules whose value changed in the last update.
  [[nodiscard]] std::span<const std::uint32_t> changed() const { return changed_; }

  // The case of a measure's rule that holds at the last update, by its place; nothing where none does. It is run only here.
  [[nodiscard]] std::optional<std::uint32_t> chosen(std::uint32_t rule);

  // Whether a filter lets a product pass.
  [[nodiscard]] bool passes(std::uint32_t rule, const ProductFields& product);
  // Runs a rule again, telling of every step; its value stays as it is.
  void trace(std::uint32_t rule, Tracer& tracer);

  [[nodiscard]] Symbols& symbols() { return symbols_; }
  [[nodiscard]] const Program& program() const { return program_; }

 private:
  // Events count from `first` on: a position in the list of the aggregate's group.
  struct AggregateState {
    std::uint32_t count = 0;   // matching events in the window
    std::uint32_t values = 0;  // and their values
    std::int64_t sum = 0;
    std::uint32_t first = 0;  // the first of them; valid where count > 0
    std::int64_t last_time = 0;
    double extreme = kMissing;  // the minimum, maximum, first, last or number of distinct values
    bool stale = false;         // extreme must be found anew
  };
  struct SequenceState {
    std::int64_t best = kNever;    // of a chain that counts
    std::int64_t anchor = kNever;  // when the chain ended that waits for an absence
    bool answered = false;         // what must be absent has come
  };
  struct RuleState {
    double value = kMissing;
    double confidence = kMissing;
    std::int64_t until = kForever;  // the value may lapse then
  };
  // What a piece of code is about.
  struct Scope {
    const profile::Event* event = nullptr;
    std::uint16_t item = profile::Cell::kOfEvent;
    const ProductFields* product = nullptr;
  };
  // A comparison with a constant that begins at an instruction: whether it holds, where that is known at any time.
  enum class Shortcut : std::uint8_t { none, look, fails, holds };
  static constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::min();

  void forget();
  void count_anew();
  void take_new_events();
  void enter_due();
  void enter(std::uint32_t event);
  void feed(std::uint32_t listener, std::uint16_t kind, std::uint32_t index, bool guard_holds);
  void lapse_due();
  void count_cart();
  void compare_answers();
  void run_due();
  void run_rule(std::uint32_t rule);
  [[nodiscard]] bool may_run(std::uint32_t rule) const;
  void mark(std::span<const std::uint32_t> rules);
  void mark_all();
  void wake_at(std::vector<std::int64_t>& times, std::size_t which, std::int64_t time,
               std::int64_t& earliest) {
    times[which] = time;
    earliest = std::min(earliest, time);
  }

  // aggregates.cpp
  template <typename Visit>
  bool match(const Selection& selection, const profile::Event& event, Visit&& visit);
  [[nodiscard]] bool may_match(const Selection& selection, const profile::Event& event);
  [[nodiscard]] bool matches_event(const Selection& selection, const profile::Event& event);
  template <typename Visit>
  void visit_values(const Aggregate& aggregate, const profile::Event& event, Visit&& visit);
  void enter_group(std::uint32_t group, std::uint32_t index, bool guard_holds);
  void enter_aggregate(std::uint32_t which, std::uint32_t position, const profile::Event& event);
  void lapse_aggregate(std::uint32_t which);
  void include(const Aggregate& aggregate, AggregateState& state, std::int64_t value);
  void find_extreme(std::uint32_t which);
  void count_cart_lines(std::uint32_t which);
  [[nodiscard]] double read_aggregate(std::uint32_t which);
  [[nodiscard]] double settled(std::uint32_t which) const;
  void tell_rules_of(std::uint32_t which);
  [[nodiscard]] static double shown(const Aggregate& aggregate, std::int64_t value);

  // sequences.cpp
  void enter_sequence(std::uint32_t which, std::uint16_t kind, const profile::Event& event);
  [[nodiscard]] double read_sequence(std::uint32_t which);

  // interest_counts.cpp
  void enter_interests(std::uint32_t event, std::uint16_t kind);
  void add_interests(std::uint16_t kind, const profile::Event& event);
  void lapse_interests();
  [[nodiscard]] Interests& interests_of(std::uint16_t field);

  // run.cpp
  double run(const Range& code, const Scope& scope, const Rule* rule = nullptr,
             Tracer* tracer = nullptr);
  [[nodiscard]] Shortcut shortcut_at(const Rule& rule, std::uint32_t at) const;
  [[nodiscard]] double look(std::uint32_t at);
  [[nodiscard]] double read_field(const Scope& scope, std::uint16_t field, Type type);
  [[nodiscard]] double read_context(Context context);
  [[nodiscard]] double read_answer(std::uint32_t fact);
  [[nodiscard]] bool answer_holds(std::uint32_t fact, Symbol wanted);
  [[nodiscard]] const profile::Answer* answer_to(std::uint32_t fact);
  void lapses(std::int64_t time) { until_ = std::min(until_, time); }

  const Program& program_;
  Links links_;
  Symbols symbols_;
  const profile::Profile* profile_ = nullptr;
  std::optional<FieldReader> reader_;
  Clock clock_;
  Page page_;
  bool allowed_[3] = {false, true, false};  // by Purpose
  std::vector<std::uint32_t> refused_;

  std::optional<std::int64_t> since_;  // of the profile
  std::uint32_t revision_ = 0, cart_revision_ = 0, answer_revision_ = 0;
  bool counted_ = false;
  std::size_t seen_ = 0;                // events of the profile that were taken
  std::vector<std::uint32_t> waiting_;  // events that do not count yet, the earliest last
  std::int64_t last_entered_ = kNever;  // the time of the latest event that counts
  std::vector<std::vector<std::uint32_t>> lists_;  // by group: the events that match, in order
  std::vector<AggregateState> aggregates_;
  std::vector<std::uint32_t> next_cut_;  // by aggregate: the first above its value
  std::vector<SequenceState> sequences_;
  // By step: the latest start of a chain that has come so far; of a step that must be absent: unused.
  std::vector<std::int64_t> starts_;
  std::vector<Interests> interests_;     // by dimension
  std::vector<double> weights_;          // by event of the program: what it says of interest
  std::vector<std::uint32_t> weighted_;  // events that feed interests, in order
  std::size_t first_weighted_ = 0;       // those before have left the window

  std::vector<std::int64_t> aggregate_wakes_;  // when the first event that counts leaves
  std::int64_t next_aggregate_ = kForever, next_rule_ = kForever;
  std::vector<RuleState> rules_;
  std::vector<std::uint64_t> dirty_;  // a bit a rule
  std::vector<std::uint32_t> changed_;
  std::vector<Shortcut> shortcuts_;  // by instruction
  std::vector<std::uint32_t> fed_;   // by listener: the last feeding it was part of
  std::uint32_t feeding_ = 0;
  std::int64_t until_ = kForever;  // of the run that is going on
  double confidence_ = kMissing;
};

}  // namespace etalage::rules
