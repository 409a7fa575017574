// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { attempt } from '../consent/attempt.js'
import type { LiveProfile } from '../storage/LiveProfile.js'
import { answerTo } from '../storage/database.js'
import { bytesIn, ledgerKey, type StoredLedger } from '../storage/ledger.js'
import type { Answered } from './Questions.js'

/** More wait for nobody: the oldest have not been accepted for long. */
const mostQueued = 64

/**
 * The reports on their way, in storage, and the ledger that they are charged to. Each method is one transaction, in which consent is
 * asked once more: whatever ends the page, a report is charged before it is queued and out of the queue before it is sent, so
 * that it may be lost and never goes twice.
 */
export class Mailbox {
  constructor(
    private readonly live: LiveProfile,
    private readonly mayReport: () => boolean,
  ) {}

  /** Keeps what `answer` makes of the ledger, and queues the reports that it was charged for; nothing where it throws. True where the ledger is known. */
  async charge(answer: (ledger: Uint8Array) => Answered | undefined): Promise<boolean> {
    const known = await this.live.report(async ({ queue, ledger }) => {
      const stored: unknown = await answerTo(ledger.get(ledgerKey))
      if (!this.mayReport()) return false
      const answered = attempt(() => ({ is: answer(bytesIn(stored)) }))
      if (!answered?.is) return answered !== undefined
      const { until, ledger: bytes, reports } = answered.is
      await answerTo(ledger.put({ until, bytes } satisfies StoredLedger, ledgerKey))
      for (const report of reports) await answerTo(queue.add(report))
      if (reports.length > 0) await shorten(queue)
      return true
    })
    return known === true
  }

  /** Takes the oldest report out: nobody else has it from then on. Undefined where there is none. */
  async take(): Promise<unknown> {
    return this.live.report(async ({ queue }) => {
      const [key] = await answerTo(queue.getAllKeys(undefined, 1))
      if (key === undefined || !this.mayReport()) return undefined
      const report: unknown = await answerTo(queue.get(key))
      await answerTo(queue.delete(key))
      return report
    })
  }
}

async function shorten(queue: IDBObjectStore): Promise<void> {
  const keys = await answerTo(queue.getAllKeys())
  for (const key of keys.slice(0, -mostQueued)) await answerTo(queue.delete(key))
}
