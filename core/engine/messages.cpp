// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/messages.h"

#include <algorithm>

#include "bytes/reader.h"

namespace etalage::engine {
namespace {

using bytes::Reader;

std::vector<std::string> read_list(Reader& in) {
  std::vector<std::string> list(in.count());
  for (auto& text : list) text = in.string();
  return list;
}

GivenField read_value(Reader& in) {
  GivenField field;
  field.is_text = in.number<std::uint8_t>() == 1;
  if (field.is_text) {
    field.text = in.string();
  } else {
    field.number = in.number<double>();
  }
  return field;
}

GivenFields read_fields(Reader& in) {
  GivenFields fields(in.count());
  for (auto& field : fields) {
    const std::string key(in.string());
    field = read_value(in);
    field.key = key;
  }
  return fields;
}

std::vector<GivenFields> read_items(Reader& in) {
  std::vector<GivenFields> items(in.count());
  for (auto& item : items) item = read_fields(in);
  return items;
}

recommend::Language read_language(Reader& in) {
  return in.number<std::uint8_t>() == 1 ? recommend::Language::nl : recommend::Language::en;
}

template <typename T>
Result<T> finish(const Reader& in, T message) {
  if (in.finished()) return message;
  return fail(Code::malformed, "not a message of the kind expected");
}

}  // namespace

Result<EventMessage> read_event(std::span<const std::uint8_t> data) {
  Reader in(data);
  EventMessage message;
  message.name = in.string();
  message.transaction_id = in.string();
  message.fields = read_fields(in);
  message.items = read_items(in);
  return finish(in, std::move(message));
}

Result<std::vector<GivenFields>> read_cart(std::span<const std::uint8_t> data) {
  Reader in(data);
  auto items = read_items(in);
  return finish(in, std::move(items));
}

Result<PageMessage> read_page(std::span<const std::uint8_t> data) {
  Reader in(data);
  PageMessage message;
  message.type = in.string();
  message.item = in.string();
  message.category = in.string();
  message.query = in.string();
  return finish(in, std::move(message));
}

Result<SlotRequest> read_request(std::span<const std::uint8_t> data) {
  Reader in(data);
  SlotRequest request;
  request.slot = in.string();
  request.count = static_cast<std::uint32_t>(std::min<std::uint64_t>(in.varint(), UINT32_MAX));
  request.item = in.string();
  request.exclude = read_list(in);
  request.language = read_language(in);
  return finish(in, std::move(request));
}

Result<AnswerMessage> read_answer(std::span<const std::uint8_t> data) {
  Reader in(data);
  AnswerMessage message;
  message.fact = in.string();
  message.values.resize(in.count());
  for (auto& value : message.values) value = read_value(in);
  return finish(in, std::move(message));
}

Result<std::string> read_text(std::span<const std::uint8_t> data) {
  Reader in(data);
  std::string text(in.string());
  return finish(in, std::move(text));
}

Result<std::vector<recommend::LiveOffer>> read_live(std::span<const std::uint8_t> data) {
  Reader in(data);
  std::vector<recommend::LiveOffer> offers(in.count());
  for (auto& offer : offers) {
    offer.id = in.string();
    const unsigned bits = in.number<std::uint8_t>();
    if ((bits & 1U) != 0) offer.price = recommend::millionths(in.number<double>());
    // A price that cannot be one says that the pack's is none either.
    offer.has_price = (bits & 3U) != 0;
    if ((bits & 4U) != 0) offer.in_stock = (bits & 8U) != 0;
  }
  return finish(in, std::move(offers));
}

Result<RuleRequest> read_rule(std::span<const std::uint8_t> data) {
  Reader in(data);
  RuleRequest request;
  request.kind = in.string();
  request.name = in.string();
  request.language = read_language(in);
  return finish(in, std::move(request));
}

Result<std::vector<std::string>> read_uses(std::span<const std::uint8_t> data) {
  Reader in(data);
  auto uses = read_list(in);
  return finish(in, std::move(uses));
}

Result<MomentMessage> read_moment(std::span<const std::uint8_t> data) {
  Reader in(data);
  MomentMessage message;
  message.hidden = in.number<std::uint8_t>() == 1;
  message.spent_until =
      static_cast<std::uint32_t>(std::min<std::uint64_t>(in.varint(), UINT32_MAX));
  message.ledger = in.take(in.varint());
  message.random = in.take(in.remaining());
  return finish(in, message);
}

Result<recommend::Language> read_language(std::span<const std::uint8_t> data) {
  Reader in(data);
  const auto language = read_language(in);
  return finish(in, language);
}

}  // namespace etalage::engine
