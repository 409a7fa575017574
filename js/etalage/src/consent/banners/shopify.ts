// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Banner } from './Banner.js'
import { page } from './Banner.js'

interface Globals {
  Shopify: {
    /** 'yes', 'no', or '' where the shopper has not answered. */
    customerPrivacy?: { currentVisitorConsent?(): Record<string, string> }
  }
  privacyBanner: { showPreferences?(): void }
}

/** Shopify's Customer Privacy. Not its `…Allowed` calls: they say yes wherever the region asks for no consent. */
export function shopify(): Banner {
  const api = () => page<Globals>().Shopify?.customerPrivacy
  return {
    title: 'Shopify',
    meaning: { personalise: 'preferences', measure: 'analytics' },
    events: ['visitorConsentCollected', 'shopifyCustomerPrivacyApiLoaded'],
    present: () => typeof api()?.currentVisitorConsent === 'function',
    read(category) {
      const answer = api()?.currentVisitorConsent?.()[category]
      return answer === 'yes' ? true : answer === 'no' ? false : undefined
    },
    about: () => ({ chosen: true }),
    categories: () => ['preferences', 'analytics', 'marketing', 'sale_of_data'],
    open: () => page<Globals>().privacyBanner?.showPreferences?.(),
  }
}
