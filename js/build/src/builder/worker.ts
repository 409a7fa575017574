// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The thread in which one training runs.
import { parentPort, workerData } from 'node:worker_threads'
import { EtalageError } from '../EtalageError.js'
import type { FitInput, FitMessage, FitOutput } from './Fit.js'
import { noCases } from '../quality/Cases.js'
import { loadBuildModule } from '../loadBuildModule.js'
import { PackBuilder } from './PackBuilder.js'

/** About a tenth of a second's work: often enough for a smooth display, too rarely to cost anything. */
const samplesPerStep = 5_000

try {
  send({ kind: 'done', output: await fit(workerData as FitInput) })
} catch (error) {
  if (!(error instanceof EtalageError)) throw error
  send({ kind: 'failed', code: error.problem.code, what: error.problem.what })
}

async function fit(input: FitInput): Promise<FitOutput> {
  const { products, settings, rules, history, cases, blends } = input
  const builder = new PackBuilder(await loadBuildModule())
  builder.setProducts(products)
  builder.setSettings(settings)
  if (rules) {
    builder.setRules(rules)
    builder.compile()
  }
  builder.setHistory(history)
  const started = performance.now()
  builder.begin()
  let share = 0
  while (share < 1) {
    share = builder.step(samplesPerStep)
    send({ kind: 'progress', share })
  }
  const pack = builder.finish()
  const trained = performance.now()
  const worths = blends ? builder.tryBlends(cases, blends) : []
  const evaluation = builder.evaluate(blends ? noCases : cases)
  const evaluated = performance.now()
  builder.delete()
  return {
    pack,
    evaluation,
    worths,
    trainSeconds: (trained - started) / 1000,
    evaluateSeconds: (evaluated - trained) / 1000,
  }
}

function send(message: FitMessage): void {
  parentPort?.postMessage(message)
}
