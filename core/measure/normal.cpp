// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "measure/normal.h"

#include <cmath>
#include <numbers>

namespace etalage::measure {

double two_sided_p(double z) { return std::erfc(std::fabs(z) / std::numbers::sqrt2); }

double two_sided_z(double p) {
  double low = 0, high = 40;
  for (int i = 0; i < 60; ++i) {
    const double middle = (low + high) / 2;
    (two_sided_p(middle) > p ? low : high) = middle;
  }
  return low;
}

}  // namespace etalage::measure
