// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { toSource } from './consent/toSource.js'
import { loadEngine } from './engine/loadEngine.js'
import { LiveEtalage } from './LiveEtalage.js'
import { offEtalage } from './offEtalage.js'
import { reasonOf } from './reasonOf.js'
import type { Etalage, EtalageOptions } from './types.js'

/** A profile that takes longer to read arrives with `change`; the page does not wait for it. */
const profilePatience = 150

let instance: Promise<Etalage> | undefined

/**
 * Opens the package on this page. Never rejects: where it cannot run it resolves to an instance with `status: 'off'` and
 * a `reason`. A second call gives the first instance, until that one is closed.
 */
export function openEtalage(options: EtalageOptions): Promise<Etalage> {
  return (instance ??= open(options)
    .catch((error: unknown) => {
      const reason = reasonOf(error)
      if (typeof console === 'object') console.info(`etalage is off: ${reason}`)
      return offEtalage(reason)
    })
    .then(announce))
}

/** Elements on the page find their instance by this, whichever of them is there first. */
function announce(etalage: Etalage): Etalage {
  try {
    ;(globalThis as Record<symbol, unknown>)[Symbol.for('etalage')] = etalage
    document.dispatchEvent(new Event('etalage'))
  } catch {
    // No document, no elements.
  }
  return etalage
}

async function open(options: EtalageOptions): Promise<Etalage> {
  await activation()
  const source = toSource(options.consent) // what it loads comes beside the pack, not after it
  const engine = await loadEngine(options.pack, options.wasm)
  const etalage = new LiveEtalage(engine, source, options, () => (instance = undefined))
  await etalage.ready(profilePatience)
  return etalage
}

/** A page that is prerendered may never be seen: nothing runs until it is. */
function activation(): Promise<void> {
  if (!(document as { prerendering?: boolean }).prerendering) return Promise.resolve()
  return new Promise((resolve) => {
    document.addEventListener('prerenderingchange', () => resolve(), { once: true })
  })
}
