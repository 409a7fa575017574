// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// What was reported, for the shopper to read.
#include <algorithm>
#include <cmath>

#include "bytes/json.h"
#include "engine/engine.h"
#include "engine/measure_words.h"
#include "engine/measuring.h"
#include "measure/channel.h"
#include "measure/ledger.h"

namespace etalage::engine {

Result<std::string> Engine::reports(std::span<const std::uint8_t> data,
                                    recommend::Language language) const {
  const auto ledger = measure::Ledger::decode(data);
  if (!ledger) return std::unexpected(ledger.error());
  const auto in = language == recommend::Language::nl ? 1U : 0U;
  bytes::JsonWriter json;
  json.array();
  const auto reported = ledger->reported();
  for (auto it = reported.rbegin(); it != reported.rend(); ++it) {
    const auto& all = measures_.measures;
    const auto measure = std::find_if(
        all.begin(), all.end(), [&](const pack::Measure& one) { return one.series == it->series; });
    // What an earlier pack asked has no name in this one.
    if (measure == all.end()) continue;
    std::string answer;
    for (std::uint32_t bucket = 0; bucket < measure->buckets(); ++bucket) {
      if (!it->answer.has(bucket)) continue;
      if (!answer.empty()) answer += ", ";
      answer += row_words(*pack_, program_, *measure, bucket / measure->columns, in);
      if (measure->across == pack::Across::nothing) continue;
      answer += " / ";
      answer += column_words(*pack_, program_, *measure, bucket % measure->columns, in);
    }
    const measure::Channel channel{measure->mechanism, measure->buckets(), measure->a, measure->b};
    const auto label = pack_->text("measure " + measure->name, in);
    json.object().key("measure").string(measure->name);
    json.key("label").string(label.empty() ? measure->name : label);
    json.key("answer").string(answer);
    json.key("epsilon").number(std::log(static_cast<double>(measure->a) / measure->b));
    json.key("trueIn100").number(std::round(100 * channel.p()));
    json.key("time").integer(it->time).end();
  }
  json.end();
  return json.text();
}

std::string Engine::truth() {
  bytes::JsonWriter json;
  json.object();
  for (const auto& measure : measures_.measures) {
    const auto bucket = true_bucket(measure, clock_.now);
    json.key(measure.name);
    bucket ? json.integer(*bucket) : json.null();
  }
  json.end();
  return json.text();
}

}  // namespace etalage::engine
