// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Store } from '../store/Store.js'
import type { Report, Verdict } from './Report.js'

interface Waiting {
  report: Report
  settle: (verdict: Verdict | 'not-durable') => void
}

/** More than that in one transaction gains nothing. */
const largestBatch = 1_000
/** So many may wait: what comes on top would time out before its turn. */
const longestQueue = 20_000

/**
 * Counts what arrives together in one transaction, and answers all of it once that is durable: the disk is waited for once a
 * batch, not once a report.
 */
export class GroupCommit {
  private _waiting: Waiting[] = []
  private _isRunning = false

  constructor(
    private readonly _store: Pick<Store, 'count'>,
    private readonly _onError: (error: unknown) => void,
  ) {}

  count(report: Report): Promise<Verdict | 'not-durable'> {
    if (this._waiting.length >= longestQueue) return Promise.resolve('not-durable')
    return new Promise((settle) => {
      this._waiting.push({ report, settle })
      if (!this._isRunning) void this.run()
    })
  }

  private async run(): Promise<void> {
    this._isRunning = true
    while (this._waiting.length > 0) {
      await arrivals()
      const batch = this._waiting.splice(0, largestBatch)
      const verdicts = await this.commit(batch.map(({ report }) => report))
      batch.forEach(({ settle }, i) => settle(verdicts?.[i] ?? 'not-durable'))
    }
    this._isRunning = false
  }

  private async commit(reports: readonly Report[]): Promise<readonly Verdict[] | undefined> {
    try {
      return await this._store.count(reports)
    } catch (error) {
      this._onError(error)
      return undefined
    }
  }
}

/** Until what has arrived in the meantime has been read. */
function arrivals(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
