// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { MeasureResult } from '../simulate/compareMeasure.js'
import type { SimulationResult } from '../simulate/simulate.js'
import { formatNumber as n } from './formatNumber.js'
import { formatTable } from './formatTable.js'
import { headed } from './headed.js'
import type { Terminal } from './Terminal.js'

/** Truth beside estimate, for people. */
export function describeSimulation(result: SimulationResult, terminal: Terminal): string {
  const { shoppers, weeks, until, seed, reports, measures, covered } = result
  const lines = [
    `${n(shoppers)} simulated shoppers, ${n(weeks)} weeks up to ${until.slice(0, 16).replace('T', ' ')} UTC, seed ${seed}.`,
    `${n(reports.made)} reports, ${n(reports.counted)} of them counted` +
      (reports.late ? `, ${n(reports.late)} in an epoch that is over.` : '.'),
  ]
  const few = measures.filter(({ enough }) => !enough)
  if (few.length) {
    lines.push(
      `Not enough answers: ${few.map(({ name, reports: had }) => `${name} (${n(had)})`).join(', ')}.`,
    )
  }
  const told = measures.filter(({ enough }) => enough)
  const uplifts = measures.flatMap(({ name, uplift }) => (uplift ? [[name, ...cells(uplift)]] : []))
  return [
    lines.join('\n'),
    ...told.map((measure) => tableOf(measure, terminal)),
    ...(uplifts.length
      ? [headed(formatTable([['bought more often where shown', ...head], ...uplifts], 1), terminal)]
      : []),
    ...(covered === null
      ? []
      : [
          `The interval holds the truth in ${percent(covered)} of answers; it should in about 95 %.`,
        ]),
  ].join('\n\n')
}

const head = ['truth', 'estimate', 'from', 'to', 'held']

function tableOf(measure: MeasureResult, terminal: Terminal): string {
  const { name, epsilon, reports, answers } = measure
  const title = `${name} (ε ${epsilon.toFixed(2)}, ${n(reports)} reports)`
  const rows = answers.map(({ answer, by, ...compared }) => [
    by ? `  ${answer}, ${by}` : `  ${answer}`,
    ...cells(compared),
  ])
  return headed(formatTable([[title, ...head], ...rows], 1), terminal)
}

function cells(compared: {
  truth: number
  estimate: number
  low: number
  high: number
  covered: boolean
}): string[] {
  const { truth, estimate, low, high, covered } = compared
  return [...[truth, estimate, low, high].map(percent), covered ? 'yes' : 'no']
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1).replace(/^-0\.0$/, '0.0')} %`
}
