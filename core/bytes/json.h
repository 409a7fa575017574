// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// JsonWriter: builds JSON text, in order, for answers that JavaScript reads with JSON.parse.
//
//   JsonWriter json;
//   json.object().key("id").string("A1").key("scores").array().number(0.5).end().end();
//
// Numbers that JSON cannot hold (NaN, infinities) become null. Strings are taken as UTF-8 and escaped.
// REQUIRES: calls follow JSON's grammar; nothing checks it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace etalage::bytes {

class JsonWriter {
 public:
  JsonWriter& object() { return open('{', '}'); }
  JsonWriter& array() { return open('[', ']'); }
  JsonWriter& end();
  JsonWriter& key(std::string_view name);
  JsonWriter& string(std::string_view text);
  // Rounded to millionths: printing a double exactly would cost a page more bytes than all the rest of this file.
  // Beyond +-9e12 it saturates.
  JsonWriter& number(double value);
  JsonWriter& integer(std::int64_t value);
  JsonWriter& boolean(bool value);
  JsonWriter& null();

  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  JsonWriter& open(char left, char right);
  void separate();
  void quote(std::string_view text);

  std::string text_;
  std::string closers_;
  bool first_ = true;
};

}  // namespace etalage::bytes
