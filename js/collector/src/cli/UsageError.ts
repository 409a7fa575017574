// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** The command line was called wrongly: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
