// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Etalage, ProfileExport, ProfileView, Recommendations } from './types.js'

export function noRecommendations(slot: string): Recommendations {
  return { slot, strategy: null, personal: false, items: [] }
}

export function noProfile(): ProfileExport {
  return {
    format: 'etalage-profile',
    version: 1,
    since: null,
    events: [],
    cart: [],
    answers: [],
  }
}

export function noView(): ProfileView {
  return { since: null, paused: false, facts: [], uses: [], reports: [], manifest: [] }
}

/** An instance that does nothing: the page behaves as if the package were absent. */
export function offEtalage(reason: string): Etalage {
  const nothing = () => undefined
  const later = () => Promise.resolve()
  const notErased = { complete: false, left: ['not looked at: the package is off'] }
  return {
    status: 'off',
    reason,
    consent: { state: { personalise: 'unknown', measure: 'unknown' }, set: later },
    setPage: nothing,
    track: nothing,
    setCart: nothing,
    answer: nothing,
    segments: () => [],
    in: () => false,
    metric: nothing,
    decide: nothing,
    explain: nothing,
    recommend: noRecommendations,
    shown: nothing,
    clicked: nothing,
    on: () => nothing,
    profile: {
      view: () => Promise.resolve({ ...noView(), problem: reason }),
      correct: () => Promise.resolve(false),
      forget: () => Promise.resolve(notErased),
      pause: later,
      resume: later,
      object: later,
      allow: later,
      import: () => Promise.resolve({ complete: false, kept: 0, dropped: 0, problem: reason }),
      export: () => Promise.resolve(noProfile()),
      erase: () => Promise.resolve(notErased),
    },
    flush: later,
    close: later,
  }
}
