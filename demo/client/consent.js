// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The shop's own consent: what the shopper answered to the banner, in every tab. It is what openEtalage
// gets as its `consent`: { read, subscribe }. Nothing is written before the shopper has chosen, and the
// question comes back after a year, or when its text has changed.

import { createStore } from './storage.js'

const textVersion = 1
const lapsesAfter = 365 * 24 * 60 * 60 * 1000

export function createConsent() {
  const store = createStore('localStorage', 'shop-consent')
  const listeners = new Set()
  const tell = () => listeners.forEach((changed) => changed())

  window.addEventListener('storage', ({ key }) => {
    if (key === store.key || key === null) tell()
  })

  /** { personalise?, measure? }: true granted, false refused, absent not answered. */
  function read() {
    const answer = store.read()
    if (answer?.version !== textVersion || Date.now() - answer.time > lapsesAfter) return {}
    return { personalise: answer.personalise, measure: answer.measure }
  }

  return {
    read,
    subscribe(changed) {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    choose({ personalise, measure }) {
      store.write({ personalise, measure, version: textVersion, time: Date.now() })
      tell()
    },
    answered: () => read().personalise !== undefined,
  }
}
