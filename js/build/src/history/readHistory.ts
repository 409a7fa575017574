// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Catalogue } from '../catalogue/Catalogue.js'
import type { InputFile } from '../config/Settings.js'
import { EtalageError } from '../EtalageError.js'
import type { Database } from '../input/Database.js'
import { explainReadFailure } from '../input/explainReadFailure.js'
import { openSource } from '../input/openSource.js'
import { recordError } from '../input/recordError.js'
import { resolveColumns } from '../input/resolveColumns.js'
import type { Source } from '../input/Source.js'
import * as sql from '../sql/history.js'
import { createHistoryLines } from '../sql/historyLines.js'
import { readSource } from '../sql/readSource.js'
import { checkMatched } from './checkMatched.js'
import { collectSessions } from './collectSessions.js'
import { readCustomerEvents, type CustomerEvents } from './CustomerEvents.js'
import type { History, HistorySummary } from './History.js'
import { historyColumns } from './historyColumns.js'
import { storeNames } from './storeNames.js'

export interface HistoryRead {
  history: History
  summary: HistorySummary
  /** How often each variant of the catalogue occurs, by its place there. */
  touches: Map<number, number>
  /** The ids of the products where there is no catalogue. */
  ids: string[]
  customerEvents?: CustomerEvents
}

/** Reads the history, and matches its items to the catalogue where there is one. */
export async function readHistory(
  db: Database,
  input: InputFile,
  catalogue: Catalogue | undefined,
  withCustomerEvents: boolean,
): Promise<HistoryRead> {
  const source = await openSource(db, input.path, 'history')
  const lines = await readLines(db, source, input)

  if (catalogue) await storeNames(db, catalogue)
  else await db.run(sql.nameProductsByHistory)
  await db.run(sql.createHistoryEvents)
  await db.run('DROP TABLE history_lines')

  const [events] = await db.rows<{ used: number; matched: number }>(sql.countEvents)
  if (events.used === 0) {
    throw historyEmpty(source, `none of its ${lines.lines} lines shows interest in an item`)
  }
  await checkMatched(db, source, events)
  await db.run(sql.createHistorySessions)
  const [sessions] = await db.rows<{ sessions: number; customers: number }>(sql.countSessions)
  const touches = await db.rows<{ variant: number; touches: number }>(sql.touchesByVariant)
  const names = catalogue ? [] : await db.rows<{ name: string }>(sql.productNames)
  return {
    history: await collectSessions(db, sessions.sessions, events.matched),
    summary: {
      ...lines,
      used: events.used,
      matched: catalogue && events.matched,
      ...sessions,
      leftOut: lines.lines - lines.incomplete - events.used,
    },
    touches: new Map(touches.map((row) => [row.variant, row.touches])),
    ids: names.map((row) => row.name),
    customerEvents: withCustomerEvents ? await readCustomerEvents(db) : undefined,
  }
}

async function readLines(
  db: Database,
  source: Source,
  input: InputFile,
): Promise<{ lines: number; incomplete: number }> {
  const theirs = resolveColumns(source, historyColumns, input.columns, 'history')
  const names = historyColumns.map((column) => column.name)
  const file = readSource(source, db.literalPath(source.path), names, theirs)
  try {
    await db.run(createHistoryLines(file, theirs.has('time')))
  } catch (error) {
    throw await explainReadFailure(source, error)
  }
  const [lines] = await db.rows<{ lines: number; incomplete: number }>(sql.countLines)
  if (lines.lines === 0) throw historyEmpty(source, 'the history holds no event')
  if (lines.lines === lines.incomplete) {
    throw historyEmpty(source, `none of its ${lines.lines} lines has both a session and an item`)
  }
  await checkValues(db, source, theirs)
  return lines
}

async function checkValues(
  db: Database,
  source: Source,
  theirs: ReadonlyMap<string, string>,
): Promise<void> {
  const [bad] = await db.rows<{
    record: number
    bad_time: string | null
    bad_quantity: string | null
  }>(sql.firstBadLine)
  if (!bad) return
  if (bad.bad_time !== null) {
    throw await recordError(source, bad.record, {
      code: 'time-invalid',
      what: bad.bad_time
        ? `the time is "${bad.bad_time}"`
        : `no time in column "${theirs.get('time')}"`,
      expected: 'one as 2026-01-31T09:30:00Z, or seconds or milliseconds since 1970',
    })
  }
  throw await recordError(source, bad.record, {
    code: 'quantity-invalid',
    what: `the quantity is "${bad.bad_quantity}"`,
    expected: 'a number',
  })
}

function historyEmpty(source: Source, what: string): EtalageError {
  return new EtalageError({
    code: 'history-empty',
    file: source.file,
    what,
    expected: 'one line for each event and item',
  })
}
