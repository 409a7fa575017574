// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "compile/sentences.h"

#include <optional>
#include <set>
#include <string>
#include <utility>

#include "compile/event_sentences.h"
#include "compile/names.h"
#include "compile/phrases.h"

namespace etalage::compile {
namespace {

using rules::Op;
using rules::RuleKind;
using rules::Say;
using rules::Sentence;
using rules::Type;

std::string pick(Language language, std::string english, std::string dutch) {
  return language == Language::dutch ? std::move(dutch) : std::move(english);
}

Say say_of(Type type) {
  return type == Type::text ? Say::text : type == Type::duration ? Say::days : Say::number;
}

class Sentences {
 public:
  Sentences(const RuleSet& rule_set, const Emitted& emitted)
      : names_(rule_set), program_(emitted.program), emitted_(emitted) {}

  std::vector<Sentence> run() {
    std::set<std::pair<Op, std::uint32_t>> asked;
    for (const auto& instruction : program_.code) asked.emplace(instruction.op, instruction.b);
    std::vector<Sentence> sentences;
    for (const auto& [op, index] : asked) {
      auto sentence = about(op, index);
      if (!sentence) continue;
      sentence->op = op;
      sentence->index = index;
      sentences.push_back(*std::move(sentence));
    }
    return sentences;
  }

 private:
  // Nothing where the instruction asks nothing that could be told of.
  std::optional<Sentence> about(Op op, std::uint32_t index) const {
    switch (op) {
      case Op::aggregate: return sentence_of_aggregate(emitted_.aggregates[index]);
      case Op::sequence: return sentence_of_sequence(emitted_.sequences[index]);
      case Op::interest: return interest(program_.interests[index]);
      case Op::strongest: return strongest(program_.fields[index]);
      case Op::rule: return rule(program_.rules[index]);
      case Op::stated: return answer(program_.facts[index]);
      default: return std::nullopt;
    }
  }

  // none: 0, false or missing; some: any other value.
  static void set(Sentence& sentence, Language language, std::string none, std::string some) {
    auto& forms = sentence.forms[static_cast<std::size_t>(language)];
    forms[0] = std::move(none);
    forms[1] = some;
    forms[2] = std::move(some);
  }

  Sentence interest(const rules::Interest& interest) const {
    const auto& field = program_.fields[interest.field];
    const auto value = quote(program_.strings[interest.string]);
    Sentence sentence;
    sentence.say = Say::percent;
    for (const auto language : kLanguages) {
      const auto words = field_words(field, language).one;
      set(sentence, language,
          pick(language, "You showed no interest in " + value + " (" + words + ")",
               "U toonde geen belangstelling voor " + value + " (" + words + ")"),
          pick(language, "{} of your interest goes to " + value + " (" + words + ")",
               "{} van uw belangstelling gaat naar " + value + " (" + words + ")"));
    }
    return sentence;
  }

  static Sentence strongest(const std::string& field) {
    Sentence sentence;
    sentence.say = Say::text;
    for (const auto language : kLanguages) {
      const auto words = field_words(field, language);
      set(sentence, language,
          pick(language, "No " + words.one + " interests you most",
               "Er is geen " + words.one + " waar uw belangstelling het meest naar uitgaat"),
          pick(language, "The " + words.one + " that interests you most is \u2018{}\u2019",
               capitalised(words.article) + " " + words.one +
                   " waar uw belangstelling het meest naar uitgaat is \u2018{}\u2019"));
    }
    return sentence;
  }

  Sentence rule(const rules::Rule& rule) const {
    // A metric that is one question only: what was asked says more than the metric's name.
    if (rule.kind == RuleKind::metric && rule.code.size() == 1) {
      const auto& question = program_.code[rule.code.begin];
      if (auto sentence = about(question.op, question.b)) return *std::move(sentence);
    }
    Sentence sentence;
    sentence.say = say_of(rule.type);
    for (const auto language : kLanguages) {
      const auto label = quote(program_.strings[rule.label[static_cast<std::size_t>(language)]]);
      if (rule.kind == RuleKind::segment) {
        set(sentence, language,
            pick(language, "You do not belong to " + label, "U hoort niet bij " + label),
            pick(language, "You belong to " + label, "U hoort bij " + label));
      } else if (rule.type == Type::boolean) {
        set(sentence, language,
            pick(language, label + " does not hold of you", label + " geldt niet voor u"),
            pick(language, label + " holds of you", label + " geldt voor u"));
      } else {
        const bool text = rule.type == Type::text;
        const std::string value = text ? "\u2018{}\u2019" : "{}";
        set(sentence, language,
            pick(language, label + (text ? " is not known" : " is 0 or not known"),
                 label + (text ? " is niet bekend" : " is 0 of niet bekend")),
            label + " is " + value);
      }
    }
    return sentence;
  }

  Sentence answer(const rules::StatedFact& stated) const {
    const auto& name = program_.strings[stated.name];
    const auto* fact = names_.fact(name);
    Sentence sentence;
    sentence.say = say_of(stated.type);
    for (const auto language : kLanguages) {
      const auto& asked = fact->ask[static_cast<std::size_t>(language)];
      const auto question = quote(asked.empty() ? name : asked);
      if (stated.type == Type::boolean) {
        set(sentence, language,
            pick(language, "You did not say yes to " + question, "U zei geen ja op " + question),
            pick(language, "You said yes to " + question, "U zei ja op " + question));
      } else if (stated.type == Type::list) {
        set(sentence, language,
            pick(language, "You did not answer " + question, "U gaf geen antwoord op " + question),
            pick(language, "You answered " + question, "U gaf antwoord op " + question));
      } else {
        const bool text = stated.type == Type::text;
        const std::string value = text ? "\u2018{}\u2019" : "{}";
        set(sentence, language,
            pick(language, "You did not answer " + question + (text ? "" : ", or with 0"),
                 "U gaf geen antwoord op " + question + (text ? "" : ", of 0")),
            pick(language, "You answered " + question + " with " + value,
                 "U antwoordde op " + question + ": " + value));
      }
    }
    return sentence;
  }

  Names names_;
  const rules::Program& program_;
  const Emitted& emitted_;
};

}  // namespace

std::vector<rules::Sentence> sentences_of(const RuleSet& rule_set, const Emitted& emitted) {
  return Sentences(rule_set, emitted).run();
}

}  // namespace etalage::compile
