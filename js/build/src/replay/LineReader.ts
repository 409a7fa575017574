// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { didYouMean } from '../didYouMean.js'
import { EtalageError } from '../EtalageError.js'
import { quoteList } from '../quoteList.js'

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** Takes values out of a line, or throws an error that names the file, the line and what was expected. */
export class LineReader {
  constructor(private readonly _place: { file: string; line: number }) {}

  /** An object that has no other keys than `known`. */
  object(value: Json | undefined, key: string, known?: readonly string[]): Record<string, Json> {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw this.wrongValue(key, value, 'an object')
    }
    const unknown = Object.keys(value).find((name) => known && !known.includes(name))
    if (known && unknown !== undefined) {
      throw this.wrong(
        'replay-key-unknown',
        `unknown key "${unknown}" in ${key}${didYouMean(unknown, known)}`,
        `one of ${quoteList(known)}`,
      )
    }
    return value
  }

  wrongValue(key: string, value: Json | undefined, expected: string): EtalageError {
    const what = value === undefined ? `${key} is missing` : `${key} is ${shorten(value)}`
    return this.wrong('replay-value-wrong', what, expected)
  }

  wrong(code: string, what: string, expected: string): EtalageError {
    return new EtalageError({ ...this._place, code, what, expected })
  }
}

function shorten(value: Json): string {
  const text = JSON.stringify(value)
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}
