// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { describe, type Child } from '../dom/describe.js'
import { weekOf } from '../../measure/weekOf.js'
import type { SentReport } from '../../types.js'
import type { ReadPanel } from './Panel.js'
import { foreign, section } from './parts.js'

/** What was sent, as it was sent. */
export function drawReports(panel: ReadPanel): Child {
  const { texts, format } = panel
  const { reports } = panel.view
  if (reports.length === 0) {
    return section(panel, 'reports', { title: texts.reports }, describe('p', {}, texts.reportsNone))
  }
  const spent = (some: SentReport[]) =>
    format.number(some.reduce((sum, { epsilon }) => sum + epsilon, 0))
  const ofThisWeek = reports.filter(({ time }) => weekOf(time) === weekOf(Date.now()))
  return section(
    panel,
    'reports',
    { title: texts.reports, lead: texts.reportsLead },
    describe('ul', {}, ...reports.map((report) => drawReport(panel, report))),
    describe('p', { class: 'soft aside' }, texts.spentInAll(spent(ofThisWeek), spent(reports))),
    describe('p', { class: 'soft aside' }, texts.reportsLimit),
  )
}

function drawReport({ texts, format }: ReadPanel, report: SentReport): Child {
  const { label, answer, epsilon, trueIn100, time } = report
  const told = [format.date(time), texts.spent(format.number(epsilon))].filter(Boolean)
  return describe(
    'li',
    { class: 'report' },
    describe('div', { class: 'name' }, foreign(label)),
    describe('p', {}, `${texts.sentAnswer}: `, describe('strong', {}, foreign(answer))),
    describe('p', {}, texts.trueIn(format.number(trueIn100))),
    describe('p', { class: 'caption' }, told.join(' · ')),
  )
}
