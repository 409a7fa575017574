// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { Caller } from '../engine/Caller.js'
import type { Runtime } from '../engine/Runtime.js'

/** So many random bytes are enough for whatever can be due at once. */
const randomBytes = 16_384

/** A moment at which the shop's questions may be answered. */
export interface Moment {
  /** The shopper leaves a page, or has left one: what is due is answered. Else they are just here. */
  leaves: boolean
  /** Nothing is answered for an epoch that reaches into this week or an earlier one; 0 for none. */
  spentUntil: number
  /** What earlier answers have cost; empty where there were none. */
  ledger: Uint8Array
}

export interface Answered {
  /** The last week that an answer was given for. */
  until: number
  ledger: Uint8Array
  /** Randomised, and charged to the ledger. */
  reports: string[]
}

/** The shop's questions, as the page's engine answers them. */
export class Questions extends Caller<Runtime> {
  /** Undefined where nothing has changed. Throws where there is nothing random to be had: without it there is no answer. */
  answer(moment: Moment, now: number, offset: number): Answered | undefined {
    const { leaves, spentUntil, ledger } = moment
    const head = [leaves ? 1 : 0, ...varint(spentUntil), ...varint(ledger.length), ...ledger]
    const message = new Uint8Array(head.length + randomBytes)
    try {
      message.set(head)
      crypto.getRandomValues(message.subarray(head.length))
      this.send(message)
      const changed = this.bytes(this.runtime.moment(now, offset))
      const reports = this.reports()
      return changed.length > 0 ? { ...readLedger(changed), reports } : undefined
    } finally {
      // Whoever knew the random bytes would know the answers.
      this.send(message.fill(0))
    }
  }

  private reports(): string[] {
    const reports: string[] = []
    for (;;) {
      const report = this.bytes(this.runtime.next_report())
      if (report.length === 0) return reports
      reports.push(new TextDecoder().decode(report))
    }
  }
}

function varint(value: number): number[] {
  const bytes: number[] = []
  let rest = value
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128)
  return [...bytes, rest]
}

function readLedger(bytes: Uint8Array): Pick<Answered, 'until' | 'ledger'> {
  let until = 0
  let at = 0
  for (let unit = 1; ; unit *= 128) {
    const byte = bytes[at++] ?? 0
    until += (byte % 128) * unit
    if (byte < 128) return { until, ledger: bytes.slice(at) }
  }
}
