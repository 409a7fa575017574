// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Texts } from './texts/textsOf.js'

/** What an erase left, with the phrases that the package has for it in the shopper's language. */
export function whatIsLeft(left: readonly string[], { remains }: Texts): string[] {
  const inWords = (what: string, [phrase, words]: [string, string]) =>
    what.replaceAll(phrase, words)
  return left.map((what) => Object.entries(remains).reduce(inWords, what))
}
