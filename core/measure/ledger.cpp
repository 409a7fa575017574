// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The ledger, version 1: frame 'L' (bytes/frame.h) around the members in their order; lists begin with their length.
#include "measure/ledger.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cereal/types/array.hpp>
#include <cereal/types/vector.hpp>
#include <utility>

#include "bytes/archive.h"
#include "bytes/checksum.h"
#include "bytes/frame.h"
#include "measure/randomise.h"

namespace etalage::measure {

template <typename Archive>
void serialize(Archive& archive, Reported& reported) {
  archive(reported.series, reported.epoch, reported.time);
  for (auto& byte : reported.answer.bits) archive(byte);
}

template <typename Archive>
void serialize(Archive& archive, Ledger::Series& series) {
  archive(series.series, series.answered, series.epoch, series.deadline);
}

template <typename Archive>
void serialize(Archive& archive, Ledger& ledger) {
  archive(ledger.latest_, ledger.asked_from_, ledger.week_, ledger.lot_, ledger.spent_in_week_,
          ledger.spent_, ledger.spent_until_, ledger.closed_until_, ledger.series_,
          ledger.reported_);
}

namespace {

constexpr char kKind = 'L';
constexpr std::uint8_t kVersion = 1;
constexpr std::size_t kMostSeries = 1024;  // of many packs
constexpr std::size_t kMostReported = 64;  // that a shopper is shown
constexpr std::int64_t kVisitGap = 30 * 60'000;
constexpr std::int64_t kSoonest = 30'000, kLatest = 600'000;  // in a visit
constexpr std::int64_t kStoreEvery =
    60'000;  // a sign of the shopper that is so recent says nothing new

std::uint32_t week_of(std::int64_t time) { return static_cast<std::uint32_t>(time / kWeek); }

std::int64_t length_of(const pack::Measure& measure) { return measure.days * kDay; }

std::uint32_t epoch_of(const pack::Measure& measure, std::int64_t time) {
  return static_cast<std::uint32_t>(time / length_of(measure));
}

// What a ledger holds adds up and subtracts without overflow.
constexpr std::int64_t kLatestTime = 8'640'000'000'000'000;
constexpr std::uint64_t kMostSpent = std::uint64_t{1} << 53;

bool is_time(std::int64_t time) { return time >= 0 && time <= kLatestTime; }

// The last week that an epoch reaches into.
std::uint32_t last_week(const pack::Measure& measure, std::uint32_t epoch) {
  return week_of((std::int64_t{epoch} + 1) * length_of(measure) - 1);
}

}  // namespace

Result<Ledger> Ledger::decode(std::span<const std::uint8_t> data) {
  const auto content = bytes::unframe(kKind, kVersion, data);
  if (!content) return std::unexpected(content.error());
  auto ledger = bytes::decode<Ledger>(*content);
  if (ledger && !ledger->is_sound()) return fail(Code::malformed, "a ledger out of range");
  return ledger;
}

bool Ledger::is_sound() const {
  return is_time(latest_) && is_time(asked_from_) && spent_ <= kMostSpent &&
         spent_in_week_ <= kMostSpent && series_.size() <= kMostSeries &&
         reported_.size() <= kMostReported &&
         std::all_of(series_.begin(), series_.end(),
                     [](const Series& it) { return is_time(it.deadline); }) &&
         std::all_of(reported_.begin(), reported_.end(),
                     [](const Reported& it) { return is_time(it.time); });
}

Ledger Ledger::spent(const Measures& measures, std::int64_t now) {
  Ledger ledger;
  ledger.closed_until_ = week_of(now);
  for (const auto& measure : measures.measures) {
    ledger.closed_until_ =
        std::max(ledger.closed_until_, last_week(measure, epoch_of(measure, now)));
  }
  ledger.spent_until_ = ledger.closed_until_;
  return ledger;
}

std::vector<std::uint8_t> Ledger::encode() const {
  return bytes::frame(kKind, kVersion, bytes::encode(*this));
}

const Ledger::Series* Ledger::find(std::uint64_t series) const {
  const auto found = std::find_if(series_.begin(), series_.end(),
                                  [&](const Series& it) { return it.series == series; });
  return found == series_.end() ? nullptr : &*found;
}

Ledger::Series& Ledger::entry(std::uint64_t series) {
  for (auto& known : series_) {
    if (known.series == series) return known;
  }
  if (series_.size() == kMostSeries) series_.erase(series_.begin());
  series_.push_back({series, 0, 0, 0});
  return series_.back();
}

bool Ledger::see(const Measures& measures, std::int64_t now, RandomWords& random) {
  if (now < latest_) return false;
  Ledger seen = *this;
  bool changed = now - latest_ >= kStoreEvery;
  if (latest_ == 0 || now - latest_ >= kVisitGap) {
    seen.asked_from_ = now + kSoonest + uniform(random, kLatest - kSoonest + 1);
    changed = true;
  }
  if (week_of(now) != week_) {
    seen.begin_week(week_of(now), random);
    changed = true;
  }
  changed = seen.draw_deadlines(measures, now, random) || changed;
  if (!changed || random.failed()) return false;
  seen.latest_ = now;
  *this = std::move(seen);
  return true;
}

void Ledger::begin_week(std::uint32_t week, RandomWords& random) {
  week_ = week;
  spent_in_week_ = 0;
  lot_ = random.word();
  lot_ = lot_ << 32 | random.word();
}

// One for each epoch that the shopper is seen in.
bool Ledger::draw_deadlines(const Measures& measures, std::int64_t now, RandomWords& random) {
  bool changed = false;
  for (const auto& measure : measures.measures) {
    const auto epoch = epoch_of(measure, now);
    if (measure.moment != pack::Moment::epoch || !is_on(measure, now)) continue;
    const auto* known = find(measure.series);
    if (known != nullptr && known->epoch == epoch && known->deadline != 0) continue;
    // What was drawn for the epoch before is still to be answered, as long as that is accepted; then the new one waits.
    const bool waits = known != nullptr && known->deadline != 0 && known->epoch + 1 == epoch &&
                       known->answered <= known->epoch;
    if (waits) continue;
    auto& series = entry(measure.series);
    const auto seconds = static_cast<std::uint32_t>(length_of(measure) / 1000);
    series.epoch = epoch;
    series.deadline = epoch * length_of(measure) + std::int64_t{uniform(random, seconds)} * 1000;
    changed = true;
  }
  return changed;
}

// For the epoch that it would be asked for now.
bool Ledger::is_answered(const pack::Measure& measure, std::int64_t now) const {
  const auto* known = find(measure.series);
  if (known == nullptr) return false;
  const bool after_deadline = measure.moment == pack::Moment::epoch;
  return known->answered > (after_deadline ? known->epoch : epoch_of(measure, now));
}

// As many measures as fit a week, of those not answered yet, in an order that is drawn for each week and knows nothing of
// what the answers are.
bool Ledger::is_drawn(const Measures& measures, const pack::Measure& measure,
                      std::int64_t now) const {
  using Place = std::pair<std::uint64_t, std::uint64_t>;
  const auto place = [&](const pack::Measure& it) {
    const auto bytes = std::bit_cast<std::array<std::uint8_t, sizeof(it.series)>>(it.series);
    return Place(bytes::checksum(bytes, lot_), it.series);
  };
  std::uint64_t left = measures.budget.week;
  std::optional<Place> last;
  for (;;) {
    const pack::Measure* next = nullptr;
    for (const auto& it : measures.measures) {
      if (!is_on(it, now) || is_answered(it, now) || (last && place(it) <= *last)) continue;
      if (next == nullptr || place(it) < place(*next)) next = &it;
    }
    if (next == nullptr) return false;
    last = place(*next);
    if (next->cost > left) continue;
    if (next->series == measure.series) return true;
    left -= next->cost;
  }
}

std::optional<std::uint32_t> Ledger::due(const Measures& measures, const pack::Measure& measure,
                                         std::int64_t now, std::uint32_t spent_until) const {
  const auto& [week_budget, lifetime_budget] = measures.budget;
  const auto closed = std::max(spent_until, closed_until_);
  if (now < latest_ || week_of(now) != week_ || week_ <= closed) return {};
  if (!is_on(measure, now)) return {};
  if (spent_in_week_ + measure.cost > week_budget || spent_ + measure.cost > lifetime_budget) {
    return {};
  }
  const auto* known = find(measure.series);
  const auto answered = known == nullptr ? 0 : known->answered;
  auto epoch = epoch_of(measure, now);
  if (measure.moment == pack::Moment::visit) {
    if (now < asked_from_) return {};
  } else {
    if (known == nullptr || known->deadline == 0 || now < known->deadline) return {};
    if (known->epoch + 1 < epoch || known->epoch > epoch) return {};
    epoch = known->epoch;
  }
  // Another ledger, that is gone, may have answered for an epoch that was over by then.
  if (epoch < answered || last_week(measure, epoch) <= closed) return {};
  if (!is_drawn(measures, measure, now)) return {};
  return epoch;
}

void Ledger::charge(const pack::Measure& measure, const Reported& reported) {
  auto& series = entry(measure.series);
  series.answered = reported.epoch + 1;
  spent_until_ = std::max({spent_until_, last_week(measure, reported.epoch), week_});
  spent_in_week_ += measure.cost;
  spent_ += measure.cost;
  latest_ = std::max(latest_, reported.time);
  reported_.push_back(reported);
  if (reported_.size() > kMostReported) reported_.erase(reported_.begin());
}

}  // namespace etalage::measure
