// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "measure/messages.h"

#include <cmath>

#include "bytes/json.h"
#include "bytes/reader.h"
#include "measure/uplift.h"

namespace etalage::measure {
namespace {

using bytes::JsonWriter;
using bytes::Reader;

constexpr double kMostReports = 1e12;

bool is_count(double value, double most) {
  return value >= 0 && value <= most && value == std::floor(value);
}

pack::Mechanism read_mechanism(Reader& in) {
  const auto number = in.number<std::uint8_t>();
  if (number != 1 && number != 2) in.stop();
  return static_cast<pack::Mechanism>(number);
}

// The ratio that follows how many buckets there are.
Channel read_channel(Reader& in, pack::Mechanism mechanism, std::uint64_t buckets) {
  const auto a = in.number<std::uint32_t>(), b = in.number<std::uint32_t>();
  if (b == 0 || b >= a || a > pack::kMaxRatio) in.stop();
  if (buckets < 2 || buckets > pack::kMaxBuckets) in.stop();
  return {mechanism, in.failed() ? 2 : static_cast<std::uint32_t>(buckets), a, b};
}

struct Table {
  std::uint32_t rows = 0, columns = 0;
  Tally tally;
};

Table read_table(Reader& in) {
  Table table;
  auto& [rows, columns, tally] = table;
  const auto mechanism = read_mechanism(in);
  rows = in.number<std::uint32_t>();
  columns = in.number<std::uint32_t>();
  tally.channel = read_channel(in, mechanism, std::uint64_t{rows} * columns);
  tally.reports = in.number<double>();
  if (!is_count(tally.reports, kMostReports)) in.stop();
  double sum = 0;
  for (std::uint32_t i = 0; i < tally.channel.buckets && !in.failed(); ++i) {
    const auto count = in.number<double>();
    if (!is_count(count, tally.reports)) in.stop();
    tally.counts.push_back(count);
    sum += count;
  }
  // Each report supports one bucket.
  if (tally.channel.is_randomised_response() && sum != tally.reports) in.stop();
  return table;
}

Trial read_trial(Reader& in) {
  const auto [rows, columns, tally] = read_table(in);
  if (columns != 2) in.stop();
  Trial trial{tally, std::vector<bool>(in.failed() ? 0 : rows)};
  for (auto left = in.number<std::uint8_t>(); left > 0; --left) {
    const auto row = in.number<std::uint8_t>();
    if (row >= trial.is_success.size() || trial.is_success[row]) {
      in.stop();
      break;
    }
    trial.is_success[row] = true;
  }
  trial.holdout = in.number<double>();
  if (!(trial.holdout > 0 && trial.holdout < 1)) in.stop();
  return trial;
}

template <typename T>
Result<T> whole(const Reader& in, T value, const char* expected) {
  if (!in.finished()) return fail(Code::malformed, expected);
  return value;
}

void write(JsonWriter& json, const char* low, const char* high, const Interval& range) {
  json.key(low).number(range.low).key(high).number(range.high);
}

void write(JsonWriter& json, const Arm& arm) {
  json.object().key("reports").number(arm.reports).key("se").number(arm.se);
  json.key("share").number(arm.share);
  write(json, "low", "high", arm.range);
  json.key("response").number(arm.response).key("rate").number(arm.rate);
  write(json, "rateLow", "rateHigh", arm.rate_range);
  json.end();
}

}  // namespace

Result<std::string> estimates(std::span<const std::uint8_t> message) {
  Reader in(message);
  const auto table = whole(in, read_table(in), "expected a tally");
  if (!table) return std::unexpected(table.error());
  const auto& tally = table->tally;
  const auto& channel = tally.channel;
  JsonWriter json;
  json.object().key("reports").number(tally.reports);
  json.key("p").number(channel.p()).key("q").number(channel.q());
  json.key("perReport").number(influence(channel)).key("allBits").number(total_influence(channel));
  json.key("estimates").array();
  for (const auto& it : estimate(tally)) {
    json.object().key("count").number(it.count).key("share").number(it.share);
    json.key("se").number(it.se);
    write(json, "low", "high", it.range);
    json.key("display").number(it.display).key("different").boolean(it.different).end();
  }
  json.end().end();
  return json.text();
}

Result<std::string> uplift_of(std::span<const std::uint8_t> message) {
  Reader in(message);
  const auto trial = whole(in, read_trial(in), "expected a trial");
  if (!trial) return std::unexpected(trial.error());
  const auto found = uplift(*trial);
  JsonWriter json;
  json.object().key("arms").array();
  for (const auto& arm : found.arms) write(json, arm);
  json.end().key("uplift").number(found.uplift);
  write(json, "low", "high", found.fixed);
  write(json, "anytimeLow", "anytimeHigh", found.anytime);
  json.key("relative").number(found.relative);
  json.key("ratio").object().key("expected").number(trial->holdout);
  json.key("found").number(found.held_out).key("p").number(found.p);
  json.key("suspect").boolean(found.is_suspect()).end().end();
  return json.text();
}

Result<std::string> comparison(std::span<const std::uint8_t> message) {
  Reader in(message);
  const auto one = read_trial(in);
  const auto other = whole(in, read_trial(in), "expected two trials");
  if (!other) return std::unexpected(other.error());
  const auto found = compare(uplift(one), uplift(*other));
  JsonWriter json;
  json.object().key("difference").number(found.difference);
  write(json, "low", "high", found.range);
  json.end();
  return json.text();
}

Result<std::string> needed(std::span<const std::uint8_t> message) {
  Reader in(message);
  const auto mechanism = read_mechanism(in);
  const auto channel = read_channel(in, mechanism, in.number<std::uint32_t>());
  const auto share = in.number<double>(), half_width = in.number<double>();
  if (!(share >= 0 && share <= 1 && half_width > 0 && half_width <= 1)) in.stop();
  const auto read = whole(in, channel, "expected a question");
  if (!read) return std::unexpected(read.error());
  JsonWriter json;
  json.object().key("reports").number(needed_reports(channel, share, half_width));
  json.key("truth").number(truth(channel)).end();
  return json.text();
}

}  // namespace etalage::measure
