// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "compile/diagnostic.h"

#include <algorithm>
#include <utility>

#include "compile/utf8.h"

namespace etalage::compile {
namespace {

Diagnostic from(const Problem& problem) {
  Diagnostic result;
  result.code = problem.code;
  result.length = 0;
  result.what = problem.what;
  result.expected = problem.expected;
  result.hint = problem.hint;
  return result;
}

// A line as it can be shown: what is no UTF-8 becomes a question mark.
std::string shown(std::string_view line) {
  std::string result(line);
  for (auto at = invalid_utf8(result); at != std::string::npos; at = invalid_utf8(result)) {
    result[at] = '?';
  }
  return result;
}

}  // namespace

Diagnostic at(const RuleSource& rule, std::uint32_t which, const Problem& problem) {
  auto result = about(rule, problem);
  const std::string_view text = rule.cases[which].expression;
  const std::size_t begin = std::min<std::size_t>(problem.span.begin, text.size());
  const auto newline = text.substr(0, begin).rfind('\n');
  const auto line_begin = newline == std::string_view::npos ? 0 : newline + 1;
  const auto line_end = std::min(text.find('\n', begin), text.size());
  const auto end = std::clamp<std::size_t>(problem.span.end, begin, line_end);
  if (rules::is_choice(rule.kind) || rule.cases.size() > 1) result.which = which;
  result.line += static_cast<std::uint32_t>(
      std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(begin), '\n'));
  result.column =
      static_cast<std::uint32_t>(characters(text.substr(line_begin, begin - line_begin))) + 1;
  result.length = std::max<std::uint32_t>(
      1, static_cast<std::uint32_t>(characters(text.substr(begin, end - begin))));
  result.source = shown(text.substr(line_begin, line_end - line_begin));
  return result;
}

Diagnostic about(const RuleSource& rule, const Problem& problem) {
  auto result = from(problem);
  result.kind = rule.kind;
  result.rule = rule.name;
  return result;
}

Diagnostic about(std::string subject, const Problem& problem) {
  auto result = from(problem);
  result.subject = std::move(subject);
  return result;
}

}  // namespace etalage::compile
