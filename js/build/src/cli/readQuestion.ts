// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { didYouMean } from '../didYouMean.js'
import { quoteList } from '../quoteList.js'
import type { Arguments } from './Arguments.js'
import { UsageError } from './UsageError.js'

/** Which rule to explain, and how. */
export interface Question {
  kind: string
  name: string
  lang: 'en' | 'nl'
}

const kinds = ['segment', 'metric', 'decision', 'trigger']

/** `--explain segment:loyal --lang nl`; undefined where nothing is asked. */
export function readQuestion(args: Arguments): Question | undefined {
  const lang = args.text('lang', 'en')
  if (lang !== 'en' && lang !== 'nl') {
    throw new UsageError(`--lang is "${lang}"; expected "en" or "nl"`)
  }
  if (!args.has('explain')) return undefined
  const text = args.text('explain')
  const [kind, name] = text.split(':', 2)
  if (!kinds.includes(kind) || !name) {
    throw new UsageError(
      `--explain is "${text}"${didYouMean(kind, kinds)}; ` +
        `expected one of ${quoteList(kinds)}, a colon and a name, as segment:loyal`,
    )
  }
  return { kind, name, lang }
}
