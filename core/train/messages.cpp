// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "train/messages.h"

#include "bytes/reader.h"
#include "recommend/offers.h"

namespace etalage::train {
namespace {

using bytes::Reader;

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

pack::Product read_product(Reader& in) {
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
  return product;
}

Result<pack::Strategy> read_strategy(Reader& in) {
  const auto text = read_string(in);
  if (const auto strategy = pack::strategy_named(text)) return *strategy;
  if (in.failed()) return fail(Code::malformed, "not a message of settings");
  return fail(Code::invalid_argument, "a strategy that this release does not know");
}

Result<pack::Slot> read_slot(Reader& in) {
  pack::Slot slot;
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
  return slot;
}

bool read_numbers(Reader& in, std::uint64_t count, std::vector<std::uint32_t>& out) {
  const auto raw = in.take(count * sizeof(std::uint32_t));
  out.resize(raw.size() / sizeof(std::uint32_t));
  if (!raw.empty()) std::memcpy(out.data(), raw.data(), raw.size());
  return !in.failed();
}

}  // namespace

Result<std::vector<pack::Product>> read_products(std::span<const std::uint8_t> data) {
  Reader in(data);
  constexpr std::size_t kSmallest = 7 * 4 + 8 + 1;
  std::vector<pack::Product> products(read_count(in, kSmallest));
  for (auto& product : products) product = read_product(in);
  if (!in.finished()) return fail(Code::malformed, "not a message of products");
  return products;
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
  const auto slots = read_count(in, 16);
  for (std::uint32_t i = 0; i < slots; ++i) {
    auto slot = read_slot(in);
    if (!slot) return std::unexpected(slot.error());
    settings.slots.push_back(std::move(*slot));
  }
  if (!in.finished()) return fail(Code::malformed, "not a message of settings");
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
  if (with_customers && !read_numbers(in, sessions, result.customers))
    return fail(Code::malformed, "not a message of sessions");
  if (!in.finished()) return fail(Code::malformed, "not a message of sessions");
  return result;
}

}  // namespace etalage::train
