// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { day, startOf } from '../report/epochs.js'

/** `2026-11-16`, in UTC. */
export function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}

/** The start of a day; undefined where the text is no day of the calendar. */
export function parseDay(text: string): number | undefined {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN
  // February 30 would be taken for March 2.
  return !Number.isNaN(time) && isoDay(time) === text ? time : undefined
}

export function firstDay(measure: { days: number }, epoch: number): string {
  return isoDay(startOf(measure, epoch))
}

export function lastDay(measure: { days: number }, epoch: number): string {
  return isoDay(startOf(measure, epoch + 1) - day)
}
