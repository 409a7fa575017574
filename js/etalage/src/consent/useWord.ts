// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Use } from '../types.js'

const kinds: readonly Use['kind'][] = ['segment', 'decision', 'trigger', 'slot', 'measure']
const isKind = (kind: string) => (kinds as readonly string[]).includes(kind)

/** 'segment loyal' as the word 'segment:loyal'. Undefined where it is no use. */
export function toWord(use: string): string | undefined {
  const [, kind = '', name = ''] = /^(\w+) (.+)$/s.exec(use) ?? []
  if (!isKind(kind)) return undefined
  try {
    return `${kind}:${encodeURIComponent(name)}`
  } catch {
    return undefined // half a character
  }
}

/** The use that a word names; undefined where it names none. */
export function toUse(word: string): string | undefined {
  const [, kind = '', name = ''] = /^(\w+):(.+)$/.exec(word) ?? []
  if (!isKind(kind)) return undefined
  try {
    return `${kind} ${decodeURIComponent(name)}`
  } catch {
    return undefined
  }
}
