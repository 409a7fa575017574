// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Banner } from './Banner.js'
import { page, toTime } from './Banner.js'

interface Globals {
  CookieConsent: {
    validConsent?(): boolean
    acceptedCategory?(name: string): boolean
    getConfig?(field: 'categories'): Record<string, unknown> | undefined
    getCookie?(): { revision?: number; lastConsentTimestamp?: string }
    showPreferences?(): void
  }
}

/** CookieConsent v3 (npm `vanilla-cookieconsent`). Imported as a module it is no global unless the shop makes it one. */
export function cookieconsent(): Banner {
  const api = () => page<Globals>().CookieConsent
  return {
    title: 'CookieConsent',
    events: ['cc:onConsent', 'cc:onChange'],
    // Cookiebot once had a global of the same name.
    present: () =>
      typeof api()?.validConsent === 'function' && typeof api()?.acceptedCategory === 'function',
    read: (category) =>
      api()?.validConsent?.() === true ? api()?.acceptedCategory?.(category) : undefined,
    about() {
      if (api()?.validConsent?.() !== true) return {}
      const { revision, lastConsentTimestamp } = api()?.getCookie?.() ?? {}
      const time = toTime(lastConsentTimestamp)
      return {
        chosen: true,
        ...(time !== undefined && { time }),
        // 0: the shop does not number its texts.
        ...(revision && { version: String(revision) }),
      }
    },
    categories() {
      const categories = api()?.getConfig?.('categories')
      return categories && Object.keys(categories)
    },
    open: () => api()?.showPreferences?.(),
  }
}
