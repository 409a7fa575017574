// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
#include "bytes/error.h"

#include <gtest/gtest.h>

#include <set>
#include <string_view>

namespace etalage {
namespace {

// What logs and JavaScript rely on.
TEST(Error, CodesKeepTheirNumbersAndNames) {
  constexpr std::string_view kNames[] = {
      "ok",        "truncated", "bad-magic",        "bad-version",  "bad-checksum",
      "malformed", "too-large", "invalid-argument", "switched-off", "out-of-memory"};
  for (std::size_t i = 0; i < std::size(kNames); ++i) {
    EXPECT_EQ(name(static_cast<Code>(i)), kNames[i]);
  }
}

TEST(Error, CarriesItsCodeThroughAResult) {
  const Result<int> result = fail(Code::too_large, "");
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, Code::too_large);
}

}  // namespace
}  // namespace etalage
