// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { EventMap } from './types.js'

type Listener<Name extends keyof EventMap> = (detail: EventMap[Name]) => void

/** Who wants to hear of what. A listener that throws is the page's own affair: it is reported, and stops nobody else. */
export class Listeners {
  private readonly listeners = new Map<keyof EventMap, Set<Listener<never>>>()

  on<Name extends keyof EventMap>(name: Name, listener: Listener<Name>): () => void {
    const set = this.listeners.get(name) ?? new Set()
    this.listeners.set(name, set)
    set.add(listener)
    return () => set.delete(listener)
  }

  emit<Name extends keyof EventMap>(name: Name, detail: EventMap[Name]): void {
    for (const listener of [...(this.listeners.get(name) ?? [])] as Listener<Name>[]) {
      try {
        listener(detail)
      } catch (error) {
        reportError(error)
      }
    }
  }
}
