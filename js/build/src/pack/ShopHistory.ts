// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Rule } from '../config/RuleSet.js'
import type { CustomerEvents } from '../history/CustomerEvents.js'
import type { Customer } from './replayCustomers.js'

/** How large segments are and what they spent, among the known customers of the shop's own history: for the shop alone. */
export interface ShopHistory {
  /** Days. */
  from: string
  to: string
  customers: number
  /** Of what they spent: ISO 4217; empty: unknown. */
  currency: string
  segments: (Group & { name: string; label: Words })[]
  /** Customers for whom no case holds are in none of its values. */
  decisions: { name: string; label: Words; values: (Group & Words & { value: string })[] }[]
}

/** Null where they are fewer than minSupport. */
export interface Group {
  customers: number | null
  /** Null as well where the history has no prices. */
  spent: number | null
}

interface Words {
  en: string
  nl: string
}

interface Count {
  customers: number
  spent?: number
}

/** Adds up the customers of each segment and of each value of a decision. */
export class ShopHistoryCounts {
  private _customers = 0
  private readonly _groups = new Map<string, Count>()

  add({ outcome, spent }: Customer): void {
    ++this._customers
    for (const name of outcome.segments) this._count(`segment ${name}`, spent)
    for (const [name, value] of Object.entries(outcome.decisions)) {
      this._count(`decision ${name}=${value}`, spent)
    }
  }

  history(
    rules: readonly Rule[],
    { days }: CustomerEvents,
    minSupport: number,
    currency = '',
  ): ShopHistory {
    const group = (key: string): Group => groupOf(this._groups.get(key), minSupport)
    const ofKind = (kind: Rule['kind']) => rules.filter((rule) => rule.kind === kind)
    return {
      from: isoDay(days.reduce((first, day) => Math.min(first, day), Infinity)),
      to: isoDay(days.reduce((last, day) => Math.max(last, day), -Infinity)),
      customers: this._customers,
      currency,
      segments: ofKind('segment').map(({ name, label }) => ({
        name,
        label,
        ...group(`segment ${name}`),
      })),
      decisions: ofKind('decision').map(({ name, label, cases }) => ({
        name,
        label,
        values: [...new Map(cases.map(({ value, words }) => [value, words]))].map(
          ([value, words]) => ({
            value,
            en: words?.en ?? '',
            nl: words?.nl ?? '',
            ...group(`decision ${name}=${value}`),
          }),
        ),
      })),
    }
  }

  private _count(key: string, spent: number | undefined): void {
    const count = this._groups.get(key) ?? { customers: 0 }
    ++count.customers
    if (spent !== undefined) count.spent = (count.spent ?? 0) + spent
    this._groups.set(key, count)
  }
}

function groupOf(count: Count = { customers: 0 }, minSupport: number): Group {
  const { customers, spent } = count
  if (customers < minSupport) return { customers: null, spent: null }
  return { customers, spent: spent === undefined ? null : Math.round(100 * spent) / 100 }
}

function isoDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}
