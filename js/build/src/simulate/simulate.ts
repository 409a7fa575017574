// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { PackBuilder } from '../builder/PackBuilder.js'
import { loadBuildModule } from '../loadBuildModule.js'
import { Estimator } from '../measures/Estimator.js'
import type { Progress } from '../Progress.js'
import { Shopper } from '../shopper/Shopper.js'
import { CollectorClient, type CollectorEstimates } from './CollectorClient.js'
import { bucketsOf, liveThrough } from './liveThrough.js'
import { Random } from './Random.js'
import { MeasureCounts } from './MeasureCounts.js'
import { modelShop } from './ShopModel.js'
import { compareMeasure, type MeasureResult } from './compareMeasure.js'

const week = 7 * 86_400_000

export interface Simulation {
  pack: Uint8Array
  shoppers: number
  seed: number
  weeks: number
  /** When it ends, in milliseconds since the Unix epoch. */
  until: number
  /** Its address; missing: the reports are added up here. */
  collector?: string
}

export interface SimulationResult {
  shoppers: number
  seed: number
  weeks: number
  until: string
  /** `late`: of an epoch that the collector's clock no longer or not yet accepts. */
  reports: { made: number; counted: number; late: number }
  measures: MeasureResult[]
  /** Of all answers that have an interval, the share whose interval holds the truth. */
  covered: number | null
}

/** Many shoppers of known truth, one after the other, and what a shop would read of their reports. */
export async function simulate(
  simulation: Simulation,
  progress: Progress,
): Promise<SimulationResult> {
  const { pack, shoppers, seed, weeks, until, collector } = simulation
  const module = await loadBuildModule()
  const builder = new PackBuilder(module)
  const estimator = new Estimator(module)
  const shopper = new Shopper(module, pack)
  const client = collector === undefined ? undefined : new CollectorClient(collector)
  try {
    const described = builder.describeMeasures(pack)
    const shop = modelShop(builder.inspect(pack), builder.listProducts(pack), described)
    const counts = new Map(
      described.measures.map((measure) => [measure.name, new MeasureCounts(bucketsOf(measure))]),
    )
    const reports = { made: 0, counted: 0, late: 0 }
    for (let s = 0; s < shoppers; ++s) {
      const random = new Random(seed, s)
      for (const report of liveThrough(shopper, shop, random, until - weeks * week, until)) {
        ++reports.made
        const count = (fate: 'counted' | 'late') => {
          ++reports[fate]
          if (fate === 'counted') counts.get(report.measure)?.add(report)
        }
        if (client) await client.send(report.text, count)
        else count('counted')
      }
      if (s % 100 === 0) progress(`Shopper ${s} of ${shoppers}, ${reports.made} reports`)
    }
    await client?.settle()
    const measures: MeasureResult[] = []
    for (const measure of described.measures) {
      const counted = counts.get(measure.name) as MeasureCounts
      const { holdout = 0 } =
        described.experiments.find(({ name }) => name === measure.experiment) ?? {}
      const estimates: CollectorEstimates = client
        ? await client.estimates(measure.name)
        : counted.estimates(estimator, measure, holdout)
      measures.push(compareMeasure(measure, counted, estimates))
    }
    return {
      shoppers,
      seed,
      weeks,
      until: new Date(until).toISOString(),
      reports,
      measures,
      covered: shareCovered(measures),
    }
  } finally {
    shopper.delete()
    estimator.delete()
    builder.delete()
  }
}

function shareCovered(measures: readonly MeasureResult[]): number | null {
  const told = measures.flatMap(({ answers }) => answers)
  return told.length ? told.filter(({ covered }) => covered).length / told.length : null
}
