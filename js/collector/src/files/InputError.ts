// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** A file of the shop's that cannot be used: what was wrong, and what was expected. */
export class InputError extends Error {
  override readonly name = 'InputError'
}
