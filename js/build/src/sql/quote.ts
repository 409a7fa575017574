// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** A text as an SQL literal. */
export function sqlText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** A name as an SQL identifier, whatever letters it has. */
export function sqlName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
