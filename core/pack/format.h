// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The pack, version 1: one file, little-endian, read in place.
//
//    0  char[4]  magic "ETLG"
//    4  u16      major version: a reader refuses a newer one
//    6  u16      minor version: additions that an older reader may skip
//    8  u32      flags; bit 0 = off (the kill switch: the package does nothing), bit 1 = the audience is children (nothing is
//                personalised), bit 2 = there are rules: the page needs the module that runs them
//   12  u32      number of sections, at most 64
//   16  u64      size of the whole file
//   24  u64      checksum of bytes 32 to the end, its seed the checksum of bytes 0 to 23
//   32  section table: { char[4] tag, u32 count, u32 offset, u32 size } each
//       sections, each from a multiple of 8, in the order of the table; a tag appears once, unknown tags are
//       skipped
//
//   tag   count     content
//   META  1         varint products, varint minSupport, varint retentionDays, string currency
//   ITEM  products  string column: the id that is shown and tracked; row 0 is the most popular
//   KEYS  keys      u32 row[keys], then a string column in byte order: every id and alias, once
//   TITL URL_ IMAG  products: string columns
//   PRIC  products  i64 price in millionths of the currency, -1 where unknown
//   CATG  products  u16 index[products] (65535 = none), zeros up to a multiple of 4, u32 values, then
//                   a string column of the values in byte order: category paths, "tools > drills"
//   BRND  products  likewise, brands
//   FLAG  products  u8: bit 0 = in stock, bit 1 = hidden: never recommended
//   ATTR  columns   varint n, then for each: string name, u8 type (0 text, 1 number), varint size; then the columns: texts as in
//                   CATG, numbers as f64, NaN where unknown
//   VECT  products  i8[64] a row: the item vector over its largest component, times 127
//   SCAL  products  u16: the largest component times 65535; 0 = this product has no vector
//   PAIR  products  u32 end[products + 1] from the start of the lists, then the lists (pair_list.h)
//   MODL  positions f32 each: weights of a session's items, newest first
//   BLND  2         f32 each: what the item vectors weigh beside the pair lists, 0 to 16; what a product's pairs weigh beside those
//                   of the next newer one of the session, 0 to 1 (blend.h)
//   REPT  60 or 0   f32 each, 0 to 1: how often a product of a session comes next again, by its newest place in the session
//                   (20, newest first), and within a place by how many of the 20 it has: one, two, three or more
//   TRND  rows      u32: products that gain, the one that gains most first
//   NEWS  rows      u32: products that are new, newest first
//   AGIN  products  u16: days after which a product is bought again, 0 = unknown
//   SEGB  segments  string name, varint n, varint row[n]: what those in the segment chose most, the most popular first
//   SLOT  slots     string name, u8 strategy, varint count, varint n, u8 fallback[n], u8 shown, u8 prefer, u8 without,
//                   f32 diversity, calibration, rotation, relevance, price from, price to; varint n, varint exclude[n];
//                   varint n, then what stands at each of n places: varint 0 = nothing, else its row + 1; varint n, f32 boost[n]
//   MANF  1         the manifest: what may be kept (rules/formats.h)
//   RULE  rules     the program (rules/formats.h)
//   EXPL  1         what puts a rule's outcome into words (rules/formats.h)
//   MEAS  1         what is measured (measure/formats.h)
//   TEXT  texts     string key, string English, string Dutch: "fact skill", "slot home", "choice skill=pro"; only the shopper's panel
//                   asks for them, so they are read where they lie, and a damaged one is empty
//   DENY  terms     varint n, then each as a string: what is about them is never kept (rules/sensitive.h)
//
//   string column of n: u32 end[n + 1] from the start of the bytes (end[0] = 0), then the bytes
//   string, varint: bytes/reader.h
#pragma once

#include <array>
#include <cstdint>

namespace etalage::pack {

inline constexpr std::uint16_t kMajor = 1;
inline constexpr std::uint16_t kMinor = 0;
inline constexpr std::uint32_t kFlagOff = 1;
inline constexpr std::uint32_t kFlagChildren = 2;
inline constexpr std::uint32_t kFlagRules = 4;
inline constexpr std::size_t kFlagsAt = 8;
inline constexpr std::size_t kHeaderBytes = 32;
inline constexpr std::size_t kEntryBytes = 16;
inline constexpr std::uint32_t kMaxSections = 64;
inline constexpr std::uint32_t kDimensions = 64;
inline constexpr std::uint32_t kMaxProducts = 1u << 20;
inline constexpr std::uint32_t kMaxPositions = 64;
inline constexpr std::uint32_t kRepeatPlaces = 20;
inline constexpr std::uint32_t kRepeatTimes = 3;
inline constexpr float kMaxPosition = 1e6F;  // a position's weight is at most that, either way
inline constexpr float kMaxShare = 16.0F;    // of the item vectors in a score
inline constexpr float kMaxPairWeight = 4.0F;
inline constexpr std::uint32_t kMaxRetentionDays = 36525;  // a hundred years
inline constexpr std::uint16_t kNone = 0xFFFF;
inline constexpr std::uint8_t kInStock = 1, kHidden = 2;
inline constexpr float kMaxBoost =
    1000;  // of a boost, and of a bound of prices in times another price

using Tag = std::uint32_t;
[[nodiscard]] constexpr Tag tag(const char (&name)[5]) {
  Tag value = 0;
  for (unsigned i = 0; i < 4; ++i) {
    value |= static_cast<Tag>(static_cast<unsigned char>(name[i])) << (8 * i);
  }
  return value;
}

inline constexpr Tag kMeta = tag("META"), kItem = tag("ITEM"), kKeys = tag("KEYS"),
                     kTitle = tag("TITL"), kUrl = tag("URL_"), kImage = tag("IMAG"),
                     kPrice = tag("PRIC"), kCategory = tag("CATG"), kBrand = tag("BRND"),
                     kFlags = tag("FLAG"), kVectors = tag("VECT"), kScales = tag("SCAL"),
                     kPairs = tag("PAIR"), kModel = tag("MODL"), kRepeats = tag("REPT"),
                     kBlend = tag("BLND"), kAttributes = tag("ATTR"), kTrending = tag("TRND"),
                     kArrivals = tag("NEWS"), kIntervals = tag("AGIN"), kSegments = tag("SEGB"),
                     kSlots = tag("SLOT"), kManifest = tag("MANF"), kRules = tag("RULE"),
                     kExplanations = tag("EXPL"), kRefused = tag("DENY"), kTexts = tag("TEXT"),
                     kMeasures = tag("MEAS");

}  // namespace etalage::pack
