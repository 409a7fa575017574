// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { ConfigReader } from './ConfigReader.js'

const most = 2 ** 20
const expected = '"ln A" or "ln A/B", A and B whole numbers and A the greater, as "ln 3"'

/** An epsilon, which is offered only as the logarithm of a ratio: such a one can be drawn exactly. */
export function readEpsilon(
  reader: ConfigReader,
  value: unknown,
  key: string,
): { a: number; b: number } {
  const [, above, below] = reader.matching(
    value,
    key,
    /^ln ([1-9]\d{0,6})(?:\/([1-9]\d{0,6}))?$/,
    expected,
  )
  const [a, b] = [Number(above), Number(below ?? 1)]
  if (a <= b || a > most) throw reader.wrong(key, value, expected)
  return { a, b }
}
