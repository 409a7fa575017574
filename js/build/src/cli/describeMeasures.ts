// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { MeasurePlan, MeasuresPlan } from '../measures/planMeasures.js'
import { formatNumber as n } from './formatNumber.js'
import { formatTable } from './formatTable.js'
import { headed } from './headed.js'
import type { Terminal } from './Terminal.js'

/** What a shop can expect of its measures, for people; nothing where there are none. */
export function describeMeasures(plan: MeasuresPlan, terminal: Terminal): string[] {
  const { measures, budget, cost, fit, traffic } = plan
  if (measures.length === 0) return []
  const granted = measures[0].expected?.map((one) => `if ${100 * one.granted} % grant it`) ?? []
  const head = ['measure', 'asks', 'every', 'answers', 'how', 'ε', 'true', 'reports', ...granted]
  const table = formatTable([head, ...measures.map(row)])
  const room =
    fit === measures.length
      ? `There is room for all of them in a shopper's week: ε ${cost.toFixed(2)} of ${budget.week}.`
      : `There is room for ${fit} of ${measures.length} in a shopper's week, ε ${budget.week} of ${cost.toFixed(2)}: lots decide which, for each shopper and week.`
  return [
    headed(table, terminal),
    [
      'how: k-rr is k-ary randomised response, oue optimised unary encoding; true: how often a single answer is the truth.',
      'reports: after so many a share of 5 % is known to ± 1 point, in 95 of 100 cases.',
      room,
      traffic
        ? `if … grant it: the reports of one epoch and to how many points they tell 5 %, of ${n(traffic.visitors)} ` +
          `${traffic.from === 'traffic' ? 'visitors a week' : 'sessions a week, as in the history,'} where other weeks bring other people.`
        : 'traffic: { visitors } in the configuration says what to expect of the shop: different visitors in a week.',
    ].join('\n'),
  ]
}

function row(plan: MeasurePlan): string[] {
  const { name, of, by, buckets, mechanism, epsilon, days, truth, reports, expected } = plan
  return [
    name,
    by ? `${of} by ${by}` : of,
    days % 7 ? `${days}d` : `${days / 7}w`,
    String(buckets),
    mechanism,
    epsilon.toFixed(2),
    `${Math.round(100 * truth)} %`,
    n(reports),
    ...(expected ?? []).map((one) =>
      one.reports > 0 ? `${n(one.reports)} (± ${n(one.points)})` : 'none',
    ),
  ]
}
