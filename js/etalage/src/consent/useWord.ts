// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Use } from '../types.js'

/** A kind that is missing here does not compile. */
const kinds: Record<Use['kind'], true> = {
  segment: true,
  decision: true,
  trigger: true,
  fact: true,
  slot: true,
  measure: true,
}
const isKind = (kind: string) => Object.hasOwn(kinds, kind)

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
