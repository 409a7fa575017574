// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Fact } from '../../types.js'
import { wordFor, type Texts } from './texts/textsOf.js'

export interface FactGroup {
  key: string
  title: string
  facts: Fact[]
}

/** What the shopper told first, what was seen by the kind of event, what was reckoned last. Inside a group the order stays. */
export function groupFacts(facts: readonly Fact[], texts: Texts): FactGroup[] {
  const groups = new Map<string, FactGroup>()
  for (const fact of facts) {
    const { key, title } = groupOf(fact, texts)
    const group = groups.get(key) ?? { key, title, facts: [] }
    group.facts.push(fact)
    groups.set(key, group)
  }
  const first = ['stated', 'cart', 'purchase']
  const last = ['observed', 'inferred']
  const rank = (key: string) => {
    if (first.includes(key)) return first.indexOf(key)
    return first.length + 1 + last.indexOf(key)
  }
  return [...groups.values()].sort((a, b) => rank(a.key) - rank(b.key))
}

/** Of a kind of event all together; of what was told or reckoned each is of a kind of its own. */
function groupOf({ name, tier, source }: Fact, texts: Texts): { key: string; title: string } {
  if (tier !== 'observed' || source === 'rule') return { key: tier, title: texts[tier] }
  return { key: name, title: wordFor(texts.events, name) }
}
