// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "compile/did_you_mean.h"

#include <algorithm>
#include <cstddef>

namespace etalage::compile {
namespace {

constexpr std::size_t kLongest = 64;  // names beyond are not compared
constexpr std::size_t kListed = 12;

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c == '-' ? '_' : c; }

std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before.swap(last);
    last.swap(row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool same = small(a[i - 1]) == small(b[j - 1]);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0U : 1U)});
      const bool swapped = i > 1 && j > 1 && small(a[i - 1]) == small(b[j - 2]) &&
                           small(a[i - 2]) == small(b[j - 1]);
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
  }
  return row[b.size()];
}

}  // namespace

std::string_view closest(std::string_view name, std::span<const std::string_view> names) {
  if (name.size() > kLongest) return {};
  std::string_view best;
  std::size_t least = std::max<std::size_t>(1, name.size() / 3) + 1;
  for (const auto candidate : names) {
    if (candidate.size() > kLongest) continue;
    const auto steps = distance(name, candidate);
    if (steps >= least || steps >= std::max(name.size(), candidate.size())) continue;
    least = steps;
    best = candidate;
  }
  return best;
}

std::string suggestion(std::string_view name, std::span<const std::string_view> names) {
  const auto best = closest(name, names);
  return best.empty() ? "" : "did you mean \"" + std::string(best) + "\"?";
}

std::string listed(std::span<const std::string_view> names) {
  std::string list;
  for (std::size_t i = 0; i < names.size() && i < kListed; ++i) {
    list += (i == 0 ? "" : ", ") + std::string(names[i]);
  }
  return names.size() > kListed ? list + ", ..." : list;
}

}  // namespace etalage::compile
