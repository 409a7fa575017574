// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Field } from '../config/RuleSet.js'

/** The classes of the European energy label, worst first; A+ to A+++ are of the label before 2021. */
const energyClasses = ['G', 'F', 'E', 'D', 'C', 'B', 'A', 'A+', 'A++', 'A+++']

/** A value of a further column: of a number NaN, of a text empty where unknown. How green a product is may be an energy class. */
export function parseAttribute({ name, type }: Field, text: string | undefined): number | string {
  if (type === 'text') return text ?? ''
  if (text === undefined) return NaN
  const energyClass = name === 'green' ? energyClasses.indexOf(text.toUpperCase()) : -1
  return energyClass >= 0 ? energyClass + 1 : Number(text)
}
