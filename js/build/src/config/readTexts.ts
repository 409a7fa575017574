// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { ConfigReader } from './ConfigReader.js'

/** What shoppers read, in each language; empty where it is left out. */
export function readTexts(
  reader: ConfigReader,
  value: unknown,
  key: string,
): { en: string; nl: string } {
  const texts = reader.object(value ?? {}, key, ['nl', 'en'])
  const read = (lang: string) =>
    texts[lang] === undefined ? '' : reader.text(texts[lang], `${key}.${lang}`)
  return { en: read('en'), nl: read('nl') }
}
