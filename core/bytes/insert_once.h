// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// insert_once: puts a value into a sorted list that does not hold it yet. What the browser sorts is short and comes nearly in
// order; std::sort would cost a page 1.5 kB for each type that it sorts.
//
// Cost      as many moves as larger values are in the list.
#pragma once

#include <algorithm>
#include <utility>
#include <vector>

namespace etalage::bytes {

template <typename T>
void insert_once(std::vector<T>& sorted, const T& value) {
  if (std::binary_search(sorted.begin(), sorted.end(), value)) return;
  sorted.push_back(value);
  for (auto i = sorted.size() - 1; i > 0 && sorted[i] < sorted[i - 1]; --i) {
    std::swap(sorted[i], sorted[i - 1]);
  }
}

}  // namespace etalage::bytes
