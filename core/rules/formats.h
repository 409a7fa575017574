// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// How a program, its manifest and its explanations lie in a pack: the members of program.h and manifest.h, one after the
// other in the order of their declarations.
//
//   whole numbers   varints (bytes/reader.h): enumerations, truths and windows in milliseconds too
//   numbers         f64
//   strings         string
//   lists           varint n, then the elements
//
// Explanations are read where they lie, by explanation_view.h, and so have a shape of their own:
//
//   varint n, then a span an instruction: u32 begin, u32 end
//   varint n, then a source a rule: string
//   varint n, then each sentence: varint op, varint index, varint say, then its forms as strings
//
// A release that adds a member adds a section to the pack; these formats stay as they are.
//
// Errors    truncated, malformed; read_program also those of verify (verify.h), so that what it gives is safe to run.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "bytes/error.h"
#include "rules/explanation.h"
#include "rules/manifest.h"
#include "rules/program.h"

namespace etalage::rules {

[[nodiscard]] std::vector<std::uint8_t> write_program(const Program& program);
[[nodiscard]] Result<Program> read_program(std::span<const std::uint8_t> data);

[[nodiscard]] std::vector<std::uint8_t> write_manifest(const Manifest& manifest);
[[nodiscard]] Result<Manifest> read_manifest(std::span<const std::uint8_t> data);

[[nodiscard]] std::vector<std::uint8_t> write_explanations(const Explanations& explanations);

}  // namespace etalage::rules
