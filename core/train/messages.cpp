// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "train/messages.h"

#include "bytes/reader.h"
#include "recommend/offers.h"

namespace etalage::train {
namespace {

using bytes::Reader;

constexpr auto kNoBlend = "a blend out of range: expected 0 to 16 and 0 to 1";

std::string read_string(Reader& in) {
  const auto raw = in.take(in.number<std::uint32_t>());
  return {raw.begin(), raw.end()};
}

// A count of elements of at least `each` bytes; 0 where so many cannot follow, and the reader then fails.
std::uint32_t read_count(Reader& in, std::size_t each) {
  const auto count = in.number<std::uint32_t>();
  if (count <= in.remaining() / each) return count;
  (void)in.take(in.remaining() + 1);
  return 0;
}

std::int32_t read_day(Reader& in) {
  constexpr double kLatest = 1e6;
  const auto day = in.number<double>();
  return day >= 0 && day <= kLatest ? static_cast<std::int32_t>(day) : kNoDay;
}

pack::Product read_product(Reader& in, Catalogue& catalogue) {
  pack::Product product;
  product.id = read_string(in);
  product.aliases.resize(read_count(in, 4));
  for (auto& alias : product.aliases) alias = read_string(in);
  product.title = read_string(in);
  product.category = read_string(in);
  product.brand = read_string(in);
  product.url = read_string(in);
  product.image = read_string(in);
  product.price = recommend::millionths(in.number<double>()).value_or(pack::kPriceUnknown);
  product.in_stock = in.number<std::uint8_t>() != 0;
  product.hidden = in.number<std::uint8_t>() != 0;
  catalogue.added.push_back(read_day(in));
  for (const auto& attribute : catalogue.attributes) {
    product.numbers.push_back(attribute.is_text ? 0 : in.number<double>());
    product.texts.push_back(attribute.is_text ? read_string(in) : std::string());
  }
  return product;
}

Result<pack::Strategy> read_strategy(Reader& in) {
  const auto text = read_string(in);
  if (const auto strategy = pack::strategy_named(text)) return *strategy;
  if (in.failed()) return fail(Code::malformed, "not a message of settings");
  return fail(Code::invalid_argument, "a strategy that this release does not know");
}

std::vector<std::string> read_strings(Reader& in) {
  std::vector<std::string> strings(read_count(in, 4));
  for (auto& string : strings) string = read_string(in);
  return strings;
}

pack::Blend read_blend(Reader& in) {
  pack::Blend blend;
  blend.vectors = in.number<float>();
  blend.pair_decay = in.number<float>();
  return blend;
}

float read_float(Reader& in) { return static_cast<float>(in.number<double>()); }

Result<SlotSettings> read_slot(Reader& in) {
  SlotSettings settings;
  auto& slot = settings.slot;
  slot.name = read_string(in);
  const auto strategy = read_strategy(in);
  if (!strategy) return std::unexpected(strategy.error());
  slot.strategy = *strategy;
  slot.count = in.number<std::uint32_t>();
  const auto fallbacks = read_count(in, 4);
  for (std::uint32_t i = 0; i < fallbacks; ++i) {
    const auto fallback = read_strategy(in);
    if (!fallback) return std::unexpected(fallback.error());
    slot.fallback.push_back(*fallback);
  }
  slot.shown = static_cast<pack::Shown>(in.number<std::uint8_t>());
  slot.prefer = static_cast<pack::Prefer>(in.number<std::uint8_t>());
  slot.without = in.number<std::uint8_t>();
  for (auto* share : {&slot.diversity, &slot.calibration, &slot.rotation, &slot.relevance,
                      &slot.price_from, &slot.price_to}) {
    *share = read_float(in);
  }
  settings.exclude = read_strings(in);
  settings.pins = read_strings(in);
  slot.boosts.resize(read_count(in, 8));
  for (auto& boost : slot.boosts) boost = read_float(in);
  return settings;
}

template <typename T>
bool read_numbers(Reader& in, std::uint64_t count, std::vector<T>& out) {
  const auto raw = in.take(count * sizeof(std::uint32_t));
  out.resize(raw.size() / sizeof(std::uint32_t));
  if (!raw.empty()) std::memcpy(out.data(), raw.data(), raw.size());
  return !in.failed();
}

}  // namespace

Result<Catalogue> read_products(std::span<const std::uint8_t> data) {
  Reader in(data);
  Catalogue catalogue;
  catalogue.attributes.resize(read_count(in, 5));
  for (auto& attribute : catalogue.attributes) {
    attribute.name = read_string(in);
    attribute.is_text = in.number<std::uint8_t>() == 3;
  }
  constexpr std::size_t kSmallest = 7 * 4 + 8 + 1 + 1 + 8;
  catalogue.products.resize(read_count(in, kSmallest));
  for (auto& product : catalogue.products) product = read_product(in, catalogue);
  if (!in.finished()) return fail(Code::malformed, "not a message of products");
  return catalogue;
}

Result<Settings> read_settings(std::span<const std::uint8_t> data) {
  Reader in(data);
  Settings settings;
  settings.min_support = in.number<std::uint32_t>();
  settings.retention_days = in.number<std::uint32_t>();
  settings.off = in.number<std::uint8_t>() != 0;
  settings.currency = read_string(in);
  settings.seed = in.number<std::uint32_t>();
  settings.epochs = in.number<std::uint32_t>();
  settings.positions = in.number<std::uint32_t>();
  settings.blend = read_blend(in);
  const auto slots = read_count(in, 79);
  for (std::uint32_t i = 0; i < slots; ++i) {
    auto slot = read_slot(in);
    if (!slot) return std::unexpected(slot.error());
    settings.slots.push_back(std::move(*slot));
  }
  if (!in.finished()) return fail(Code::malformed, "not a message of settings");
  if (!is_sound(settings.blend)) return fail(Code::invalid_argument, kNoBlend);
  return settings;
}

Result<Sessions> read_sessions(std::span<const std::uint8_t> data, std::uint32_t sessions,
                               std::uint32_t items, bool with_customers) {
  Reader in(data);
  Sessions result;
  if (!read_numbers(in, items, result.items))
    return fail(Code::malformed, "not a message of sessions");
  if (!read_numbers(in, std::uint64_t{sessions} + 1, result.offsets))
    return fail(Code::malformed, "not a message of sessions");
  result.customers.assign(with_customers ? 0 : sessions, unknown_customer);
  if (with_customers &&
      !(read_numbers(in, sessions, result.customers) && read_numbers(in, sessions, result.days)))
    return fail(Code::malformed, "not a message of sessions");
  if (!in.finished()) return fail(Code::malformed, "not a message of sessions");
  return result;
}

Result<std::vector<Purchase>> read_purchases(std::span<const std::uint8_t> data,
                                             std::uint32_t count, std::uint32_t products) {
  Reader in(data);
  std::vector<std::uint32_t> customers;
  std::vector<std::uint32_t> bought;
  std::vector<std::int32_t> days;
  if (!read_numbers(in, count, customers) || !read_numbers(in, count, bought) ||
      !read_numbers(in, count, days) || !in.finished()) {
    return fail(Code::malformed, "not a message of purchases");
  }
  std::vector<Purchase> purchases(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    if (bought[i] >= products) return fail(Code::malformed, "a purchase of no product", i);
    purchases[i] = {customers[i], bought[i], days[i]};
  }
  return purchases;
}

Result<SegmentLists> read_segment_lists(std::span<const std::uint8_t> data) {
  Reader in(data);
  SegmentLists message;
  struct Named {
    std::string_view segment;
    std::vector<std::string_view> ids;
  };
  const auto text = [&] {
    const auto raw = in.take(in.number<std::uint32_t>());
    return std::string_view(reinterpret_cast<const char*>(raw.data()), raw.size());
  };
  std::vector<Named> named(read_count(in, 8));
  for (auto& list : named) {
    list.segment = text();
    list.ids.resize(read_count(in, 4));
    for (auto& id : list.ids) id = text();
  }
  message.pack = in.take(in.remaining());
  if (!in.finished()) return fail(Code::malformed, "not a message of segments");
  const auto pack = pack::Pack::open(message.pack);
  if (!pack) return std::unexpected(pack.error());
  for (const auto& [segment, ids] : named) {
    auto& list = message.lists.emplace_back();
    list.segment = segment;
    for (const auto id : ids) {
      if (const auto row = pack->find(id)) list.rows.push_back(*row);
    }
  }
  return message;
}

Result<std::vector<pack::Blend>> read_blends(std::span<const std::uint8_t> data) {
  Reader in(data);
  std::vector<pack::Blend> blends(data.size() / (2 * sizeof(float)));
  for (auto& blend : blends) {
    blend = read_blend(in);
    if (!is_sound(blend)) return fail(Code::invalid_argument, kNoBlend);
  }
  if (!in.finished()) return fail(Code::malformed, "not a message of blends");
  return blends;
}

}  // namespace etalage::train
