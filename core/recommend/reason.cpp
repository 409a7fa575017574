// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "recommend/reason.h"

namespace etalage::recommend {
namespace {

// A star stands for the subject.
struct Wording {
  std::string_view name, en, nl;
};

constexpr Wording kWordings[] = {
    {"bestseller", "Popular in this shop", "Veel gekozen in deze winkel"},
    {"bestseller-in-category", "Popular in *", "Veel gekozen in *"},
    {"because-viewed", "Because you looked at *", "Omdat u * bekeek"},
    {"because-carted", "Because * is in your cart", "Omdat * in uw winkelwagen ligt"},
    {"because-bought", "Because you bought *", "Omdat u * kocht"},
    {"similar", "Similar to *", "Lijkt op *"},
    {"together", "Goes well with *", "Gaat goed samen met *"},
    {"recent", "You looked at this before", "U bekeek dit eerder"},
};

}  // namespace

std::string_view name(ReasonCode code) { return kWordings[static_cast<std::size_t>(code)].name; }

std::string sentence(ReasonCode code, Language language, std::string_view subject) {
  const auto& wording = kWordings[static_cast<std::size_t>(code)];
  std::string text(language == Language::nl ? wording.nl : wording.en);
  if (const auto star = text.find('*'); star != std::string::npos) text.replace(star, 1, subject);
  return text;
}

}  // namespace etalage::recommend
