// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { compareBytes } from '../compareBytes.js'
import type { Settings } from '../config/Settings.js'
import type { Customer } from './replayCustomers.js'

const strategy = 'segment-bestsellers'
const longest = 200

export function needsSegmentBestsellers({ slots }: Pick<Settings, 'slots'>): boolean {
  return slots.some((slot) => [slot.strategy, ...slot.fallback].includes(strategy))
}

/**
 * What the customers of each segment chose most. A product is in a list only where at least `minSupport` of the segment's
 * customers chose it (promise P5), and a list tells an order, no numbers.
 */
export class SegmentBestsellers {
  /** By segment: how many of its customers chose each product, by id. */
  private readonly _counts = new Map<string, Map<string, number>>()

  add({ outcome, products }: Customer): void {
    for (const segment of outcome.segments) {
      const count = this._counts.get(segment) ?? new Map<string, number>()
      for (const id of products) count.set(id, (count.get(id) ?? 0) + 1)
      this._counts.set(segment, count)
    }
  }

  /** Ids, the most popular first. */
  lists(minSupport: number): Map<string, string[]> {
    const segments = [...this._counts].sort(([a], [b]) => compareBytes(a, b))
    return new Map(segments.map(([name, counts]) => [name, mostChosen(counts, minSupport)]))
  }
}

function mostChosen(counts: ReadonlyMap<string, number>, minSupport: number): string[] {
  return [...counts]
    .filter(([, count]) => count >= minSupport)
    .sort(([a, m], [b, n]) => n - m || compareBytes(a, b))
    .slice(0, longest)
    .map(([id]) => id)
}
