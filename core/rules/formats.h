// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// How a program, its manifest and its explanations lie in a pack: their members one after the other, as cereal archives
// (bytes/archive.h), in the order of their declarations.
//
//   whole numbers   varints; windows in milliseconds too
//   enumerations    u8
//   numbers         f64
//   lists           varint n, then the elements
//
// A release that adds a member adds a section to the pack; these formats stay as they are.
//
// Errors    truncated, malformed, out_of_memory; read_program also those of verify (verify.h), so that what it gives is safe to
//           run.
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
// REQUIRES nothing of the program: who uses them checks that there is a source a rule and a span an instruction.
[[nodiscard]] Result<Explanations> read_explanations(std::span<const std::uint8_t> data);

}  // namespace etalage::rules
