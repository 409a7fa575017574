// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

const pattern =
  /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/

/** The day of a date or time as ISO 8601 writes it, counted from 1970-01-01; undefined where the text is none. */
export function parseDay(text: string): number | undefined {
  if (!pattern.test(text)) return undefined
  const time = Date.parse(text.slice(0, 10))
  // JavaScript takes the 31st of February for the 3rd of March.
  const isReal = time >= 0 && new Date(time).toISOString().slice(0, 10) === text.slice(0, 10)
  return isReal ? time / 86_400_000 : undefined
}
