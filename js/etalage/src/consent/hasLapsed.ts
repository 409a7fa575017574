// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { ConsentReading } from '../types.js'

const day = 24 * 60 * 60 * 1000
const lifetime = 365 * day

/** When the shopper chose, where that is a moment that can be: a clock that is wrong tells nothing. */
export function timeOf({ time }: ConsentReading): number | undefined {
  return Number.isFinite(time) && (time as number) <= Date.now() + day ? time : undefined
}

/** Consent is too old, or was given to another text. A source that tells neither looks after that itself. */
export function hasLapsed(reading: ConsentReading, version: string | undefined): boolean {
  const time = timeOf(reading)
  if (time !== undefined && Date.now() - time > lifetime) return true
  // A shop that writes no types may number its texts.
  const texts = [reading.version, version] as (string | number | undefined)[]
  return !texts.includes(undefined) && new Set(texts.map(String)).size > 1
}
