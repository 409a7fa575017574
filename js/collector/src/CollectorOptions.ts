// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { CollectorModule } from './module/CollectorModule.js'
import type { Store } from './store/Store.js'

export interface CollectorOptions {
  /** The path of a SQLite file, `postgres://…`, or a store of your own. */
  store: string | Store
  /** The path of the pack; its file is read again when it changes. */
  pack: string
  /** Who has it sees the dashboard; without one only this machine itself does. */
  dashboardToken?: string
  /** The path of what `etalage build` found in the order history (`shop.segments.json`). */
  history?: string
  /** The path of what the consent banner counted: [{ day, shown, personalise, measure }]. */
  consent?: string
  /** What went wrong inside; nothing of a request is in it. */
  onError?: (error: unknown) => void
  /** Milliseconds since the Unix epoch. */
  now?: () => number
  /** In place of the core that the package brings. */
  module?: CollectorModule
}
