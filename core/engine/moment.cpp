// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The moments at which a shopper answers measures.
#include <algorithm>
#include <array>

#include "bytes/json.h"
#include "bytes/reader.h"
#include "engine/engine.h"
#include "engine/measuring.h"
#include "measure/ledger.h"
#include "measure/randomise.h"

namespace etalage::engine {
namespace {

std::array<std::uint8_t, 16> draw_id(measure::RandomWords& random) {
  std::array<std::uint8_t, 16> id{};
  for (std::size_t i = 0; i < id.size(); i += 4) {
    const auto word = random.word();
    for (std::size_t byte = 0; byte < 4; ++byte) {
      id[i + byte] = static_cast<std::uint8_t>(word >> (8 * byte));
    }
  }
  return id;
}

}  // namespace

// Whether a rule asks one that the shopper objects to: what it says without that one is not the truth.
bool Engine::uses_refused(std::uint32_t rule) const {
  const auto code = rules::part(program_.code, program_.rules[rule].code);
  return std::any_of(code.begin(), code.end(), [&](const rules::Instruction& it) {
    const bool asks = it.op == rules::Op::rule || it.op == rules::Op::confidence;
    return asks && (door_->refuses(use_of(it.b)) || uses_refused(it.b));
  });
}

std::optional<std::uint32_t> Engine::true_bucket(const pack::Measure& measure, std::int64_t now) {
  if (door_->refuses("measure " + measure.name)) return {};
  if (measure.subject == pack::Subject::rule && uses_refused(measure.rule)) return {};
  if (measure.across == pack::Across::rule && uses_refused(measure.across_index)) return {};
  return bucket_of(measures_, measure, {*evaluator_, secret_, personalise_, now});
}

Result<std::vector<std::uint8_t>> Engine::moment(const MomentMessage& message, double now,
                                                 std::int32_t offset) {
  reports_.clear();
  given_reports_ = 0;
  const auto time = whole_milliseconds(now);
  if (!time) return std::unexpected(time.error());
  if (!kWithRules || !profile_ || !measure_ || measures_.measures.empty()) return {};
  measure::Ledger ledger;
  if (!message.ledger.empty()) {
    auto stored = measure::Ledger::decode(message.ledger);
    // A newer release's is that release's to write.
    if (!stored && stored.error().code == Code::bad_version) return {};
    // What a damaged one has spent is not known: all that can have been is.
    ledger = stored ? std::move(*stored) : measure::Ledger::spent(measures_, *time);
  }
  measure::RandomWords random(message.random);
  bool changed = ledger.see(measures_, *time, random);
  if (message.hidden) bring_up_to_date(*time, offset);
  for (const auto& measure : measures_.measures) {
    if (!message.hidden) break;
    const auto epoch = ledger.due(measures_, measure, *time, message.spent_until);
    const auto bucket = epoch ? true_bucket(measure, *time) : std::nullopt;
    if (!bucket) continue;
    const auto id = draw_id(random);
    const measure::Channel channel{measure.mechanism, measure.buckets(), measure.a, measure.b};
    const auto answer = measure::randomise(channel, *bucket, random);
    if (random.failed()) break;
    const measure::Reported reported{measure.series, *epoch, *time, answer};
    ledger.charge(measure, reported);
    reports_.push_back(report_text(reported, id));
    changed = true;
  }
  if (!changed) return {};
  bytes::Writer out;
  out.varint(ledger.spent_until());
  out.append(ledger.encode());
  return out.take();
}

std::string Engine::next_report() {
  if (given_reports_ == reports_.size()) return {};
  return std::move(reports_[given_reports_++]);
}

}  // namespace etalage::engine
