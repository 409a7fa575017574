// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

export const languages = ['en', 'nl'] as const

/** A language that the dashboard is written in. */
export type Language = (typeof languages)[number]

/** What is asked of the dashboard. */
export interface DashboardQuery {
  lang: Language
  /** The first and the last day, `2026-11-16`. */
  from?: string
  to?: string
}
