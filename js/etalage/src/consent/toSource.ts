// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { loadBanners } from '../loadBanners.js'
import type { ConsentChoice, ConsentMap, ConsentSource, EtalageOptions } from '../types.js'
import { attempt } from './attempt.js'

/** `ready`: for a source that is loaded first. */
export type LoadedSource = ConsentSource & { readonly ready?: Promise<unknown> }

/** The `consent` option as a source: an answer that was given outright is one that never changes. */
export function toSource(option: EtalageOptions['consent'] = 'auto'): LoadedSource {
  if (option === 'auto') return bannerSource({})
  if (typeof option !== 'object' || option === null) return { read: () => ({}) }
  if ('read' in option) return option
  if (isMap(option)) return bannerSource(option)
  const choice: ConsentChoice = { ...option }
  return { read: () => choice }
}

function isMap(option: ConsentMap | ConsentChoice): option is ConsentMap {
  return 'map' in option || 'source' in option
}

/** The page's banner. It says nothing before its part of the package is there, and never does where that cannot be had. */
function bannerSource(option: ConsentMap): LoadedSource {
  let source: ConsentSource | undefined
  const loaded = loadBanners().then(
    ({ BannerSource }) => (source = new BannerSource(option)),
    (error: unknown) => {
      console.warn('etalage: consent stays unknown, banners.js could not be loaded:', error)
      return undefined
    },
  )
  return {
    ready: loaded,
    get name() {
      return source?.name ?? option.source ?? 'banner'
    },
    read: () => source?.read() ?? {},
    subscribe(changed) {
      let unsubscribe: (() => void) | undefined
      let closed = false
      void loaded.then((found) => {
        if (closed || !found) return
        unsubscribe = attempt(() => found.subscribe?.(changed))
        changed()
      })
      return () => {
        closed = true
        unsubscribe?.()
      }
    },
    open: () => void loaded.then((found) => attempt(() => found?.open?.())),
  }
}
