// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Etalage, ProfileView } from '../../types.js'
import { NoAnswer, patiently } from './patiently.js'
import { steadyOrder } from './steadyOrder.js'

/** `off`: there is no instance to ask. */
export type Trouble = 'slow' | 'failed' | 'off'

/**
 * Keeps a view of one instance's profile up to date: reads it again whenever something changed, one reading at a time, until
 * it is closed. Never throws; what went wrong is in `trouble`, beside the last view that there was.
 */
export class ProfileReader {
  view: ProfileView | undefined
  trouble: Trouble | undefined

  private readonly unsubscribers: (() => void)[] = []
  private reading: Promise<void> | undefined
  private stale = false
  private closed = false

  /** `lang` is asked before each reading, and undefined while nobody looks. */
  constructor(
    readonly etalage: Etalage,
    private readonly lang: () => string | undefined,
    private readonly onRead: () => void,
  ) {
    const again = () => void this.read()
    try {
      for (const name of ['change', 'consent', 'error'] as const) {
        this.unsubscribers.push(etalage.on(name, again))
      }
    } catch {
      // One that tells of no changes is shown as it is now.
    }
    again()
  }

  /** Resolves when a view that was asked for after this call has been shown, or could not be had. */
  read(): Promise<void> {
    this.stale = true
    return (this.reading ??= this.readOn().finally(() => (this.reading = undefined)))
  }

  /** Reads what was not read while nobody looked. */
  catchUp(): void {
    if (this.stale) void this.read()
  }

  close(): void {
    this.closed = true
    for (const unsubscribe of this.unsubscribers) unsubscribe()
  }

  private async readOn(): Promise<void> {
    // Several changes at once are read once.
    await Promise.resolve()
    for (let lang = this.lang(); this.stale && !this.closed && lang; lang = this.lang()) {
      this.stale = false
      try {
        const view = await patiently(this.etalage.profile.view({ lang }))
        this.view = { ...view, facts: steadyOrder(view.facts, this.view?.facts ?? []) }
        this.trouble = undefined
      } catch (error) {
        this.trouble = error instanceof NoAnswer ? 'slow' : 'failed'
      }
      if (!this.closed) this.onRead()
    }
  }
}
