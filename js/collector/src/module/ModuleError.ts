// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** What the module refused, and why: `code: detail`. */
export class ModuleError extends Error {
  override readonly name = 'ModuleError'
}
