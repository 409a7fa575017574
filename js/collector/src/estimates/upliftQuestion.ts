// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Counted, UpliftQuestion } from '../module/CollectorModule.js'
import type { Experiment } from '../pack/PackDescription.js'

/** How much more often those shown ended in one of these rows; undefined where the measure does not tell. */
export function upliftQuestion(
  counted: Counted,
  experiment: Experiment | null,
  values: readonly string[],
): UpliftQuestion | undefined {
  const { rows, columns, across } = counted.measure
  const isTold = rows.some(({ value }) => value === values[0])
  if (!experiment || across !== 'experiment' || columns.length !== 2 || !isTold) return undefined
  const success = rows.flatMap(({ value }, row) => (values.includes(value) ? [row] : []))
  return { ...counted, success, holdout: experiment.holdout }
}
