// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Source } from '../input/Source.js'
import { sqlName } from './quote.js'
import { readSource } from './readSource.js'

/** A query for one row: of each column whether it is a text, as it is empty throughout or holds what is no number. */
export function textColumns(source: Source, path: string, columns: readonly string[]): string {
  const theirs = new Map(columns.map((column) => [column, column]))
  const checks = columns.map((column) => {
    const value = sqlName(column)
    return `COUNT(${value}) = 0 OR NOT BOOL_AND(regexp_full_match(${value}, '-?[0-9]+([.][0-9]+)?')) AS ${value}`
  })
  return `SELECT ${checks.join(', ')} FROM (${readSource(source, path, columns, theirs)}) AS records`
}
