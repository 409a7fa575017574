// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Banner } from './Banner.js'
import { page, toTime } from './Banner.js'

interface Globals {
  Cookiebot: {
    consent?: Record<string, unknown>
    hasResponse?: boolean
    consentUTC?: unknown
    renew?(): void
  }
}

export function cookiebot(): Banner {
  const api = () => page<Globals>().Cookiebot
  // 'implied' is given by itself, as by scrolling on: nobody agreed to anything.
  const isExplicit = () => api()?.consent?.['method'] !== 'implied'
  return {
    title: 'Cookiebot',
    meaning: { personalise: 'preferences', measure: 'statistics' },
    events: ['CookiebotOnConsentReady', 'CookiebotOnAccept', 'CookiebotOnDecline'],
    present: () => typeof api()?.consent === 'object',
    read(category) {
      if (api()?.hasResponse !== true) return undefined
      const accepted = api()?.consent?.[category]
      if (accepted === false) return false
      return accepted === true && isExplicit() ? true : undefined
    },
    about() {
      const time = toTime(api()?.consentUTC)
      return { chosen: isExplicit(), ...(time !== undefined && { time }) }
    },
    categories: () => ['necessary', 'preferences', 'statistics', 'marketing'],
    open: () => api()?.renew?.(),
  }
}
