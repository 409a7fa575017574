// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Reporter } from './Reporter.js'

/** Has the shop's questions answered on this page, while that is wanted. What does it is loaded then. */
export class Measuring {
  private reporter: Promise<Reporter | undefined> | undefined

  constructor(private readonly load: () => Promise<Reporter>) {}

  start(): void {
    if (this.reporter) return
    this.reporter = this.load().catch((error: unknown) => {
      console.info('etalage: nothing is measured on this page:', error)
      return undefined
    })
    // The page before this one was left, and could not answer any more.
    if (document.visibilityState === 'visible') this.moment({ leaves: true })
  }

  /** The shopper is here, or leaves. */
  moment({ leaves }: { leaves: boolean }): void {
    void this.reporter?.then((reporter) => reporter?.moment(leaves))
  }

  stop(): void {
    void this.reporter?.then((reporter) => reporter?.stop())
    this.reporter = undefined
  }
}
