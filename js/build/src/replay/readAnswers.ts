// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { ShopperInput, Value } from '../shopper/ShopperInput.js'
import type { Json, LineReader } from './LineReader.js'

/** Answers by fact: one value, a list of them, or null to take the answer back. */
export function readAnswers(value: Json, line: LineReader): ShopperInput[] {
  return Object.entries(line.object(value, 'answer')).map(([fact, answer]) => {
    const given = answer === null ? [] : Array.isArray(answer) ? answer : [answer]
    const values = given.map((one): Value => {
      if (typeof one === 'string' || typeof one === 'number') return one
      if (typeof one === 'boolean') return one ? 1 : 0
      throw line.wrongValue(
        `answer.${fact}`,
        answer,
        'a text, a number, true, false, a list of texts or null',
      )
    })
    return { kind: 'answer', fact, values }
  })
}
