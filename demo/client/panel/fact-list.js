// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

import { rules } from '../../rules.js'
import { formatClock, formatDate } from '../../texts/format.mjs'
import { lang, t } from '../page.js'
import { element } from './element.js'

const shownOfEach = 6

const names = {
  view_item: 'factView',
  add_to_cart: 'factAdd',
  remove_from_cart: 'factRemove',
  purchase: 'factPurchase',
  cart: 'factCart',
}
const tiers = { stated: 'tierStated', observed: 'tierObserved', inferred: 'tierInferred' }
const uses = {
  home: 'usedHome',
  category: 'usedCategory',
  product: 'usedProduct',
  together: 'usedTogether',
  cart: 'usedCart',
  recent: 'usedRecent',
}

/** What is known, grouped by the kind of fact, newest first. */
export function factList(facts, words, { status, consent }) {
  if (facts.length === 0) {
    const asked = status === 'off' || consent.state.personalise !== 'unknown'
    const key = asked ? 'panelFactsNone' : 'panelFactsUnknown'
    return element('p', 'panel-none', t(key))
  }
  const groups = [...groupByName(facts)]
  return element('div', '', ...groups.flatMap(([name, group]) => factGroup(name, group, words)))
}

function factGroup(name, group, words) {
  const [first] = group
  const newest = [...group].sort((a, b) => lastOf(b) - lastOf(a))
  const tier = tiers[first.tier] ? t(tiers[first.tier]) : first.tier
  const usedBy = [...new Set((first.usedBy ?? []).map(nameOfUse))].join(', ')
  const until = Math.max(...group.map(({ until }) => Number(new Date(until ?? NaN))))
  const about = [
    tier,
    usedBy && t('factUsedBy', { uses: usedBy }),
    Number.isFinite(until) && t('factUntil', { time: formatDate(until, lang) }),
  ]
  const items = newest.slice(0, shownOfEach).map((fact) => factItem(fact, words))
  if (newest.length > shownOfEach) {
    items.push(element('li', '', t('factMore', { count: newest.length - shownOfEach })))
  }
  return [
    element('h4', '', names[name] ? t(names[name]) : (rules.facts[name]?.ask[lang] ?? name)),
    element('p', 'fact-about', about.filter(Boolean).join(' · ')),
    element('ul', 'facts', ...items),
  ]
}

/** 'slot home' in words. Of rules a segment has a label; the others are all called the same. */
function nameOfUse(use) {
  const [kind, name] = use.split(' ')
  if (kind === 'slot') return uses[name] ? t(uses[name]) : name
  const label = kind === 'segment' ? rules.segments[name]?.label[lang] : undefined
  return label ? `\u2018${label}\u2019` : t('usedRules')
}

function factItem(fact, words) {
  const last = lastOf(fact)
  const clock = last ? element('span', 'fact-time', formatClock(last, lang)) : undefined
  const times = fact.times > 1 ? ` (${fact.times} ×)` : ''
  return element('li', '', element('span', '', `${valueOf(fact, words)}${times}`), clock)
}

function valueOf({ value, item }, words) {
  if (words.titles[item]) return words.titles[item]
  if (Array.isArray(value)) return value.map((one) => words.titles[one] ?? one).join(', ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function lastOf({ last, since }) {
  return Number(new Date(last ?? since ?? 0))
}

function groupByName(facts) {
  const groups = new Map()
  for (const fact of facts) groups.set(fact.name, [...(groups.get(fact.name) ?? []), fact])
  return groups
}
