// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Contents: everything that goes into a pack, before it is written.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pack/blend.h"
#include "pack/pair_list.h"
#include "pack/slot.h"

namespace etalage::pack {

inline constexpr std::int64_t kPriceUnknown = -1;

struct Product {
  std::string id;
  std::vector<std::string> aliases;  // other ids that events may use
  std::string title, url, image, brand;
  std::string category;                // a path, "tools > drills"
  std::int64_t price = kPriceUnknown;  // millionths of the currency
  bool in_stock = true;
  bool hidden = false;  // never recommended
  // One for each of Contents::attributes: a number, NaN where unknown, or a text, empty where unknown.
  std::vector<double> numbers;
  std::vector<std::string> texts;
};

// A further column of the catalogue that a rule or a strategy reads.
struct Attribute {
  std::string name;
  bool is_text = true;
};

// What a shopper is shown, by what it is about: "slot home".
struct Text {
  std::string key;
  std::string words[2];  // English, Dutch
};

struct Contents {
  bool off = false;
  bool children = false;  // the audience: nothing is personalised
  std::string currency;
  std::uint32_t min_support = 3;
  std::uint32_t retention_days = 400;
  std::vector<Product> products;  // most popular first: a product's place is its row
  std::vector<Attribute> attributes;
  std::vector<std::int8_t> components;  // 64 a product, or empty
  std::vector<std::uint16_t> scales;    // one a product, or empty; 0 = no vector
  std::vector<float> positions;         // weights of a session's items, newest first
  Blend blend;
  std::vector<float> repeats;            // kRepeatPlaces * kRepeatTimes rates (format.h), or empty
  std::vector<std::vector<Pair>> pairs;  // one list a product, or empty
  std::vector<std::uint32_t> trending;   // rows, the one that gains most first
  std::vector<std::uint32_t> arrivals;   // rows, newest first
  std::vector<std::uint16_t>
      intervals;  // one a product, or empty: days between purchases; 0 = unknown
  std::vector<Slot> slots;
  // As rules/formats.h writes them; empty: none.
  std::vector<std::uint8_t> manifest, program, explanations;
  std::vector<std::uint8_t> measures;  // as measure/formats.h writes them; empty: none
  std::uint32_t rules = 0;             // in the program
  std::vector<Text> texts;
  std::vector<std::string> refused;  // terms: what is about them is never kept
};

}  // namespace etalage::pack
