// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "compile/phrases.h"

#include <array>

namespace etalage::compile {
namespace {

struct Words {
  std::string_view verb, one, many, tail;
};
struct Event {
  std::string_view name;
  bool products;
  std::array<Words, 2> words;  // English, Dutch
};

constexpr Event kEvents[] = {
    {"cart",
     true,
     {{{"have", "product", "products", " in your cart"},
       {"hebt", "product", "producten", " in uw winkelwagen"}}}},
    {"view_item",
     true,
     {{{"looked at", "product", "products", ""}, {"bekeek", "product", "producten", ""}}}},
    {"select_item",
     true,
     {{{"chose", "product", "products", " from a list"},
       {"koos", "product", "producten", " uit een lijst"}}}},
    {"add_to_wishlist",
     true,
     {{{"put", "product", "products", " on your wish list"},
       {"zette", "product", "producten", " op uw verlanglijst"}}}},
    {"remove_from_wishlist",
     true,
     {{{"took", "product", "products", " off your wish list"},
       {"haalde", "product", "producten", " van uw verlanglijst"}}}},
    {"add_to_cart",
     true,
     {{{"put", "product", "products", " in your cart"},
       {"legde", "product", "producten", " in uw winkelwagen"}}}},
    {"remove_from_cart",
     true,
     {{{"took", "product", "products", " out of your cart"},
       {"haalde", "product", "producten", " uit uw winkelwagen"}}}},
    {"view_item_list",
     false,
     {{{"looked at", "list", "lists", ""}, {"bekeek", "lijst", "lijsten", ""}}}},
    {"filter_item_list",
     false,
     {{{"filtered", "list", "lists", ""}, {"filterde", "lijst", "lijsten", ""}}}},
    {"search",
     false,
     {{{"did", "search", "searches", ""}, {"deed", "zoekopdracht", "zoekopdrachten", ""}}}},
    {"view_search_results",
     false,
     {{{"looked at", "page of search results", "pages of search results", ""},
       {"bekeek", "pagina met zoekresultaten", "pagina's met zoekresultaten", ""}}}},
    {"view_cart",
     false,
     {{{"paid", "visit", "visits", " to your cart"},
       {"bracht", "bezoek", "bezoeken", " aan uw winkelwagen"}}}},
    {"begin_checkout",
     false,
     {{{"paid", "visit", "visits", " to the checkout"},
       {"bracht", "bezoek", "bezoeken", " aan de kassa"}}}},
    {"purchase",
     false,
     {{{"placed", "order", "orders", ""}, {"plaatste", "bestelling", "bestellingen", ""}}}},
    {"cancel_order",
     false,
     {{{"cancelled", "order", "orders", ""}, {"annuleerde", "bestelling", "bestellingen", ""}}}},
    {"refund",
     false,
     {{{"got", "refund", "refunds", ""}, {"kreeg", "terugbetaling", "terugbetalingen", ""}}}},
    {"view_promotion",
     false,
     {{{"saw", "offer", "offers", ""}, {"zag", "aanbieding", "aanbiedingen", ""}}}},
    {"select_promotion",
     false,
     {{{"opened", "offer", "offers", ""}, {"opende", "aanbieding", "aanbiedingen", ""}}}},
    {"coupon",
     false,
     {{{"used", "coupon", "coupons", ""}, {"gebruikte", "kortingscode", "kortingscodes", ""}}}},
    {"review",
     false,
     {{{"wrote", "review", "reviews", ""}, {"schreef", "beoordeling", "beoordelingen", ""}}}},
    {"contact",
     false,
     {{{"had", "contact", "contacts", " with the shop"},
       {"had", "contact", "contacten", " met de winkel"}}}},
    {"session_start",
     false,
     {{{"paid", "visit", "visits", " to this shop"},
       {"bracht", "bezoek", "bezoeken", " aan deze winkel"}}}},
    {"page_view",
     false,
     {{{"looked at", "page", "pages", ""}, {"bekeek", "pagina", "pagina's", ""}}}},
};

struct Field {
  std::string_view name;
  bool money, of_item;
  std::string_view one, many;                 // English
  std::string_view dutch_article, een, meer;  // Dutch
};

constexpr Field kFields[] = {
    {"price", true, true, "price", "prices", "de", "prijs", "prijzen"},
    {"revenue", true, true, "amount", "amounts", "het", "bedrag", "bedragen"},
    {"quantity", false, true, "quantity", "quantities", "het", "aantal", "aantallen"},
    {"discount", true, true, "discount", "discounts", "de", "korting", "kortingen"},
    {"item_id", false, true, "product", "products", "het", "product", "producten"},
    {"item_name", false, true, "name", "names", "de", "naam", "namen"},
    {"category", false, true, "category", "categories", "de", "categorie", "categorie\u00ebn"},
    {"brand", false, true, "brand", "brands", "het", "merk", "merken"},
    {"variant", false, true, "variant", "variants", "de", "variant", "varianten"},
    {"value", true, false, "value", "values", "de", "waarde", "waarden"},
    {"tax", true, false, "tax", "taxes", "de", "belasting", "belastingen"},
    {"search_term", false, false, "search term", "search terms", "de", "zoekterm", "zoektermen"},
    {"rating", false, false, "rating", "ratings", "de", "waardering", "waarderingen"},
    {"reason", false, false, "reason", "reasons", "de", "reden", "redenen"},
    {"channel", false, false, "channel", "channels", "het", "kanaal", "kanalen"},
};

template <typename List>
auto find(const List& list, std::string_view name) -> decltype(&list[0]) {
  for (const auto& entry : list) {
    if (entry.name == name) return &entry;
  }
  return nullptr;
}

}  // namespace

EventWords event_words(std::string_view event, Language language) {
  const bool dutch = language == Language::dutch;
  if (const auto* found = find(kEvents, event)) {
    const auto& words = found->words[dutch ? 1 : 0];
    return {std::string(words.verb), std::string(words.one), std::string(words.many),
            std::string(words.tail)};
  }
  const auto name = " " + quote(event);
  if (dutch) return {"had", "gebeurtenis" + name, "gebeurtenissen" + name, ""};
  return {"had", "event" + name, "events" + name, ""};
}

bool speaks_of_products(std::string_view event) {
  const auto* found = find(kEvents, event);
  return found != nullptr && found->products;
}

FieldWords field_words(std::string_view field, Language language) {
  const auto* found = find(kFields, field);
  if (language == Language::dutch) {
    if (found == nullptr)
      return {"de", "waarde van " + quote(field), "waarden van " + quote(field)};
    return {std::string(found->dutch_article), std::string(found->een), std::string(found->meer)};
  }
  if (found == nullptr) return {"the", "value of " + quote(field), "values of " + quote(field)};
  return {"the", std::string(found->one), std::string(found->many)};
}

bool is_money(std::string_view field) {
  const auto* found = find(kFields, field);
  return found != nullptr && found->money;
}

bool is_of_item(std::string_view field) {
  const auto* found = find(kFields, field);
  return found != nullptr && found->of_item;
}

std::string quote(std::string_view text) { return "\u2018" + std::string(text) + "\u2019"; }

std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
  return text;
}

}  // namespace etalage::compile
