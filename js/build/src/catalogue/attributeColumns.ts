// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Field } from '../config/RuleSet.js'

/** Attributes that strategies read, and that a shop's column of another name can be taken for. */
export const ownAttributes: readonly Field[] = [
  { name: 'series', type: 'text' },
  { name: 'green', type: 'number' },
]

/** The file's column for an attribute; `theirs` leads from our columns to the file's. */
export function attributeColumn(theirs: ReadonlyMap<string, string>, name: string): string {
  const isOwn = ownAttributes.some((own) => own.name === name)
  return (isOwn ? theirs.get(name) : undefined) ?? name
}
