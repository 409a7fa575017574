// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "support/json.h"

#include <algorithm>
#include <cstdlib>

namespace etalage::test {
namespace {

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  bool whole(Json& out) {
    if (!value(out, 0)) return false;
    space();
    return at_ == text_.size();
  }

 private:
  void space() {
    while (at_ < text_.size() && std::string_view(" \t\r\n").contains(text_[at_])) ++at_;
  }
  bool skip(std::string_view wanted) {
    if (!text_.substr(at_).starts_with(wanted)) return false;
    at_ += wanted.size();
    return true;
  }
  bool next(char wanted) {
    space();
    return skip(std::string_view(&wanted, 1));
  }

  bool value(Json& out, int depth) {
    constexpr int kDeepest = 64;
    space();
    if (depth > kDeepest || at_ == text_.size()) return false;
    switch (text_[at_]) {
      case '{': out.kind = Json::Kind::object; return object(out, depth);
      case '[': out.kind = Json::Kind::array; return array(out, depth);
      case '"': out.kind = Json::Kind::string; return string(out.text);
      case 't':
        out.boolean = true;
        out.kind = Json::Kind::boolean;
        return skip("true");
      case 'f': out.kind = Json::Kind::boolean; return skip("false");
      case 'n': return skip("null");
      default: out.kind = Json::Kind::number; return number(out.number);
    }
  }

  bool object(Json& out, int depth) {
    skip("{");
    if (next('}')) return true;
    do {
      std::string name;
      space();
      if (!string(name) || out.has(name) || !next(':')) return false;
      out.names.push_back(std::move(name));
      if (!value(out.items.emplace_back(), depth + 1)) return false;
    } while (next(','));
    return next('}');
  }

  bool array(Json& out, int depth) {
    skip("[");
    if (next(']')) return true;
    do {
      if (!value(out.items.emplace_back(), depth + 1)) return false;
    } while (next(','));
    return next(']');
  }

  bool string(std::string& out) {
    if (!skip("\"")) return false;
    while (at_ < text_.size()) {
      const char c = text_[at_++];
      if (c == '"') return true;
      if (static_cast<unsigned char>(c) < 0x20) return false;
      if (c != '\\') {
        out += c;
      } else if (!escape(out)) {
        return false;
      }
    }
    return false;
  }

  bool escape(std::string& out) {
    constexpr std::string_view kLetters = "\"\\/bfnrt";
    constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
    if (at_ == text_.size()) return false;
    const char c = text_[at_++];
    if (const auto found = kLetters.find(c); found != std::string_view::npos) {
      out += kMeanings[found];
      return true;
    }
    // Of the \u escapes only those of one byte are ours to write.
    if (c != 'u' || !skip("00") || text_.size() - at_ < 2) return false;
    const std::string digits(text_.substr(at_, 2));
    if (digits.find_first_not_of("0123456789abcdefABCDEF") != std::string::npos) return false;
    out += static_cast<char>(std::strtol(digits.c_str(), nullptr, 16));
    at_ += 2;
    return true;
  }

  bool digits() {
    const auto start = at_;
    while (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9') ++at_;
    return at_ > start;
  }

  bool number(double& out) {
    const auto start = at_;
    skip("-");
    if (!skip("0") && !digits()) return false;
    if (skip(".") && !digits()) return false;
    if (skip("e") || skip("E")) {
      if (!skip("+")) skip("-");
      if (!digits()) return false;
    }
    out = std::strtod(std::string(text_.substr(start, at_ - start)).c_str(), nullptr);
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<Json> Json::parse(std::string_view text) {
  Json json;
  if (!Parser(text).whole(json)) return std::nullopt;
  return json;
}

const Json& Json::operator[](std::string_view name) const& {
  static const Json kNothing;
  const auto found = std::find(names.begin(), names.end(), name);
  return found == names.end() ? kNothing : items[static_cast<std::size_t>(found - names.begin())];
}

bool Json::has(std::string_view name) const {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::vector<std::string> Json::texts() const {
  std::vector<std::string> result;
  for (const auto& item : items) result.push_back(item.text);
  return result;
}

}  // namespace etalage::test
