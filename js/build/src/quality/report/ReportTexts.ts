// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** Every word of a report in one language. Numbers come as they are to be shown. */
export interface ReportTexts {
  title: string
  pack: string
  bestsellers: string
  all: string
  new: string
  /** Why nothing was measured. */
  unknown: {
    noHistory: string
    fewSessions: (least: string, sessions: string) => string
    noSteps: string
  }
  notMeasured: string
  days: (from: string, to: string) => string
  lastSessions: string
  what: (when: string, sessions: string, steps: string) => string
  sampled: (cases: string, steps: string) => string
  headline: { all: (hits: string) => string; new: (hits: string) => string }
  besideBestsellers: (hits: string) => string
  few: (cases: string) => string
  fewHere: string
  tables: {
    figures: string
    group: string
    cases: (steps: string) => string
    share: string
    intervals: string
    shown: string
  }
  hits: { title: string; intro: string; hr: string; mrr: string }
  curve: {
    title: string
    intro: string
    axis: string
    label: (kind: string, pack: string, other: string) => string
  }
  known: { title: string; intro: string; groups: string[]; label: string }
  popularity: { title: string; intro: string; groups: string[]; label: string }
  head: {
    title: string
    intro: (coverage: string, products: string) => string
    lists: string
    real: string
    share: string
    what: string
    label: (lists: string, real: string) => string
  }
  reading: { title: string; points: string[] }
  about: (pack: string, products: string, lines: string) => string
}
