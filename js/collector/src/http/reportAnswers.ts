// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { outcomes, type Outcome } from '../report/outcomes.js'
import { errorAnswer, type Answer } from './Answer.js'

// A report holds no secret of the page's, and a page learns nothing by sending one: any page may.
const anyPage = { 'access-control-allow-origin': '*' }

const further: Partial<Record<Outcome, Record<string, string>>> = {
  'wrong-method': { allow: 'POST, OPTIONS' },
  // The rest of it is not read: the connection ends.
  'too-large': { connection: 'close' },
  'too-many': { 'retry-after': '60' },
  'not-durable': { 'retry-after': '10' },
}

/** What is told to who sent a report. */
export const reportAnswers = Object.fromEntries(
  Object.entries(outcomes).map(([code, { status, message }]): [string, Answer] => {
    const headers = { ...anyPage, ...further[code as Outcome] }
    return [
      code,
      status === 204 ? { status, headers, body: '' } : errorAnswer(status, code, message, headers),
    ]
  }),
) as Record<Outcome, Answer>

export const preflightAnswer: Answer = {
  status: 204,
  headers: {
    ...anyPage,
    'access-control-allow-methods': 'POST',
    'access-control-allow-headers': 'content-type',
    'access-control-max-age': '86400',
  },
  body: '',
}
