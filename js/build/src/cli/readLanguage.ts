// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { languages, type Language } from '../quality/report/Language.js'
import type { Arguments } from './Arguments.js'
import { UsageError } from './UsageError.js'

/** `--lang nl` */
export function readLanguage(args: Arguments): Language {
  const lang = args.text('lang', 'en')
  const known = languages.find((language) => language === lang)
  if (!known) throw new UsageError(`--lang is "${lang}"; expected "en" or "nl"`)
  return known
}
