// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { EtalageError } from '../EtalageError.js'
import { didYouMean } from '../didYouMean.js'
import { quoteList } from '../quoteList.js'
import type { Column } from './Column.js'
import type { Source } from './Source.js'

/** Which column of the file holds each of ours; ours that the file lacks are left out. `key`: catalogue or history. */
export function resolveColumns(
  source: Source,
  columns: readonly Column[],
  mapping: ReadonlyMap<string, string>,
  key: string,
): Map<string, string> {
  const found = new Map<string, string>()
  for (const column of columns) {
    const named = mapping.get(column.name)
    const theirs = named ?? usualName(source, column)
    if (named !== undefined && !source.columns.includes(named)) {
      throw headerError(source, {
        what: `no column "${named}", which ${key}.columns.${column.name} names${didYouMean(named, source.columns)}`,
        expected: `one of ${quoteList(source.columns)}`,
      })
    }
    if (theirs === undefined) {
      if (!column.required) continue
      throw headerError(source, {
        what: `no column "${column.name}"${didYouMean(column.name, source.columns)}`,
        expected: `it, or ${key}.columns.${column.name} to name one of ${quoteList(source.columns)}`,
      })
    }
    if (source.columns.indexOf(theirs) !== source.columns.lastIndexOf(theirs)) {
      throw headerError(source, { what: `two columns "${theirs}"`, expected: 'one' })
    }
    found.set(column.name, theirs)
  }
  return found
}

function usualName(source: Source, column: Column): string | undefined {
  for (const name of [column.name, ...(column.also ?? [])]) {
    const theirs = source.columns.find((candidate) => normalise(candidate) === name)
    if (theirs !== undefined) return theirs
  }
  return undefined
}

function normalise(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
}

function headerError(source: Source, problem: { what: string; expected: string }): EtalageError {
  const line = source.format === 'delimited' ? 1 : undefined
  return new EtalageError({ code: 'column-unknown', file: source.file, line, ...problem })
}
