// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "train/attribute_vectors.h"

#include <algorithm>
#include <array>
#include <bit>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "bytes/insert_once.h"
#include "rules/sensitive.h"
#include "train/quantise.h"
#include "train/row.h"

namespace etalage::train {
namespace {

constexpr float kHoldBack = 4;
constexpr float kLength = 0.9F;
constexpr std::size_t kShortestWord = 3;
constexpr std::int64_t kUnit = 1000000;  // of a price

using Row = std::array<float, dimensions>;

struct Sum {
  Row vector{};
  float count = 0;
};

// The category and those that it lies in, outermost first.
std::vector<std::string> categories_of(std::string_view path) {
  std::vector<std::string> categories;
  for (auto end = path.find('>'); !path.empty(); end = path.find('>', end + 1)) {
    categories.emplace_back(path.substr(0, end));
    while (categories.back().ends_with(' ')) categories.back().pop_back();
    if (end == std::string_view::npos) break;
  }
  return categories;
}

std::vector<std::string> attributes_of(const pack::Product& product) {
  std::vector<std::string> attributes;
  const auto categories = categories_of(product.category);
  for (const auto& category : categories) bytes::insert_once(attributes, "c" + category);
  if (!product.brand.empty()) bytes::insert_once(attributes, "b" + product.brand);
  if (product.price >= 0) {
    const auto band = std::bit_width(static_cast<std::uint64_t>(product.price / kUnit));
    const auto within = categories.empty() ? std::string() : categories.front();
    bytes::insert_once(attributes, "p" + std::to_string(band) + within);
  }
  const auto title = rules::plain_words(product.title);
  for (std::string_view rest = title; !rest.empty();) {
    const auto word = rest.substr(0, rest.find(' '));
    if (word.size() >= kShortestWord) bytes::insert_once(attributes, "w" + std::string(word));
    rest.remove_prefix(std::min(rest.size(), word.size() + 1));
  }
  return attributes;
}

Row decoded(const ItemVectors& vectors, std::size_t product) {
  Row row;
  for (std::size_t d = 0; d < row.size(); ++d) {
    row[d] = static_cast<float>(vectors.components[product * dimensions + d]);
  }
  normalise(row.data());
  return row;
}

}  // namespace

void add_attribute_vectors(std::span<const pack::Product> products, ItemVectors& vectors) {
  std::map<std::string, Sum> sums;
  for (std::size_t i = 0; i < products.size(); ++i) {
    if (vectors.scales[i] == 0) continue;
    const auto row = decoded(vectors, i);
    for (const auto& attribute : attributes_of(products[i])) {
      auto& sum = sums[attribute];
      add_scaled(sum.vector.data(), 1, row.data());
      sum.count += 1;
    }
  }
  for (std::size_t i = 0; i < products.size(); ++i) {
    if (vectors.scales[i] != 0) continue;
    Row row{};
    for (const auto& attribute : attributes_of(products[i])) {
      const auto found = sums.find(attribute);
      if (found == sums.end()) continue;
      // n / (n + 4) * sum / n
      add_scaled(row.data(), 1 / (found->second.count + kHoldBack), found->second.vector.data());
    }
    if (normalise(row.data()) == 0) continue;
    scale(row.data(), kLength);
    const std::span<std::int8_t, dimensions> to(vectors.components.data() + i * dimensions,
                                                dimensions);
    vectors.scales[i] = quantise(row.data(), to);
  }
}

}  // namespace etalage::train
