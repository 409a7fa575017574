// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { EtalageError } from '../EtalageError.js'

/** What the module says of a failure, "code: detail", as an error. */
export function moduleError(said: string): EtalageError {
  const [, code, what] = /^([^:]*): (.*)$/s.exec(said) ?? ['', 'unknown', said]
  return new EtalageError({ code, what })
}
