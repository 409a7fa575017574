// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { attempt } from '../attempt.js'
import type { Banner } from './Banner.js'
import { page } from './Banner.js'

interface Manager {
  confirmed: boolean
  /** As saved: `consents` follows every switch that is tried out. */
  savedConsents: Record<string, boolean>
  config: { services: { name: string }[] }
  watch(watcher: object): void
  unwatch(watcher: object): void
}

interface Globals {
  klaro: {
    getManager?(config?: object): Manager
    addEventListener?(name: 'render', handler: (config: object) => void): void
    show?(config?: object, modal?: boolean): void
  }
}

export function klaro(): Banner {
  const api = () => page<Globals>().klaro
  let config: object | undefined
  let manager: Manager | undefined
  return {
    title: 'Klaro',
    present: () => typeof api()?.getManager === 'function',
    follow(changed) {
      let following = true
      const watcher = { update: () => following && changed() }
      // Klaro makes a manager for whoever asks first: it is asked for once Klaro has shown itself, which calls late listeners too.
      api()?.addEventListener?.('render', (shown) => {
        config = shown
        queueMicrotask(() => {
          const found = attempt(() => api()?.getManager?.(shown))
          if (!following || !found || found === manager) return
          manager = found
          manager.watch(watcher)
          changed()
        })
      })
      return () => {
        following = false
        manager?.unwatch(watcher)
      }
    },
    read: (service) => (manager?.confirmed === true ? manager.savedConsents[service] : undefined),
    about: () => (manager?.confirmed === true ? { chosen: true } : {}),
    categories: () => manager?.config.services.map(({ name }) => name),
    open: () => api()?.show?.(config, true),
  }
}
