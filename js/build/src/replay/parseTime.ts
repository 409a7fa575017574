// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Json, LineReader } from './LineReader.js'

const pattern =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d:\d\d)?)?$/

/** A time of ISO 8601 (UTC where it names no zone), or milliseconds since 1970. */
export function parseTime(
  time: Json | undefined,
  line: LineReader,
): { time: string | number; now: number } {
  const now =
    typeof time === 'string' ? fromText(time) : Number.isSafeInteger(time) ? Number(time) : NaN
  if ((typeof time === 'string' || typeof time === 'number') && now >= 0) return { time, now }
  throw line.wrongValue(
    'time',
    time,
    'a time since 1970, as "2026-01-05T10:00:00Z", or milliseconds',
  )
}

function fromText(text: string): number {
  const match = pattern.exec(text)
  if (!match) return NaN
  const [year, month, day, hours, minutes, seconds] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0))
  const midnight = Date.UTC(year, month - 1, day)
  // Date.UTC would take the 30th of February for a day in March.
  if (new Date(midnight).toISOString().slice(0, 10) !== text.slice(0, 10)) return NaN
  const offset = offsetOf(match[8] ?? 'Z')
  if (hours > 23 || minutes > 59 || seconds > 59 || Number.isNaN(offset)) return NaN
  const fraction = Number((match[7] ?? '').padEnd(3, '0').slice(0, 3))
  return midnight + (hours * 60 + minutes - offset) * 60_000 + seconds * 1000 + fraction
}

function offsetOf(zone: string): number {
  if (zone === 'Z') return 0
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(4, 6))]
  if (hours > 18 || minutes > 59) return NaN
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}
