// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { findAttributes } from '../catalogue/findAttributes.js'
import type { Field } from '../config/RuleSet.js'
import type { Settings, Slot } from '../config/Settings.js'
import { EtalageError } from '../EtalageError.js'

const greener = 2

/** The further columns of the catalogue that the strategies of slots read; an error where one of them is not there. */
export async function slotAttributes({
  file,
  slots,
  catalogue,
}: Pick<Settings, 'file' | 'slots' | 'catalogue'>): Promise<Field[]> {
  const needed = new Map<string, Slot>()
  for (const slot of slots) {
    const strategies = [slot.strategy, ...slot.fallback]
    if (strategies.includes('more-from-series')) needed.set('series', slot)
    if (strategies.includes('alternatives') && slot.prefer === greener) needed.set('green', slot)
  }
  if (needed.size === 0) return []
  const found = catalogue ? await findAttributes(catalogue, new Set(needed.keys())) : []
  for (const [name, slot] of needed) {
    if (found.some((attribute) => attribute.name === name)) continue
    throw new EtalageError({
      code: 'slot-column-missing',
      file,
      what: `slots.${slot.name} needs to know of each product its "${name}", and the catalogue has no such column`,
      expected: `a column "${name}", or catalogue.columns.${name} to name it`,
    })
  }
  return found
}
