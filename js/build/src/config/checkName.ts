// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { ConfigReader } from './ConfigReader.js'

/** Makes sure that a rule can call something by this name: `diy-starter`, `skill`. */
export function checkName(reader: ConfigReader, name: string, what: string): void {
  reader.matching(
    name,
    `the name of ${what}`,
    /^(?=.{1,64}$)[A-Za-z][A-Za-z0-9_]*(-[A-Za-z0-9][A-Za-z0-9_]*)*$/,
    'a letter, then letters, digits, _ and single -, 64 at most',
  )
}

/** Makes sure that this can be the name of an event or a field, where a hyphen would be a minus. */
export function checkWord(reader: ConfigReader, name: string, what: string): void {
  reader.matching(
    name,
    `the name of ${what}`,
    /^[A-Za-z][A-Za-z0-9_]{0,63}$/,
    'a letter, then letters, digits and _, 64 at most',
  )
}
