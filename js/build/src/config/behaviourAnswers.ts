// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Answers of measures that are about what shoppers do, in expressions that look back one epoch: the furthest step first.
import { otherwise, type Answer } from './Answer.js'
import { funnelWords, gapWords, slotWords } from './words.js'

/** How long after a click in a slot what follows is put down to it. */
export const followDays = 7

/** The event that tells that a product could not be had, and the field that tells where was searched: neither is GA4's. */
export const outOfStockEvent = 'out_of_stock'
export const searchedField = 'search_category'
export const searchEvents = ['search', 'view_search_results']

export function funnelAnswers(days: number): Answer[] {
  const step = (value: keyof typeof funnelWords, event: string): Answer => ({
    value,
    expression: `exists(${event} within ${days}d)`,
    ...funnelWords[value],
  })
  return [
    step('bought', 'purchase'),
    step('checkout', 'begin_checkout'),
    step('carted', 'add_to_cart'),
    step('viewed', 'view_item'),
    otherwise('none', funnelWords.none),
  ]
}

export function slotAnswers(slot: string, days: number): Answer[] {
  const here = `where list == ${JSON.stringify(slot)}`
  // A sequence may have happened at any time: the step after it is one of this epoch, some click before it of not long before.
  const followed = (event: string) =>
    `sequence(select_item ${here} then ${event} within ${followDays}d)` +
    ` and first(select_item.time ${here} within ${days + followDays}d) <= last(${event}.time within ${days}d)`
  return [
    { value: 'bought', expression: followed('purchase'), ...slotWords.bought },
    { value: 'carted', expression: followed('add_to_cart'), ...slotWords.carted },
    {
      value: 'clicked',
      expression: `exists(select_item ${here} within ${days}d)`,
      ...slotWords.clicked,
    },
    {
      value: 'shown',
      expression: `exists(view_item_list ${here} within ${days}d)`,
      ...slotWords.shown,
    },
    otherwise('none', slotWords.none),
  ]
}

/** What was looked for and not found, by the category that the page names in the event. */
export function zeroResultAnswers(categories: readonly string[], days: number): Answer[] {
  const found = (condition: string) =>
    searchEvents
      .map((event) => `exists(${event} where results == 0${condition} within ${days}d)`)
      .join(' or ')
  return gapAnswers(
    categories,
    (category) => found(` and ${searchedField} under ${JSON.stringify(category)}`),
    found(''),
  )
}

/** What was looked at and could not be had, by the category of the product. */
export function outOfStockAnswers(categories: readonly string[], days: number): Answer[] {
  const seen = (condition: string) => `exists(${outOfStockEvent}${condition} within ${days}d)`
  return gapAnswers(
    categories,
    (category) => seen(` where category under ${JSON.stringify(category)}`),
    seen(''),
  )
}

function gapAnswers(
  categories: readonly string[],
  inCategory: (category: string) => string,
  anywhere: string,
): Answer[] {
  return [
    ...categories.map((value) => ({ value, expression: inCategory(value), en: '', nl: '' })),
    { value: 'other', expression: anywhere, ...gapWords.other },
    otherwise('none', gapWords.none),
  ]
}
