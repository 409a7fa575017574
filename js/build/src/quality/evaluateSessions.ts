// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Accuracy } from '../builder/Evaluation.js'
import { encodeProducts } from '../builder/encodeProducts.js'
import { encodeSettings } from '../builder/encodeSettings.js'
import { fitAll } from '../builder/fitAll.js'
import { inspectPack } from '../builder/inspectPack.js'
import { bareProduct } from '../catalogue/bareProduct.js'
import type { Terminal } from '../cli/Terminal.js'
import { unknownCustomer } from '../history/History.js'
import { ItemNumbers } from './ItemNumbers.js'
import { readSessionFile } from './readSessionFile.js'

/** What `etalage evaluate --json` prints. */
export interface SessionReport {
  /** Different items in both files. */
  items: number
  /** Sessions trained on. */
  sessions: number
  cases: number
  all: Accuracy
  new: Accuracy
  baseline: { all: Accuracy; new: Accuracy }
  trainSeconds: number
  microsPerQuery: number
  packBytes: number
  bytesPerItem: number
}

/** Trains on one file of sessions and tests on another; an item of the test alone is a product without history. */
export async function evaluateSessions(
  train: string,
  test: string,
  options: { minSupport: number; seed: number },
  terminal: Terminal,
): Promise<SessionReport> {
  const numbers = new ItemNumbers()
  terminal.progress('Reading the sessions')
  const sessions = await readSessionFile(train, numbers, 1)
  const cases = await readSessionFile(test, numbers, 2)
  const count = sessions.offsets.length - 1

  const [{ pack, evaluation: measured, trainSeconds, evaluateSeconds }] = await fitAll(
    [
      {
        products: encodeProducts(numbers.ids.map(bareProduct)),
        settings: encodeSettings({ ...options, retentionDays: 1, off: false, slots: [] }),
        history: { ...sessions, customers: new Uint32Array(count).fill(unknownCustomer) },
        cases,
      },
    ],
    (share) => terminal.progress(share < 1 ? `Training ${Math.floor(100 * share)} %` : 'Testing'),
  )
  return {
    items: numbers.ids.length,
    sessions: count,
    cases: measured.cases,
    all: measured.all,
    new: { hr20: measured.new.hr20, mrr20: measured.new.mrr20 },
    baseline: measured.baseline,
    trainSeconds,
    microsPerQuery: (evaluateSeconds * 1e6) / measured.cases,
    packBytes: pack.length,
    bytesPerItem: (await inspectPack(pack)).scoring.bytesPerItem,
  }
}
