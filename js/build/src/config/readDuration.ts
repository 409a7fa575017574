// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { ConfigReader } from './ConfigReader.js'

const minutes: Record<string, number> = { m: 1, h: 60, d: 1440, w: 7 * 1440, y: 365 * 1440 }
const most = 100 * minutes.y

/** A duration as the rule language has it, `15m 12h 30d 2w 1y`, in milliseconds. */
export function readDuration(reader: ConfigReader, value: unknown, key: string): number {
  const expected = 'minutes, hours, days, weeks or years, as "15m", "12h", "30d", "2w" or "1y"'
  const [, count, unit] = reader.matching(value, key, /^([1-9]\d{0,8})([mhdwy])$/, expected)
  const duration = Number(count) * minutes[unit]
  if (duration > most) throw reader.wrong(key, value, 'at most a hundred years')
  return duration * 60_000
}
