// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { en } from './en.js'
import { nl } from './nl.js'

export type Texts = typeof nl

export type Language = 'nl' | 'en'

/** Dutch for Dutch, English for all else. */
export function languageOf(tag: string): Language {
  return /^nl\b/i.test(tag) ? 'nl' : 'en'
}

export function textsOf(language: Language): Texts {
  return language === 'nl' ? nl : en
}

/** A word for a name, where there is one; else the name. */
export function wordFor(words: Record<string, string>, name: string): string {
  return Object.hasOwn(words, name) ? (words[name] ?? name) : name
}
