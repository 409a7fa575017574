// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** What becomes of a report, by name: what the sender is told. */
export const outcomes = {
  counted: { status: 204, message: '' },
  malformed: {
    status: 400,
    message: 'this is no report: expected its exact text, as docs/collector.md has it',
  },
  'unknown-series': { status: 404, message: 'no measure of the pack has this series' },
  'wrong-method': { status: 405, message: 'a report is sent by POST' },
  'already-counted': { status: 409, message: 'a report of this id was counted in this epoch' },
  'epoch-over': { status: 410, message: 'reports of this epoch are no longer accepted' },
  'too-large': { status: 413, message: 'this is longer than any report' },
  'epoch-not-begun': { status: 422, message: 'this epoch has not begun' },
  'too-many': { status: 429, message: 'too many reports from this address: try again later' },
  'not-durable': { status: 503, message: 'the report could not be stored: try again' },
} as const satisfies Record<string, { status: number; message: string }>

export type Outcome = keyof typeof outcomes
