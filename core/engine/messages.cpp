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
  message.items = read_list(in);
  return finish(in, std::move(message));
}

Result<std::vector<std::string>> read_cart(std::span<const std::uint8_t> data) {
  Reader in(data);
  auto items = read_list(in);
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
  request.language =
      in.number<std::uint8_t>() == 1 ? recommend::Language::nl : recommend::Language::en;
  return finish(in, std::move(request));
}

}  // namespace etalage::engine
