// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { ConsentReading, Purpose } from '../../types.js'

/**
 * What one kind of banner tells, through its own interface on the page: globals, events, dataLayer. An adapter reads no cookie and no
 * storage. It gives no answer before the shopper gave one, and may throw: that counts as no answer.
 */
export interface Banner {
  /** For messages. */
  readonly title: string
  /** What its categories mean, where that is fixed. The shop's map goes before. */
  readonly meaning?: Partial<Record<Purpose, string>>
  /** Events, on the window or the document, after which it may say something else, or is there at last. */
  readonly events?: readonly string[]
  /** It is on this page. */
  present(): boolean
  /** Calls back where no event tells of a change; gives the function that stops it. Called once it is present. */
  follow?(changed: () => void): () => void
  /** The shopper's answer to a category of the banner: undefined where there is none. */
  read(category: string): boolean | undefined
  /** How and when they gave it, as far as it tells. */
  about?(): Pick<ConsentReading, 'chosen' | 'time' | 'version'>
  /** Its categories; undefined where it does not tell (yet). */
  categories?(): readonly string[] | undefined
  /** Shows itself, or its settings. */
  open?(): void
}

/** The page's globals, of which nothing is known. */
export function page<Globals>(): Partial<Globals> {
  return globalThis as unknown as Partial<Globals>
}

/** Milliseconds since 1970 of a date in any of the forms that banners give. */
export function toTime(date: unknown): number | undefined {
  const time = date instanceof Date ? date.getTime() : Date.parse(String(date))
  return Number.isFinite(time) ? time : undefined
}
