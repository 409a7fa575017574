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
    {"continue", "You were looking at this", "U was dit aan het bekijken"},
    {"alternative", "An alternative to *", "Een alternatief voor *"},
    {"cheaper", "Cheaper than *", "Voordeliger dan *"},
    {"greener", "Greener than *", "Duurzamer dan *"},
    {"step-up", "A step up from *", "Een stap verder dan *"},
    {"series", "From the same series as *", "Uit dezelfde serie als *"},
    {"buy-again", "You bought this before", "U kocht dit eerder"},
    {"trending", "Popular right now", "Nu in trek"},
    {"new", "New in this shop", "Nieuw in deze winkel"},
    {"new-like", "New, and goes with *", "Nieuw, en past bij *"},
    {"discovery", "Something else: *", "Eens iets anders: *"},
    {"pinned", "Chosen by this shop", "Gekozen door deze winkel"},
    {"segment", "Popular with shoppers like you", "Geliefd bij klanten zoals u"},
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
