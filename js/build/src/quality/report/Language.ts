// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

export const languages = ['en', 'nl'] as const

/** A language that reports are written in. */
export type Language = (typeof languages)[number]
