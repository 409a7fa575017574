// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Fields, ShopperInput } from '../shopper/ShopperInput.js'
import type { Random } from './Random.js'
import type { ShopModel } from './ShopModel.js'

const minute = 60_000
const day = 1440 * minute

/** Of 100 who let the shop ask, so many let it personalise as well. */
const personaliseShare = 0.7
/** How much likelier somebody is to click in a slot that suits them, and then to want what they clicked. */
const liftedClicks = 2
const liftedWants = 1.5

/** A page that somebody looked at: what happened on it, and when they left it. */
export interface PageVisit {
  happened: { input: ShopperInput; time: number }[]
  left: number
}

/**
 * Somebody with a taste and a habit: who comes back when, what they look at, and how far they go. The numbers are made up, of
 * the order that shops see; they are there so that every answer has its share, not to predict a shop's own.
 */
export class ShopperModel {
  readonly personalises: boolean
  private readonly _favourite: ShopModel['categories'][number]
  private readonly _appetite: number
  private readonly _daysBetween: number
  private readonly _cart: string[] = []
  private _orders = 0

  constructor(
    private readonly _shop: ShopModel,
    private readonly _random: Random,
  ) {
    this.personalises = _random.happens(personaliseShare)
    this._favourite = _random.pickPopular(_shop.categories)
    this._appetite = _random.between(0.5, 1.5)
    this._daysBetween = _random.pick([2, 5, 10, 20, 60])
  }

  /** When they come, from their first visit on. */
  *visits(from: number, until: number): Generator<number> {
    const random = this._random
    let time = random.between(from, until)
    while (time < until) {
      yield Math.floor(time)
      time += Math.max(1 / 12, -Math.log(1 - random.share()) * this._daysBetween) * day
    }
  }

  /** What they do in a visit; `suited` are the slots that show what suits them. */
  *pages(start: number, suited: ReadonlySet<string>): Generator<PageVisit> {
    const random = this._random
    let time = start
    const page = (...inputs: ShopperInput[]): PageVisit => {
      const happened = inputs.map((input, i) => ({ input, time: time + i * 1000 }))
      time += Math.floor(random.between(0.2, 2.5) * minute) + inputs.length * 1000
      return { happened, left: time }
    }
    yield page(...this._slotsSeen())
    for (const { name } of this._shop.slots) {
      const lift = suited.has(name)
      if (!random.happens(0.15 * (lift ? liftedClicks : 1))) continue
      const id = this._product()
      yield page(event('select_item', [id], [['item_list_id', name]]), event('view_item', [id]))
      if (random.happens(0.35 * (lift ? liftedWants : 1))) yield page(this._takes(id))
    }
    while (random.happens(0.6)) {
      const id = this._product()
      if (random.happens(0.04)) yield page(event('out_of_stock', [id]))
      else yield page(event('view_item', [id]))
      if (random.happens(0.1 * this._appetite)) yield page(this._takes(id))
      if (random.happens(0.15)) yield page(this._searches())
    }
    for (const { name, choices } of this._shop.questions) {
      if (!random.happens(0.05)) continue
      const values = [random.pickPopular(choices)]
      yield page({ kind: 'answer', fact: name, values })
    }
    if (random.happens(0.02)) {
      const reason = random.pick(['advice', 'question', 'complaint', 'return'])
      yield page(event('contact', [], [['reason', reason]]))
    }
    if (this._cart.length && random.happens(0.5)) {
      yield page(event('begin_checkout', this._cart))
      if (random.happens(0.6)) yield page(this._buys())
    }
  }

  private _slotsSeen(): ShopperInput[] {
    return this._shop.slots
      .filter(() => this._random.happens(0.7))
      .map(({ name }) => event('view_item_list', [this._product()], [['item_list_id', name]]))
  }

  private _product(): string {
    const { _random: random, _shop: shop } = this
    const category = random.happens(0.7) ? this._favourite : random.pickPopular(shop.categories)
    return random.pickPopular(category.products)
  }

  private _takes(id: string): ShopperInput {
    this._cart.push(id)
    return event('add_to_cart', [id])
  }

  private _searches(): ShopperInput {
    const { _random: random } = this
    const category = random.pickPopular(this._shop.categories).name
    return event(
      'view_search_results',
      [],
      [
        ['search_term', category],
        ['search_category', category],
        ['results', random.happens(0.2) ? 0 : 20],
      ],
    )
  }

  private _buys(): ShopperInput {
    const value = Math.round(this._cart.length * this._random.between(5, 80))
    const bought = event('purchase', this._cart.splice(0), [['value', value]])
    return { ...bought, transactionId: `T${++this._orders}` } as ShopperInput
  }
}

function event(
  name: string,
  ids: readonly string[],
  fields: [string, number | string][] = [],
): ShopperInput {
  const items: Fields[] = ids.map((id) => new Map([['item_id', id]]))
  return { kind: 'event', name, transactionId: '', fields: new Map(fields), items }
}
