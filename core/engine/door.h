// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Door: what may come into a profile, and what may stay (promise P4). It lets in the events and fields of the manifest, as far
// as the shopper allows the purposes they serve, and nothing about what the shop must not infer.
//
// A field comes from the event, else from the pack.
//
// Lifetime  refers to the pack, the manifest and the terms, which must outlive it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/messages.h"
#include "pack/pack.h"
#include "profile/profile.h"
#include "rules/manifest.h"
#include "rules/program.h"
#include "rules/sensitive.h"

namespace etalage::engine {

class Door {
 public:
  using Purposes = std::array<bool, 3>;  // by rules::Purpose

  // What is let in of an event: the manifest's entries of its name, for the purposes that are allowed.
  struct Entry {
    std::string event;
    std::vector<std::string> fields;
    std::int64_t window = 0;
    std::vector<std::string> users;
    bool personalise = false;
    bool counted =
        false;  // a rule counts the event, whatever it holds; a slot only looks at its items

    [[nodiscard]] bool keeps(std::string_view field) const;
  };

  Door(const pack::Pack& pack, const rules::Manifest& manifest, const rules::Program& program,
       const rules::Terms& refused);

  void allow(bool personalise, bool measure);
  // Of what was kept for these purposes nothing goes, though nothing comes in. Until allow() is called again.
  void freeze(bool personalise, bool measure);
  // What the shopper objects to, as the manifest names its users: "segment loyal". What nobody else needs stays out.
  void refuse(std::vector<std::string> uses);
  [[nodiscard]] bool refuses(std::string_view use) const;

  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
  [[nodiscard]] const Entry* entry(std::string_view event) const;
  [[nodiscard]] const rules::FactEntry* fact(std::string_view name) const;

  // An event's record but for its transaction; nothing where it is not let in. `dropped` gets the keys that were left out;
  // "event" alone where all of it was.
  [[nodiscard]] std::optional<profile::Record> event(const EventMessage& message, std::int64_t time,
                                                     std::vector<std::string>* dropped = nullptr);
  // The lines of the cart, each product once; of an item without an id: none.
  [[nodiscard]] std::vector<profile::Item> cart(const std::vector<GivenFields>& items);
  // An answer's record; nothing for a fact that is not asked, or a value that it cannot have.
  [[nodiscard]] std::optional<profile::Record> answer(const AnswerMessage& message,
                                                      std::int64_t time) const;

  // Forgets what may not stay in a profile at a time. Gives whether anything went.
  bool tidy(profile::Profile& profile, std::int64_t now) const;

 private:
  [[nodiscard]] std::optional<profile::Item> item(const Entry& entry, const GivenFields& given);
  [[nodiscard]] std::optional<profile::Field> from_pack(std::string_view field,
                                                        std::uint32_t row) const;
  void gather();
  [[nodiscard]] std::vector<Entry> entries_for(const Purposes& purposes) const;
  [[nodiscard]] static const Entry* named(const std::vector<Entry>& entries,
                                          std::string_view event);
  [[nodiscard]] const rules::FactEntry* fact(std::string_view name, const Purposes& purposes) const;
  [[nodiscard]] bool is_used(const std::vector<std::string>& users) const;
  [[nodiscard]] bool is_refused(std::uint32_t row);
  [[nodiscard]] bool is_refused(const std::vector<profile::Field>& fields) const;

  const pack::Pack& pack_;
  const rules::Manifest& manifest_;
  const rules::Program& program_;
  const rules::Terms& refused_;
  std::vector<Entry> entries_;  // in the order of names
  std::vector<Entry> staying_;  // likewise: what may stay
  Purposes allowed_{}, frozen_{};
  std::vector<std::string> refused_uses_;
  std::vector<std::uint8_t>
      refused_rows_;  // by row: 0 = not looked at yet, 1 = may be kept, 2 = not
};

}  // namespace etalage::engine
