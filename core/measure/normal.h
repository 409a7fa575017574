// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The normal distribution, as intervals and tests use it.
#pragma once

namespace etalage::measure {

inline constexpr double kZ95 = 1.96;  // of a two-sided interval of 95 %

// How likely a normal variable is at least so far from its mean, in standard deviations, on either side.
[[nodiscard]] double two_sided_p(double z);

// The z of which two_sided_p(z) is `p`. REQUIRES: 1e-300 < p <= 1.
[[nodiscard]] double two_sided_z(double p);

}  // namespace etalage::measure
