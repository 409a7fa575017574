// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/pack_fields.h"

#include <string>

namespace etalage::engine {
namespace {

std::string boost_name(const std::string& slot, std::uint32_t boost) {
  return slot + ' ' + std::to_string(boost + 1);
}

}  // namespace

double PackFields::field(std::uint16_t field, rules::Type type) const {
  const auto& name = evaluator_.program().fields[field];
  if (type == rules::Type::boolean) {
    return name == "in_stock" ? (offers_.in_stock(row_) ? 1 : 0) : rules::kMissing;
  }
  const auto* attribute = pack_.attribute(name);
  if (type == rules::Type::number) {
    if (attribute != nullptr && !attribute->is_text) {
      const auto number = attribute->numbers[row_];
      return profile::fixed(number) ? number : rules::kMissing;
    }
    const auto price = name == "price" ? offers_.price(row_) : std::nullopt;
    return price ? static_cast<double>(*price) / 1e6 : rules::kMissing;
  }
  const auto text = name == "item_id"                            ? pack_.id(row_)
                    : name == "item_name"                        ? pack_.title(row_)
                    : name == "category"                         ? pack_.categories().text(row_)
                    : name == "brand"                            ? pack_.brand(row_)
                    : attribute != nullptr && attribute->is_text ? attribute->texts.text(row_)
                                                                 : std::string_view{};
  return text.empty() ? rules::kMissing : evaluator_.symbols().of(text);
}

SlotRules::SlotRules(const pack::Pack& pack, const recommend::Offers& offers,
                     rules::Evaluator& evaluator, const pack::Slot& slot)
    : fields_(pack, offers, evaluator), evaluator_(evaluator) {
  const auto& program = evaluator.program();
  for (std::uint32_t rule = 0; rule < program.rules.size(); ++rule) {
    if (program.rules[rule].kind != rules::RuleKind::filter) continue;
    const std::string_view name = program.strings[program.rules[rule].name];
    if (name == slot.name) filter_ = rule;
    for (std::uint32_t i = 0; i < slot.boosts.size(); ++i) {
      if (name == boost_name(slot.name, i)) boosts_.emplace_back(rule, i);
    }
  }
}

bool SlotRules::passes(std::uint32_t row) {
  if (!filter_) return true;
  fields_.show(row);
  return evaluator_.passes(*filter_, fields_);
}

std::uint32_t SlotRules::boosts(std::uint32_t row) {
  std::uint32_t holding = 0;
  fields_.show(row);
  for (const auto& [rule, bit] : boosts_) {
    if (evaluator_.passes(rule, fields_)) holding |= 1U << bit;
  }
  return holding;
}

}  // namespace etalage::engine
