// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Engine } from '../engine/Engine.js'
import type { LiveProfile } from '../storage/LiveProfile.js'
import { Mailbox } from './Mailbox.js'
import { Questions } from './Questions.js'
import { sendReport } from './sendReport.js'

/** A report waits at most so long for its turn, in milliseconds: when it comes tells nothing of what the shopper did then. */
const mostDelay = 60_000

export interface ReporterHost {
  engine: Engine
  live: LiveProfile
  /** The collector's address, as the shop gave it. */
  collector: string
  /** Asked before every use: consent may have lapsed since. */
  mayReport: () => boolean
  /** The last week that is spent, whatever the ledger says. */
  spentUntil: () => number
  /** The ledger tells of the time from now on. */
  onLedger: () => void
}

/** Answers the shop's questions at the moments that the page tells of, and sends the answers, each alone. Nothing here rejects. */
export class Reporter {
  private readonly collector: URL
  private readonly questions: Questions
  private readonly mailbox: Mailbox
  private readonly sending = new AbortController()
  private clock: ReturnType<typeof setTimeout> | undefined

  /** Throws where the collector has no such address. */
  constructor(private readonly host: ReporterHost) {
    this.collector = addressOf(host.collector)
    this.questions = new Questions(host.engine.runtime)
    this.mailbox = new Mailbox(host.live, () => this.mayReport())
    // What an earlier page left.
    this.sendLater()
  }

  /** The shopper is here, or leaves. */
  async moment(leaves: boolean): Promise<void> {
    const known = await this.mailbox.charge((ledger) => {
      const now = new Date()
      const spentUntil = this.host.spentUntil()
      return this.questions.answer(
        { leaves, spentUntil, ledger },
        now.getTime(),
        -now.getTimezoneOffset(),
      )
    })
    if (known) this.host.onLedger()
    this.sendLater()
  }

  /** Nothing leaves any more, and what is on its way is called back as far as the browser can. */
  stop(): void {
    this.sending.abort()
    clearTimeout(this.clock)
  }

  private sendLater(): void {
    const delay = randomDelay()
    if (this.clock !== undefined || delay === undefined || this.sending.signal.aborted) return
    this.clock = setTimeout(() => void this.sendNext(), delay)
  }

  private async sendNext(): Promise<void> {
    const report = await this.mailbox.take()
    this.clock = undefined
    if (report === undefined) return
    if (this.mayReport()) void sendReport(this.collector, report, this.sending.signal)
    this.sendLater()
  }

  private mayReport(): boolean {
    return !this.sending.signal.aborted && this.host.mayReport()
  }
}

/** Without what could tell one shopper from another. */
function addressOf(collector: string): URL {
  const address = new URL(collector, document.baseURI)
  if (!/^https?:$/.test(address.protocol)) {
    throw new Error(`collector: expected an address of http or https, found "${collector}"`)
  }
  address.search = address.hash = address.username = address.password = ''
  return address
}

/** Undefined where nothing random is to be had. */
function randomDelay(): number | undefined {
  try {
    const [word = 0] = crypto.getRandomValues(new Uint32Array(1))
    return word > 0 ? (word / 2 ** 32) * mostDelay : undefined
  } catch {
    return undefined
  }
}
