// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { MeasureDescription } from '../measures/MeasureDescription.js'
import type { Shopper } from '../shopper/Shopper.js'
import { Random } from './Random.js'
import type { ShopModel } from './ShopModel.js'
import { ShopperModel } from './ShopperModel.js'

/** A report as it is sent, and the bucket that it hides. */
export interface SimulatedReport {
  text: string
  measure: string
  truth: number
}

/** The arm of an experiment that is held out of it. */
const heldOut = 1

/**
 * One shopper's life in the shop from then until then, with an engine whose profile, ledger and secret are theirs alone. Gives
 * the reports that their browser would send, in order.
 */
export function* liveThrough(
  shopper: Shopper,
  shop: ShopModel,
  random: Random,
  from: number,
  until: number,
): Generator<SimulatedReport> {
  const model = new ShopperModel(shop, random)
  const { measures } = shop.measures
  const names = new Map(measures.map(({ series, name }) => [series, name]))
  // A word for each bucket, some for what else is drawn: far more than the sampler takes.
  const noise = 512 + measures.reduce((sum, measure) => sum + 8 * (bucketsOf(measure) + 8), 0)
  let ledger = new Uint8Array(0)
  const moment = (hidden: boolean, now: number) => {
    ledger = shopper.moment(hidden, ledger, random.bytes(noise), now, 0)?.slice() ?? ledger
  }
  shopper.begin(random.secret())
  shopper.allow(model.personalises, true)
  for (const start of model.visits(from, until)) {
    shopper.visit(start)
    moment(false, start)
    for (const { happened, left } of model.pages(start, suited(shopper, shop, model, start))) {
      for (const { input, time } of happened) shopper.apply(input, time)
      moment(true, left)
      let truth: Record<string, number | null> | undefined
      for (let text = shopper.nextReport(); text !== undefined; text = shopper.nextReport()) {
        truth ??= shopper.truth()
        const measure = names.get((JSON.parse(text) as { series: string }).series) ?? ''
        yield { text, measure, truth: truth[measure] ?? 0 }
      }
    }
  }
}

export function bucketsOf({ rows, columns }: MeasureDescription): number {
  return rows.length * (columns.length || 1)
}

/** The slots that show this shopper what suits them: personal ones that they let be so, and are not held out of. */
function suited(
  shopper: Shopper,
  { slots, measures }: ShopModel,
  { personalises }: ShopperModel,
  now: number,
): Set<string> {
  if (!personalises) return new Set()
  shopper.update(now, 0)
  const truth = shopper.truth()
  const without = measures.measures.flatMap((measure) => {
    const bucket = truth[measure.name]
    const out =
      measure.across === 'experiment' &&
      bucket != null &&
      bucket % measure.columns.length === heldOut
    return out ? [measures.experiments.find(({ name }) => name === measure.experiment)?.slot] : []
  })
  const open = slots.filter(
    ({ name, personal }) => personal && !without.includes(name) && !without.includes(''),
  )
  return new Set(open.map(({ name }) => name))
}
