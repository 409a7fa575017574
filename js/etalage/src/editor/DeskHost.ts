// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Consent } from '../consent/Consent.js'
import type { Engine } from '../engine/Engine.js'
import type { LiveProfile } from '../storage/LiveProfile.js'
import type { ConsentState } from '../types.js'

/** What the page's own instance has that the desk works with. */
export interface DeskHost {
  engine: Engine
  live: LiveProfile
  consent: Consent
  /** The address of the page's own module, where the shop gave one. */
  wasm: string | URL | undefined
  state: () => ConsentState
  /** There may be a profile. */
  isOpen: () => boolean
  /** The profile is another than it was. */
  changed: () => void
}
