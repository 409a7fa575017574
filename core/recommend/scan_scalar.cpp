// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "recommend/scan.h"

namespace etalage::recommend {
namespace {

std::int32_t dot(const std::int8_t* components, const Query& query) {
  std::int32_t sum = 0;
  for (std::size_t d = 0; d < query.size(); ++d) sum += components[d] * query[d];
  return sum;
}

Candidates find(const ScannedRows& rows, const Aim&, float, float, std::uint32_t row) {
  return all_from(row, rows.count);
}

}  // namespace

const Scan kScalarScan{dot, find};

}  // namespace etalage::recommend
