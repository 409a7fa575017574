// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { isAbsolute, relative } from 'node:path'

/** The path as the user would type it from where they are; absolute where it lies outside. */
export function showPath(path: string): string {
  const short = relative(process.cwd(), path)
  return short && !short.startsWith('..') && !isAbsolute(short) ? short : path
}
