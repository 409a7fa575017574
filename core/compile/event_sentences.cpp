// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "compile/event_sentences.h"

#include <string>

#include "compile/phrases.h"
#include "compile/wording.h"

namespace etalage::compile {
namespace {

using rules::Function;
using rules::Say;
using rules::Sentence;
using rules::Type;

std::string article(const std::string& noun) {
  return std::string("aeiou").find(noun[0]) == std::string::npos ? "a " : "an ";
}

// An event and what is asked of it, as the parts of sentences.
class Told {
 public:
  Told(const Node& node, std::string_view source, Language language)
      : dutch_(language == Language::dutch), words_(event_words(node.event, language)) {
    if (!node.children.empty()) {
      condition_ = condition_in_words(node.event, node.children[0], source, language);
    }
    window_ = window_in_words(static_cast<std::int64_t>(node.number), language);
  }

  // "You looked at {} products in 'garden' in the last 30 days".
  [[nodiscard]] std::string done(const std::string& count, bool one) const {
    const auto object = count + " " + (one ? words_.one : words_.many) + condition_ + words_.tail;
    return dutch_ ? "U " + words_.verb + window_ + " " + object
                  : "You " + words_.verb + " " + object + window_;
  }
  [[nodiscard]] std::string none() const { return done(dutch_ ? "geen" : "no", false); }
  [[nodiscard]] std::string one() const { return done(dutch_ ? "\u00e9\u00e9n" : "one", true); }
  [[nodiscard]] std::string some() const {
    return done(dutch_ ? "een of meer" : "one or more", false);
  }

  // Behind "you" or "dat u": "looked at a product", "een product bekeek".
  [[nodiscard]] std::string clause() const {
    const auto object = words_.one + condition_ + words_.tail;
    return dutch_ ? "een " + object + " " + words_.verb
                  : words_.verb + " " + article(words_.one) + object;
  }

  // "the products in 'garden' that you looked at".
  [[nodiscard]] std::string things() const {
    return dutch_ ? "de " + words_.many + condition_ + " die u" + window_ + words_.tail + " " +
                        words_.verb
                  : "the " + words_.many + condition_ + " that you " + words_.verb + words_.tail +
                        window_;
  }

