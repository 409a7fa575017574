// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Banner } from './Banner.js'
import { page } from './Banner.js'

interface Globals {
  wp_has_consent(category: string): boolean
  consent_api: { cookie_prefix?: string }
  consent_api_get_cookie(name: string): string
}

/**
 * The WP Consent API, which the consent plugins of WordPress feed. `wp_has_consent` cannot tell no answer from an answer, in either
 * direction, so it is asked what it has written down: 'allow', 'deny' or ''.
 */
export function wordpress(): Banner {
  return {
    title: 'WP Consent API',
    meaning: { personalise: 'preferences', measure: 'statistics' },
    events: ['wp_listen_for_consent_change', 'wp_consent_type_defined'],
    present: () => typeof page<Globals>().wp_has_consent === 'function',
    read(category) {
      const { consent_api, consent_api_get_cookie } = page<Globals>()
      const answer = consent_api_get_cookie?.(`${consent_api?.cookie_prefix}_${category}`)
      return answer === 'allow' ? true : answer === 'deny' ? false : undefined
    },
    about: () => ({ chosen: true }),
    categories: () => [
      'functional',
      'preferences',
      'statistics',
      'statistics-anonymous',
      'marketing',
    ],
  }
}
