// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { EtalageError } from '../EtalageError.js'
import type { EventMessage, Field } from '../engine/messages.js'
import type { AnswerValue } from '../types.js'

/** A profile holds no more, so no more is taken of a document: the newest. */
const mostEvents = 2000
const mostAnswers = 1000

export interface ReadDocument {
  events: { time: number; event: EventMessage }[]
  answers: { time: number; fact: string; values: AnswerValue[] }[]
  /** How many events and answers were left out: unreadable, in the future, or too many. */
  left: number
}

/**
 * Reads what profile.export() gave, perhaps changed by hand since, in the order of time. Throws an EtalageError for what is no such
 * document: 'malformed', or 'bad-version' for one of a newer release.
 */
export function readDocument(document: unknown, now: number): ReadDocument {
  const { format, version, events, answers } = record(document)
  if (format !== 'etalage-profile') {
    throw new EtalageError('malformed', 'no exported profile: expected "format": "etalage-profile"')
  }
  if (version !== 1) {
    throw new EtalageError(
      'bad-version',
      `an exported profile of version ${describe(version)}: expected 1`,
    )
  }
  const readEvents = list(events).map((event) => readEvent(event, now))
  const readAnswers = list(answers).map((answer) => readAnswer(answer, now))
  const taken = {
    events: newest(readEvents, mostEvents),
    answers: newest(readAnswers, mostAnswers),
  }
  const left = readEvents.length + readAnswers.length - taken.events.length - taken.answers.length
  return { ...taken, left }
}

function newest<T extends { time: number }>(all: (T | undefined)[], most: number): T[] {
  return all
    .filter((one) => one !== undefined)
    .sort((a, b) => a.time - b.time)
    .slice(-most)
}

function readEvent(value: unknown, now: number): ReadDocument['events'][number] | undefined {
  const { time, event, items, fields } = record(value)
  if (!isPast(time, now) || typeof event !== 'string') return undefined
  return {
    time,
    event: {
      name: event,
      transactionId: '',
      fields: readFields(fields),
      items: list(items).map(readFields),
    },
  }
}

function readAnswer(value: unknown, now: number): ReadDocument['answers'][number] | undefined {
  const { time, fact, values } = record(value)
  const read = list(values).filter(isValue)
  if (!isPast(time, now) || typeof fact !== 'string' || read.length === 0) return undefined
  return { time, fact, values: read }
}

function readFields(value: unknown): Field[] {
  return Object.entries(record(value)).flatMap(([key, field]) =>
    isValue(field) ? [{ key, value: field }] : [],
  )
}

function isValue(value: unknown): value is AnswerValue {
  return typeof value === 'string' || typeof value === 'number'
}

function isPast(time: unknown, now: number): time is number {
  return typeof time === 'number' && Number.isFinite(time) && time >= 0 && time <= now
}

function record(value: unknown): Record<string, unknown> {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isRecord ? (value as Record<string, unknown>) : {}
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function describe(version: unknown): string {
  return typeof version === 'number' ? String(version) : 'none'
}
