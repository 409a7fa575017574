// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { EventParameters } from '../types.js'

type Track = (event: string, parameters: EventParameters) => void

/**
 * Follows the shop's GA4 dataLayer: objects as Google Tag Manager takes them ({ event, ecommerce }), and the arguments of
 * gtag('event', name, parameters). Entries that are there already are replayed: all of them where consent stood when the page opened, else only the
 * current page's own view. Gives the function that stops.
 */
export function followDataLayer(track: Track, replay: 'all' | 'own-view'): () => void {
  const page = window as unknown as { dataLayer?: unknown[] }
  const layer = (page.dataLayer ??= [])
  const events = layer.map(readEntry).filter((entry) => entry !== undefined)
  const replayed =
    replay === 'all' ? events : events.filter(({ name }) => name === 'view_item').slice(-1)
  for (const { name, parameters } of replayed) track(name, parameters)

  let following = true
  const push = layer.push.bind(layer)
  layer.push = (...entries: unknown[]) => {
    const length = push(...entries)
    for (const entry of entries) {
      const event = following ? readEntry(entry) : undefined
      if (event) track(event.name, event.parameters)
    }
    return length
  }
  return () => {
    following = false
  }
}

interface Entry {
  name: string
  parameters: EventParameters
}

function readEntry(entry: unknown): Entry | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined
  const [command, name, parameters] = Array.from(entry as ArrayLike<unknown>)
  if (command === 'event' && typeof name === 'string') {
    return { name, parameters: (parameters ?? {}) as EventParameters }
  }
  const { event, ecommerce } = entry as { event?: unknown; ecommerce?: unknown }
  if (typeof event !== 'string') return undefined
  return { name: event, parameters: (ecommerce ?? entry) as EventParameters }
}
