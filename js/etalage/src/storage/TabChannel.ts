// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Purpose } from '../types.js'

/** What a tab tells the others. Only a hint: whoever hears it reads the database, or asks for consent, again. */
export type TabMessage = { changed: true } | { refused: Purpose }

/** The shop's tabs among themselves. Where the browser has no BroadcastChannel, nobody hears anything. */
export class TabChannel {
  private readonly channel: BroadcastChannel | undefined

  constructor(onMessage: (message: TabMessage) => void) {
    if (typeof BroadcastChannel !== 'function') return
    this.channel = new BroadcastChannel('etalage')
    this.channel.onmessage = (event: MessageEvent<TabMessage>) => onMessage(event.data)
  }

  send(message: TabMessage): void {
    try {
      this.channel?.postMessage(message)
    } catch {
      // The others find out when they look.
    }
  }

  close(): void {
    this.channel?.close()
  }
}
