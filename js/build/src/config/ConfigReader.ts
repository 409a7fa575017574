// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { EtalageError } from '../EtalageError.js'
import { didYouMean } from '../didYouMean.js'
import { quoteList } from '../quoteList.js'

/** Takes values out of a configuration, or throws an error that names the file, the key and what was expected. */
export class ConfigReader {
  constructor(private readonly _file: string) {}

  /** A plain object that has no other keys than `known`. */
  object(value: unknown, key: string, known?: readonly string[]): Record<string, unknown> {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw this._wrong(key, value, 'an object')
    }
    const unknown = Object.keys(value).find((name) => known && !known.includes(name))
    if (known && unknown !== undefined) {
      const place = key ? ` in ${key}` : ''
      throw new EtalageError({
        code: 'config-key-unknown',
        file: this._file,
        what: `unknown key "${unknown}"${place}${didYouMean(unknown, known)}`,
        expected: `one of ${quoteList(known)}`,
      })
    }
    return value as Record<string, unknown>
  }

  text(value: unknown, key: string): string {
    if (typeof value !== 'string' || value.trim() === '') throw this._wrong(key, value, 'a text')
    return value
  }

  integer(value: unknown, key: string, least: number, most: number): number {
    if (!Number.isInteger(value) || (value as number) < least || (value as number) > most) {
      throw this._wrong(key, value, `a whole number from ${least} to ${most}`)
    }
    return value as number
  }

  flag(value: unknown, key: string): boolean {
    if (typeof value !== 'boolean') throw this._wrong(key, value, 'true or false')
    return value
  }

  list(value: unknown, key: string): unknown[] {
    if (!Array.isArray(value)) throw this._wrong(key, value, 'a list')
    return value
  }

  oneOf(value: unknown, key: string, known: readonly string[]): string {
    if (typeof value === 'string' && known.includes(value)) return value
    const hint = typeof value === 'string' ? didYouMean(value, known) : ''
    throw this._wrong(key, value, `one of ${quoteList(known)}`, hint)
  }

  matching(value: unknown, key: string, pattern: RegExp, expected: string): RegExpExecArray {
    const match = typeof value === 'string' ? pattern.exec(value) : null
    if (!match) throw this._wrong(key, value, expected)
    return match
  }

  private _wrong(key: string, value: unknown, expected: string, hint = ''): EtalageError {
    const found = value === undefined ? 'is missing' : `is ${JSON.stringify(value) ?? typeof value}`
    return new EtalageError({
      code: 'config-value-wrong',
      file: this._file,
      what: `${key || 'the default export'} ${found}${hint}`,
      expected,
    })
  }
}
