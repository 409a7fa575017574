// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

const searchEngines = /(^|\.)(google|bing|duckduckgo|ecosia|startpage|qwant|yahoo)\./

/**
 * Where a visit came from, as GA4 calls its media: what the link says of itself (utm_medium), else 'cpc' for a paid click,
 * 'organic' for a search engine, 'referral' for another site, 'direct' for none.
 */
export function channelOf(search: string, referrer: string, host: string): string {
  const parameters = new URLSearchParams(search)
  const medium = parameters.get('utm_medium')
  if (medium) return medium.toLowerCase()
  if (parameters.has('gclid') || parameters.has('msclkid')) return 'cpc'
  const from = hostOf(referrer)
  if (from === '' || from === host) return 'direct'
  return searchEngines.test(from) ? 'organic' : 'referral'
}

function hostOf(address: string): string {
  try {
    return new URL(address).host
  } catch {
    return ''
  }
}
