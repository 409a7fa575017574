// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** Why the package is off, from what was thrown. The module has no exceptions: where its memory ends it just stops. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'RuntimeError') return `out-of-memory: the module stopped: ${error.message}`
  return error.message
}
