// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { ShopHistory } from '../dashboard/DashboardData.js'
import { InputError } from './InputError.js'
import { readJson } from './readJson.js'

/** What `etalage build` wrote of the order history. */
export async function readHistory(path: string): Promise<ShopHistory> {
  const value = await readJson(path)
  const { segments, decisions } = Object(value) as Partial<Record<keyof ShopHistory, unknown>>
  if (Array.isArray(segments) && Array.isArray(decisions)) return value as ShopHistory
  throw new InputError(`${path} is not what "etalage build" writes of an order history`)
}
