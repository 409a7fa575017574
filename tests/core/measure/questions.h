// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// What the collector asks (measure/messages.h), as bytes.
#pragma once

#include <cstdint>
#include <vector>

#include "bytes/reader.h"
#include "measure/uplift.h"

namespace etalage::test {

inline void write(bytes::Writer& out, const measure::Tally& tally, std::uint32_t columns) {
  const auto& [mechanism, buckets, a, b] = tally.channel;
  out.number(static_cast<std::uint8_t>(mechanism));
  for (const auto number : {buckets / columns, columns, a, b}) out.number(number);
  out.number(tally.reports);
  for (const double count : tally.counts) out.number(count);
}

inline void write(bytes::Writer& out, const measure::Trial& trial) {
  write(out, trial.tally, 2);
  std::vector<std::uint8_t> rows;
  for (std::size_t i = 0; i < trial.is_success.size(); ++i) {
    if (trial.is_success[i]) rows.push_back(static_cast<std::uint8_t>(i));
  }
  out.number(static_cast<std::uint8_t>(rows.size()));
  out.append(rows);
  out.number(trial.holdout);
}

inline std::vector<std::uint8_t> message(const measure::Tally& tally) {
  bytes::Writer out;
  write(out, tally, 1);
  return out.take();
}
inline std::vector<std::uint8_t> message(const measure::Trial& trial) {
  bytes::Writer out;
  write(out, trial);
  return out.take();
}
inline std::vector<std::uint8_t> message(const measure::Trial& one, const measure::Trial& other) {
  bytes::Writer out;
  write(out, one);
  write(out, other);
  return out.take();
}
inline std::vector<std::uint8_t> question(const measure::Channel& channel, double share,
                                          double half_width) {
  bytes::Writer out;
  out.number(static_cast<std::uint8_t>(channel.mechanism));
  for (const auto number : {channel.buckets, channel.a, channel.b}) out.number(number);
  out.number(share);
  out.number(half_width);
  return out.take();
}

}  // namespace etalage::test
