// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { EtalageError } from '../EtalageError.js'
import type { Database } from '../input/Database.js'
import type { Source } from '../input/Source.js'
import { quoteList } from '../quoteList.js'
import { unmatchedItems } from '../sql/history.js'

/** A history of which the catalogue knows less than half is of another shop, or names products in another way. */
export async function checkMatched(
  db: Database,
  source: Source,
  { used, matched }: { used: number; matched: number },
): Promise<void> {
  if (matched * 2 >= used) return
  const unmatched = await db.rows<{ item_id: string }>(unmatchedItems)
  const share = ((100 * matched) / used).toFixed(1)
  throw new EtalageError({
    code: 'history-unmatched',
    file: source.file,
    what:
      `the catalogue knows the item of only ${share} % of ${used} lines; ` +
      `most frequent of the unknown: ${quoteList(unmatched.map((row) => row.item_id))}`,
    expected: 'at least 50 %: give the catalogue these ids as id, aliases or item_group_id',
  })
}
