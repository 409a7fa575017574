// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Engine } from '../engine/Engine.js'
import { EtalageError } from '../EtalageError.js'
import { snapshotKey } from './database.js'
import type { Journal } from './ProfileStore.js'

export type Fold =
  | { whole: true }
  /** A newer release wrote something that this one cannot read: nothing may be written. */
  | { whole: false; newer: true }
  /** What lies from this key on cannot be read, and must go: the state is the one before it. */
  | { whole: false; newer: false; from: number }

/**
 * Makes the engine's profile the fold of the journal, as far as it can be read: a state that existed, or empty. Throws where
 * that is no fault of the journal.
 */
export function foldJournal(engine: Engine, journal: Journal): Fold {
  engine.beginProfile(journal.generation)
  let at = snapshotKey
  try {
    if (journal.snapshot) engine.restore(journal.snapshot.bytes)
    for (const { key, bytes } of journal.records) {
      at = key
      engine.fold(bytes)
    }
    return { whole: true }
  } catch (error) {
    if (!(error instanceof EtalageError)) throw error
    const newer = error.code === 'bad-version'
    return newer ? { whole: false, newer } : { whole: false, newer: false, from: at }
  }
}
