// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { QuestionError } from './QuestionError.js'
import { parseDay } from './days.js'

/** Days that are asked for; without a bound, what is usual. */
export interface Range {
  /** The start of the first and of the last day. */
  from?: number
  to?: number
}

export function readRange(query: URLSearchParams): Range {
  const from = readDay(query, 'from')
  const to = readDay(query, 'to')
  if (from !== undefined && to !== undefined && from > to) {
    throw new QuestionError(400, 'range-invalid', '"from" is after "to"')
  }
  return { from, to }
}

function readDay(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name)
  if (!text) return undefined
  const time = parseDay(text)
  if (time !== undefined) return time
  throw new QuestionError(400, 'day-invalid', `"${name}" is no day; expected one as 2026-11-16`)
}
