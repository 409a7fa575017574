// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { armWords } from '../config/words.js'
import type { Measure, RuleSet } from '../config/RuleSet.js'
import { loadBuildModule } from '../loadBuildModule.js'
import type { Problem } from '../Problem.js'
import { Estimator, type Mechanism } from './Estimator.js'

/** What a shop can expect of its measures before anybody is asked. */
export interface MeasuresPlan {
  measures: MeasurePlan[]
  /** In epsilon. */
  budget: { week: number; lifetime: number }
  /** What all answers would cost together in a week. */
  cost: number
  /** How many at least fit into the budget of a shopper's week; which ones is drawn, by each shopper for each week. */
  fit: number
  /** Missing: nobody said, and there is no history to tell. */
  traffic?: Traffic
}

export interface Traffic {
  /** A week. */
  visitors: number
  /** Who says so. */
  from: 'traffic' | 'history'
}

export interface MeasurePlan {
  name: string
  of: string
  /** What divides it; empty: nothing. */
  by: string
  buckets: number
  mechanism: Mechanism
  epsilon: number
  days: number
  /** How often a single answer is the truth. */
  truth: number
  /** After which a share of 5 % is known to a point either way. */
  reports: number
  /** In an epoch, by the share of visitors who grant `measure`; missing where the traffic is unknown. */
  expected?: { granted: number; reports: number; points: number }[]
}

/** Shares of visitors who might agree to be asked. Nobody knows a shop's own before it asks. */
const grantedShares = [0.1, 0.3]
const share = 0.05
const halfWidth = 0.01
/** A collector publishes nothing under so many reports. */
const floor = 200
/** Reports that cannot tell a share of 5 % from nothing tell little. */
const mostPoints = 5
/** ln 8 */
const mostRatio = 8

export async function planMeasures(
  rules: RuleSet,
  file: string,
  traffic?: Traffic,
): Promise<{ plan: MeasuresPlan; problems: Problem[] }> {
  const measures = rules.measures.filter(({ to }) => to === 0 || to > Date.now())
  const estimator = new Estimator(await loadBuildModule())
  try {
    const costs = measures.map(epsilonOf)
    const cost = costs.reduce((sum, one) => sum + one, 0)
    const { budget } = rules
    const asked = cost > 0 ? Math.min(1, budget.week / cost) : 1
    const plans = measures.map((measure) => planOf(measure, rules, estimator, asked, traffic))
    return {
      plan: { measures: plans, budget, cost, fit: countFitting(costs, budget.week), traffic },
      problems: plans.flatMap((plan, i) => problemsOf(plan, measures[i], file, traffic)),
    }
  } finally {
    estimator.delete()
  }
}

function planOf(
  measure: Measure,
  { rules }: RuleSet,
  estimator: Estimator,
  asked: number,
  traffic?: Traffic,
): MeasurePlan {
  const { name, of, byExperiment, a, b, days } = measure
  const answers = (rule: string, otherwise: number) =>
    rules.find((one) => one.kind === 'measure' && one.name === rule)?.cases.length ?? otherwise
  const rows = answers(name, 2) // without a rule: whether they let the shop personalise
  const columns = byExperiment ? Object.keys(armWords).length : answers(`${name} by`, 1)
  const buckets = rows * columns
  // As core/measure/channel.h chooses.
  const mechanism = b * (buckets - 2) < 3 * a ? 'k-rr' : 'oue'
  const { reports, truth } = estimator.needed({ mechanism, buckets, a, b }, share, halfWidth)
  return {
    name,
    of,
    by: measure.by,
    buckets,
    mechanism,
    epsilon: epsilonOf(measure),
    days,
    truth,
    reports: Math.ceil(reports),
    expected:
      traffic &&
      grantedShares.map((granted) => {
        const come = (traffic.visitors * days * granted * asked) / 7
        return {
          granted,
          reports: Math.round(come),
          points: 100 * halfWidth * Math.sqrt(reports / come),
        }
      }),
  }
}

function epsilonOf({ a, b }: Measure): number {
  return Math.log(a / b)
}

/** The dearest first: in any other order at least as many fit. */
function countFitting(costs: readonly number[], budget: number): number {
  let left = budget
  return [...costs]
    .sort((x, y) => y - x)
    .filter((cost) => {
      const fits = cost <= left
      if (fits) left -= cost
      return fits
    }).length
}

function problemsOf(
  { name, expected, truth, days }: MeasurePlan,
  { a, b }: Measure,
  file: string,
  traffic?: Traffic,
): Problem[] {
  const problems: Problem[] = []
  const common = { file, rule: `measure ${name}`, warning: true as const }
  if (a > mostRatio * b) {
    problems.push({
      ...common,
      code: 'measure-epsilon',
      what: `epsilon is ln ${b === 1 ? a : `${a}/${b}`}: a single answer is the truth in ${Math.round(100 * truth)} of 100 cases`,
      expected: `at most ln ${mostRatio}`,
    })
  }
  const best = expected?.at(-1)
  if (traffic && best && (best.reports < floor || best.points > mostPoints)) {
    const points = Number.isFinite(best.points) ? best.points.toFixed(1) : 'any number of'
    problems.push({
      ...common,
      code: 'measure-traffic',
      what:
        `even if ${100 * best.granted} % of ${traffic.visitors} visitors a week grant measure, ` +
        `${best.reports} reports come in ${days} days: a share of 5 % is then told to ± ${points} points`,
      expected: `at least ${floor} reports, and ± ${mostPoints} points`,
      hint: 'fewer answers, a longer epoch, or fewer measures',
    })
  }
  return problems
}
