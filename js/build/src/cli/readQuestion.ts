// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { didYouMean } from '../didYouMean.js'
import type { Language } from '../quality/report/Language.js'
import { quoteList } from '../quoteList.js'
import type { Arguments } from './Arguments.js'
import { readLanguage } from './readLanguage.js'
import { UsageError } from './UsageError.js'

/** Which rule to explain, and how. */
export interface Question {
  kind: string
  name: string
  lang: Language
}

const kinds = ['segment', 'metric', 'decision', 'trigger']

/** `--explain segment:loyal --lang nl`; undefined where nothing is asked. */
export function readQuestion(args: Arguments): Question | undefined {
  const lang = readLanguage(args)
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
