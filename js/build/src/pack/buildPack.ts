// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import { encodeProducts } from '../builder/encodeProducts.js'
import { encodeRules } from '../builder/encodeRules.js'
import { encodeSettings } from '../builder/encodeSettings.js'
import type { FitInput, FitOutput } from '../builder/Fit.js'
import { fitAll } from '../builder/fitAll.js'
import type { ModelSettings } from '../builder/ModelSettings.js'
import { inspectPack } from '../builder/inspectPack.js'
import type { Progress } from '../Progress.js'
import type { Settings } from '../config/Settings.js'
import type { History } from '../history/History.js'
import { planHoldOut, type HoldOutPlan } from '../quality/planHoldOut.js'
import { noCases } from '../quality/Cases.js'
import type { Quality } from '../quality/Quality.js'
import { searchSettings } from '../quality/tuning/searchSettings.js'
import type { BuildReport, RuleReport } from './BuildReport.js'
import { checkSlotProducts } from './checkSlotProducts.js'
import { readInputs } from './readInputs.js'
import { lookIntoCustomers } from './lookIntoCustomers.js'
import { needsSegmentBestsellers } from './segmentBestsellers.js'
import type { ShopHistory } from './ShopHistory.js'

const noHistory: History = {
  items: new Uint32Array(0),
  offsets: new Uint32Array(1),
  customers: new Uint32Array(0),
}

export interface PackMade {
  pack: Uint8Array
  report: Omit<BuildReport, 'pack' | 'report' | 'segments' | 'measuring' | keyof RuleReport>
  /** Missing where it was not asked for, or the history names no customers. */
  shopHistory?: ShopHistory
  /** Missing where the history has no times. */
  sessionsAWeek?: number
}

/** Reads the shop's files, chooses the model's settings and trains twice, side by side: the pack itself, and one without the last days to test on them. */
export async function buildPack(
  settings: Settings,
  withShopHistory: boolean,
  progress: Progress,
): Promise<PackMade> {
  const started = performance.now()
  const { products, history, summary, currency, customerEvents } = await readInputs(
    settings,
    withShopHistory || needsSegmentBestsellers(settings),
    progress,
  )
  const readDone = performance.now()

  checkSlotProducts(settings, products)
  const plan = planHoldOut(history)
  const table = encodeProducts(products, settings.rules.attributes)
  const encode = (model: ModelSettings) => encodeSettings({ ...settings, currency }, model)
  // On what the quality is not measured on; where that is nothing, there is too little to choose by as well.
  const tuned = 'cases' in plan ? plan.history : history
  const chosen = await searchSettings(tuned, table, encode, progress)
  const chosenAt = performance.now()
  const common = { products: table, settings: encode(chosen) }
  const rules = encodeRules(settings.rules)
  const fits: FitInput[] = [{ ...common, rules, history: history ?? noHistory, cases: noCases }]
  if ('cases' in plan) fits.push({ ...common, history: plan.history, cases: plan.cases })
  const [fitted, tested] = await fitAll(fits, (share) =>
    progress(`Training ${Math.floor(100 * share)} %`),
  )
  const trained = performance.now()
  const { pack, shopHistory } = customerEvents?.customers.length
    ? await lookIntoCustomers(fitted.pack, customerEvents, products, settings, currency, progress)
    : { pack: fitted.pack }

  progress('Measuring the pack')
  const { scoring } = await inspectPack(pack)
  const report = {
    bytes: pack.length,
    brotliBytes: await brotliSize(pack),
    products: products.length,
    vectors: scoring.vectors,
    bytesPerItem: scoring.bytesPerItem,
    history: summary,
    settings: chosen,
    quality: 'cases' in plan ? qualityOf(tested, plan) : plan,
    seconds: {
      read: seconds(started, readDone),
      choose: seconds(readDone, chosenAt),
      train: seconds(chosenAt, trained),
      total: seconds(started, performance.now()),
    },
  }
  return {
    pack,
    report,
    shopHistory: withShopHistory ? shopHistory : undefined,
    sessionsAWeek: history && sessionsAWeek(history),
  }
}

function sessionsAWeek({ days, customers }: History): number | undefined {
  if (!days?.length) return undefined
  const first = days.reduce((least, day) => Math.min(least, day), Infinity)
  const last = days.reduce((most, day) => Math.max(most, day), -Infinity)
  return Math.max(1, Math.round((7 * customers.length) / (last - first + 1)))
}

function qualityOf({ evaluation }: FitOutput, { heldOut }: HoldOutPlan): Quality {
  return { ...evaluation, heldOut }
}

/** At the level that servers use for files that they pack once. */
async function brotliSize(bytes: Uint8Array): Promise<number> {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 9,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  }
  return (await promisify(brotliCompress)(bytes, { params })).length
}

function seconds(from: number, to: number): number {
  return Math.round(to - from) / 1000
}