 private:
  bool dutch_;
  EventWords words_;
  std::string condition_, window_;
};

using Forms = std::string (&)[3];

void set(Forms forms, std::string none, std::string one, std::string many) {
  forms[0] = std::move(none);
  forms[1] = std::move(one);
  forms[2] = std::move(many);
}

void tell_days(const Told& told, bool dutch, Forms forms) {
  const auto begin = (dutch ? "De laatste keer dat u " : "The last time that you ") + told.clause();
  set(forms, begin + (dutch ? " was zojuist, of was er niet" : " was just now, or there was none"),
      begin + (dutch ? " was 1 dag geleden" : " was 1 day ago"),
      begin + (dutch ? " was {} dagen geleden" : " was {} days ago"));
}

// sum, avg, min, max.
void tell_number(const Told& told, const Node& node, Language language, Forms forms) {
  const bool dutch = language == Language::dutch;
  const auto field = field_words(node.text, language);
  std::string kind;
  if (node.function == Function::average) kind = dutch ? "gemiddelde " : "average ";
  if (node.function == Function::minimum) kind = dutch ? "laagste " : "lowest ";
  if (node.function == Function::maximum) kind = dutch ? "hoogste " : "highest ";
  const auto begin = capitalised(field.article) + " " + kind + field.one +
                     (dutch ? " van " : " of ") + told.things() + " is ";
  if (node.function == Function::sum) {
    const std::string total = dutch ? "bij elkaar " : "in total ";
    return set(forms, begin + total + "0", begin + total + "{}", begin + total + "{}");
  }
  set(forms, begin + (dutch ? "0 of niet bekend" : "0 or not known"), begin + "{}", begin + "{}");
}

void tell_distinct(const Told& told, const Node& node, Language language, Forms forms) {
  const bool dutch = language == Language::dutch;
  const auto field = field_words(node.text, language);
  const auto among = (dutch ? " bij " : " among ") + told.things();
  set(forms, (dutch ? "Er is geen " : "There is no ") + field.one + among,
      (dutch ? "Er is \u00e9\u00e9n " : "There is one ") + field.one + among,
      (dutch ? "Er zijn {} verschillende " : "There are {} different ") + field.many + among);
}

void tell_value(const Told& told, const Node& node, Language language, Forms forms) {
  if (node.type == Type::time) return set(forms, told.none(), told.some(), told.some());
  const bool dutch = language == Language::dutch;
  const bool first = node.function == Function::first;
  const auto field = field_words(node.text, language);
  const std::string order =
      dutch ? (first ? " eerste " : " laatste ") : (first ? " first " : " last ");
  const auto begin = capitalised(field.article) + order + field.one +
                     (dutch ? " bij " : " among ") + told.things() + " is ";
  const auto known = begin + (node.type == Type::text ? "\u2018{}\u2019" : "{}");
  const bool text = node.type == Type::text;
  set(forms,
      begin + (text ? (dutch ? "niet bekend" : "not known")
                    : (dutch ? "0 of niet bekend" : "0 or not known")),
      known, known);
}

Say say_of(const Node& node) {
  if (node.function == Function::days_since) return Say::days;
  if (node.type == Type::text) return Say::text;
  const bool amount = node.function != Function::distinct && node.function != Function::count;
  return amount && is_money(node.text) ? Say::money : Say::number;
}

}  // namespace

Sentence sentence_of_aggregate(const Origin& origin) {
  const auto& node = origin.node;
  Sentence sentence;
  sentence.say = say_of(node);
  for (const auto language : kLanguages) {
    const Told told(node, origin.source, language);
    const bool dutch = language == Language::dutch;
    auto& forms = sentence.forms[static_cast<std::size_t>(language)];
    switch (node.function) {
      case Function::count: set(forms, told.none(), told.one(), told.done("{}", false)); break;
      case Function::exists: set(forms, told.none(), told.some(), told.some()); break;
      case Function::days_since: tell_days(told, dutch, forms); break;
      case Function::distinct: tell_distinct(told, node, language, forms); break;
      case Function::first:
      case Function::last: tell_value(told, node, language, forms); break;
      default: tell_number(told, node, language, forms); break;
    }
  }
  return sentence;
}

Sentence sentence_of_sequence(const Origin& origin) {
  const auto& steps = origin.node.children;
  const bool absent = steps.back().negated;
  Sentence sentence;
  for (const auto language : kLanguages) {
    const bool dutch = language == Language::dutch;
    std::string clauses;
    for (std::size_t i = 0; i + (absent ? 1 : 0) < steps.size(); ++i) {
      if (i > 0) clauses += dutch ? " en daarna " : " and then ";
      clauses += Told(steps[i], origin.source, language).clause();
    }
    const auto time = duration_in_words(static_cast<std::int64_t>(origin.node.number), language);
    const std::string so = dutch ? "Het is zo dat u " : "You ";
    const std::string not_so = dutch ? "Het is niet zo dat u " : "It is not so that you ";
    std::string holds, fails;
    if (absent) {
      const auto last = Told(steps.back(), origin.source, language).clause();
      holds = dutch ? ", en dat het binnen " + time + " daarna niet gebeurde dat u " + last
                    : ", and within " + time + " it did not happen that you " + last;
      fails = dutch ? ", of het gebeurde daarna dat u " + last + ", of " + time +
                          " daarna is het nog niet"
                    : ", or after that you " + last + ", or it is not yet " + time + " later";
    } else if (origin.node.number != 0) {
      holds = fails = (dutch ? ", binnen " : ", within ") + time;
    }
    set(sentence.forms[static_cast<std::size_t>(language)], not_so + clauses + fails,
        so + clauses + holds, so + clauses + holds);
  }
  return sentence;
}

}  // namespace etalage::compile
