// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { EtalageError } from '../EtalageError.js'
import { didYouMean } from '../didYouMean.js'
import type { Problem } from '../Problem.js'
import { quoteList } from '../quoteList.js'

/** Takes values out of a configuration, or throws an error that names the file, the key and what was expected. */
export class ConfigReader {
  private readonly _problems: Problem[] = []

  constructor(readonly file: string) {}

  /** Runs `read`; what is wrong there is kept for `finish`, so that one run shows all that is wrong. */
  attempt<T>(read: () => T): T | undefined {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof EtalageError)) throw error
      this._problems.push(...error.problems)
      return undefined
    }
  }

  /** Throws what was wrong in any attempt. */
  finish(): void {
    const [first, ...more] = this._problems
    if (first) throw new EtalageError(first, ...more)
  }

  /** Reads the entries of an object one by one; those that are wrong are left out and kept for `finish`. */
  entries<T>(value: unknown, key: string, read: (name: string, value: unknown) => T): T[] {
    return Object.entries(this.object(value ?? {}, key)).flatMap(([name, described]) => {
      const entry = this.attempt(() => [read(name, described)])
      return entry ?? []
    })
  }

  /** A plain object that has no other keys than `known`. */
  object(value: unknown, key: string, known?: readonly string[]): Record<string, unknown> {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw this.wrong(key, value, 'an object')
    }
    const unknown = Object.keys(value).find((name) => known && !known.includes(name))
    if (known && unknown !== undefined) {
      const place = key ? ` in ${key}` : ''
      throw new EtalageError({
        code: 'config-key-unknown',
        file: this.file,
        what: `unknown key "${unknown}"${place}${didYouMean(unknown, known)}`,
        expected: `one of ${quoteList(known)}`,
      })
    }
    return value as Record<string, unknown>
  }

  text(value: unknown, key: string): string {
    if (typeof value !== 'string' || value.trim() === '') throw this.wrong(key, value, 'a text')
    return value
  }

  integer(value: unknown, key: string, least: number, most: number): number {
    if (!Number.isInteger(value) || (value as number) < least || (value as number) > most) {
      throw this.wrong(key, value, `a whole number from ${least} to ${most}`)
    }
    return value as number
  }

  number(value: unknown, key: string): number {
    if (typeof value !== 'number' || !Number.isFinite(value))
      throw this.wrong(key, value, 'a number')
    return value
  }

  range(value: unknown, key: string, least: number, most: number): number {
    const number = typeof value === 'number' ? value : NaN
    if (!(number >= least && number <= most)) {
      throw this.wrong(key, value, `a number from ${least} to ${most}`)
    }
    return number
  }

  flag(value: unknown, key: string): boolean {
    if (typeof value !== 'boolean') throw this.wrong(key, value, 'true or false')
    return value
  }

  list(value: unknown, key: string): unknown[] {
    if (!Array.isArray(value)) throw this.wrong(key, value, 'a list')
    return value
  }

  texts(value: unknown, key: string): string[] {
    return this.list(value, key).map((text, i) => this.text(text, `${key}[${i}]`))
  }

  oneOf<Word extends string>(value: unknown, key: string, known: readonly Word[]): Word {
    const word = known.find((one) => one === value)
    if (word !== undefined) return word
    const hint = typeof value === 'string' ? didYouMean(value, known) : ''
    throw this.wrong(key, value, `one of ${quoteList(known)}`, hint)
  }

  matching(value: unknown, key: string, pattern: RegExp, expected: string): RegExpExecArray {
    const match = typeof value === 'string' ? pattern.exec(value) : null
    if (!match) throw this.wrong(key, value, expected)
    return match
  }

  wrong(key: string, value: unknown, expected: string, hint = ''): EtalageError {
    const found = value === undefined ? 'is missing' : `is ${show(value)}`
    return new EtalageError({
      code: 'config-value-wrong',
      file: this.file,
      what: `${key || 'the default export'} ${found}${hint}`,
      expected,
    })
  }
}

function show(value: unknown): string {
  if (typeof value === 'number') return String(value) // JSON would make NaN null
  return JSON.stringify(value) ?? typeof value
}
