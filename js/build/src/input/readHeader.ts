// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { EtalageError } from '../EtalageError.js'
import { CsvScanner } from './CsvScanner.js'
import { readText } from './readText.js'
import type { Source } from './Source.js'

const longest = 1 << 20

/** The columns of delimited text, and what separates them: a tab in .tsv, else whatever splits the header most. */
export async function readHeader(
  { path, file, gzip }: Source,
  ending: string,
): Promise<{ columns: string[]; delimiter: string }> {
  let text = ''
  for await (const piece of readText(path, gzip)) {
    text += piece
    if (text.length >= longest) break
  }
  if (/[\0\ufffd]/.test(text)) {
    throw new EtalageError({
      code: 'encoding-wrong',
      file,
      what: 'the text is not UTF-8',
      expected: 'UTF-8',
    })
  }
  const best = (ending === 'tsv' ? ['\t'] : [',', ';', '\t', '|'])
    .map((delimiter) => {
      const scanner = new CsvScanner(delimiter)
      const [first] = [...scanner.push(text), ...scanner.end()]
      return { delimiter, columns: first?.fields.map((name) => name.trim()) ?? [] }
    })
    .reduce((most, next) => (next.columns.length > most.columns.length ? next : most))
  if (!best.columns.some(Boolean)) {
    throw new EtalageError({
      code: 'file-empty',
      file,
      line: 1,
      what: 'the line is empty',
      expected: 'column names',
    })
  }
  return best
}
