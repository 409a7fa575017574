// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { LiveOffers } from '../types.js'

/** Fetches the live file, the same for everybody; undefined where it cannot be had, or is none. */
export async function loadLive(url: string): Promise<LiveOffers | undefined> {
  try {
    const response = await fetch(url, { priority: 'low', credentials: 'omit' })
    const offers: unknown = response.ok ? await response.json() : undefined
    if (typeof offers === 'object' && offers !== null && !Array.isArray(offers)) {
      return offers as LiveOffers
    }
  } catch {
    // Said below.
  }
  console.info(`etalage: no live prices and stock at ${url}`)
  return undefined
}
