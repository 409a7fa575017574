// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** The language that is asked for; else the one of the two that the browser names first. */
export function chooseLanguage(query: URLSearchParams, accepted: string | null): 'en' | 'nl' {
  const named = query.get('lang') ?? /\b(en|nl)\b/i.exec(accepted ?? '')?.[1]
  return named?.toLowerCase() === 'nl' ? 'nl' : 'en'
}
