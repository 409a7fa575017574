// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Accuracy } from '../builder/Evaluation.js'
import { encodeProducts } from '../builder/encodeProducts.js'
import { encodeSettings } from '../builder/encodeSettings.js'
import { fitAll } from '../builder/fitAll.js'
import type { ModelSettings } from '../builder/ModelSettings.js'
import { inspectPack } from '../builder/inspectPack.js'
import { bareProduct } from '../catalogue/bareProduct.js'
import type { Progress } from '../Progress.js'
import { unknownCustomer } from '../history/History.js'
import { ItemNumbers } from './ItemNumbers.js'
import { readSessionFile } from './readSessionFile.js'
import { searchSettings } from './tuning/searchSettings.js'
import type { SettingsReport } from './tuning/SettingsReport.js'

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
  /** Chosen on the last sessions of the training part. */
  settings: SettingsReport
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
  progress: Progress,
): Promise<SessionReport> {
  const numbers = new ItemNumbers()
  progress('Reading the sessions')
  const sessions = await readSessionFile(train, numbers, 1)
  const cases = await readSessionFile(test, numbers, 2)
  const count = sessions.offsets.length - 1

  const history = { ...sessions, customers: new Uint32Array(count).fill(unknownCustomer) }
  const products = encodeProducts(numbers.ids.map(bareProduct))
  const encode = (model: ModelSettings) =>
    encodeSettings({ ...options, retentionDays: 1, off: false, slots: [] }, model)
  const settings = await searchSettings(history, products, encode, progress)

  const [{ pack, evaluation: measured, trainSeconds, evaluateSeconds }] = await fitAll(
    [{ products, settings: encode(settings), history, cases }],
    (share) => progress(share < 1 ? `Training ${Math.floor(100 * share)} %` : 'Testing'),
  )
  return {
    items: numbers.ids.length,
    sessions: count,
    cases: measured.cases,
    all: accuracy(measured.all),
    new: accuracy(measured.new),
    baseline: { all: accuracy(measured.baseline.all), new: accuracy(measured.baseline.new) },
    settings,
    trainSeconds: thousandths(trainSeconds),
    microsPerQuery: thousandths((evaluateSeconds * 1e6) / measured.cases),
    packBytes: pack.length,
    bytesPerItem: (await inspectPack(pack)).scoring.bytesPerItem,
  }
}

/** Without the number of its cases, which the report says once. */
function accuracy({ hr20, mrr20 }: Accuracy): Accuracy {
  return { hr20, mrr20 }
}

function thousandths(value: number): number {
  return Math.round(value * 1000) / 1000
}
