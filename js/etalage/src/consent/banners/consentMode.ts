// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Banner } from './Banner.js'
import { page } from './Banner.js'

interface Globals {
  dataLayer: unknown[]
}

/**
 * Google Consent Mode v2, as gtag('consent', 'update', { … }) leaves it in the dataLayer. A `default` is the shop's setting, and
 * nobody's answer. An update may be the banner's own doing: it does not count as a click.
 */
export function consentMode(): Banner {
  const told = new Map<string, boolean>()
  let layer: unknown[] | undefined
  let changed: () => void = () => undefined

  function note(entry: unknown): boolean {
    if (typeof entry !== 'object' || entry === null) return false
    const [command, kind, settings] = Array.from(entry as ArrayLike<unknown>)
    if (command !== 'consent' || kind !== 'update') return false
    for (const [type, answer] of Object.entries(settings ?? {})) {
      if (answer === 'granted' || answer === 'denied') told.set(type, answer === 'granted')
    }
    return true
  }

  /** Reads what is there and follows what comes. Another script may wrap `push` again, or put another array in its place. */
  function attach(): void {
    const found = page<Globals>().dataLayer
    if (!Array.isArray(found) || found === layer) return
    layer = found
    // Whoever asks is being answered; who listens is told after that.
    if (found.map(note).includes(true)) queueMicrotask(() => changed())
    const push = found.push
    found.push = (...entries: unknown[]) => {
      const length = push.apply(found, entries)
      if (entries.map(note).includes(true)) changed()
      return length
    }
  }

  return {
    title: 'Google Consent Mode',
    meaning: { personalise: 'personalization_storage', measure: 'analytics_storage' },
    present() {
      attach()
      return told.size > 0
    },
    follow(callback) {
      changed = callback
      return () => (changed = () => undefined)
    },
    read(type) {
      attach()
      return told.get(type)
    },
  }
}
