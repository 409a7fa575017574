// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { ConfigReader } from './ConfigReader.js'
import type { Rule } from './RuleSet.js'

const purposes = ['personalise', 'measure'] as const

export function readPurpose(
  reader: ConfigReader,
  config: Record<string, unknown>,
  key: string,
): Rule['purpose'] {
  return reader.oneOf(config.purpose ?? 'personalise', `${key}.purpose`, purposes)
}
