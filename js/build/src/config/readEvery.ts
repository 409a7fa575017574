// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { ConfigReader } from './ConfigReader.js'

const mostDays = 366

/** The length of an epoch, in days. */
export function readEvery(reader: ConfigReader, value: unknown, key: string): number {
  const expected = `days or weeks, "1d" to "${mostDays}d", as "7d" or "4w"`
  const [, count, unit] = reader.matching(value, key, /^([1-9]\d{0,2})([dw])$/, expected)
  const days = Number(count) * (unit === 'w' ? 7 : 1)
  if (days > mostDays) throw reader.wrong(key, value, expected)
  return days
}
