// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { AnswerValue } from '../types.js'
import { MessageWriter } from './MessageWriter.js'

export interface Field {
  key: string
  value: string | number
}

export interface EventMessage {
  name: string
  transactionId: string
  fields: Field[]
  items: Field[][]
}

export function eventMessage({ name, transactionId, fields, items }: EventMessage): Uint8Array {
  const message = new MessageWriter().string(name).string(transactionId)
  message.fields(fields).varint(items.length)
  for (const item of items) message.fields(item)
  return message.take()
}

export function answerMessage(fact: string, values: readonly AnswerValue[]): Uint8Array {
  const message = new MessageWriter().string(fact).varint(values.length)
  for (const value of values) message.value(value)
  return message.take()
}
