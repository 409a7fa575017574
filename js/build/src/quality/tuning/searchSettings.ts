// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { FitInput } from '../../builder/Fit.js'
import { fitAll } from '../../builder/fitAll.js'
import { defaultModel, type Blend, type ModelSettings } from '../../builder/ModelSettings.js'
import type { History } from '../../history/History.js'
import type { Progress } from '../../Progress.js'
import { chooseSettings } from './chooseSettings.js'
import { planTuning } from './planTuning.js'
import type { SettingsReport } from './SettingsReport.js'
import type { Trial } from './Trial.js'

/** Two, so that they train side by side on two cores; the defaults first. */
const trainings: readonly Pick<ModelSettings, 'positions' | 'epochs'>[] = [
  { positions: defaultModel.positions, epochs: defaultModel.epochs },
  { positions: 19, epochs: 10 },
]
const shares = [0.3, 0.45, 0.6, 0.8, 1.1, 1.6, 2.4]
const decays = [0.15, 0.3, 0.5, 0.7165313106, 0.85]

/**
 * Chooses the settings of the model for a history by trying them on its last sessions. `encode` makes the settings of a
 * fit. What the pack is later tested on must not be in the history: it would be tested on what it was chosen by.
 */
export async function searchSettings(
  history: History | undefined,
  products: Uint8Array,
  encode: (model: ModelSettings) => Uint8Array,
  progress: Progress,
): Promise<SettingsReport> {
  const started = performance.now()
  const plan = planTuning(history)
  if ('unknown' in plan) return { ...defaultModel, search: plan }
  const fits = trainings.map((training): FitInput => {
    const model = { ...defaultModel, ...training }
    return { ...plan, products, settings: encode(model), blends }
  })
  const outputs = await fitAll(fits, (share) =>
    progress(`Choosing settings ${Math.floor(100 * share)} %`),
  )
  const trials = outputs.flatMap(({ worths }, t) =>
    worths.map((worth, b): Trial => ({ settings: { ...trainings[t], ...blends[b] }, worth })),
  )
  const { chosen, tried } = chooseSettings(trials)
  return {
    ...trials[chosen].settings,
    search: {
      events: plan.history.items.length,
      steps: plan.cases.offsets.length - 1,
      tried,
      seconds: Math.round(performance.now() - started) / 1000,
    },
  }
}

/** The default blend first. */
const blends: readonly Blend[] = [
  { vectors: defaultModel.vectors, pairDecay: defaultModel.pairDecay },
  ...shares
    .flatMap((vectors) => decays.map((pairDecay) => ({ vectors, pairDecay })))
    .filter(
      ({ vectors, pairDecay }) =>
        vectors !== defaultModel.vectors || pairDecay !== defaultModel.pairDecay,
    ),
]
