// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/pack_fields.h"

namespace etalage::engine {

double PackFields::field(std::uint16_t field, rules::Type type) const {
  const auto& name = evaluator_.program().fields[field];
  if (type == rules::Type::boolean) {
    return name == "in_stock" ? (pack_.in_stock(row_) ? 1 : 0) : rules::kMissing;
  }
  if (type == rules::Type::number) {
    const auto price = name == "price" ? pack_.price(row_) : std::nullopt;
    return price ? static_cast<double>(*price) / 1e6 : rules::kMissing;
  }
  const auto text = name == "item_id"     ? pack_.id(row_)
                    : name == "item_name" ? pack_.title(row_)
                    : name == "category"  ? pack_.categories().text(row_)
                    : name == "brand"     ? pack_.brand(row_)
                                          : std::string_view{};
  return text.empty() ? rules::kMissing : evaluator_.symbols().of(text);
}

}  // namespace etalage::engine
