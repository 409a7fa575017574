// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** One answer to a measure; of several whose expression holds, the first is given. */
export interface Answer {
  value: string
  expression: string
  /** Empty: nothing but the value. */
  en: string
  nl: string
}

/** Of the answers before it none holds. */
export function otherwise(value: string, words: { en: string; nl: string }): Answer {
  return { value, expression: 'true', ...words }
}
