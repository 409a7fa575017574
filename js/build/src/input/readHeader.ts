// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { EtalageError } from '../EtalageError.js'
import { CsvScanner } from './CsvScanner.js'
import { readText } from './readText.js'
import type { Source } from './Source.js'

interface Header {
  columns: string[]
  delimiter: string
}

/** The columns of delimited text, and what separates them: a tab in .tsv, else what the first lines agree on. */
export async function readHeader({ path, file, gzip }: Source, ending: string): Promise<Header> {
  const text = await beginning(path, gzip)
  const delimiters = ending === 'tsv' ? ['\t'] : [',', ';', '\t', '|']
  const { columns, delimiter } = delimiters.map((letter) => split(text, letter)).reduce(better)
  if (/[\0\ufffd]/.test(columns.join(''))) {
    throw new EtalageError({
      code: 'encoding-wrong',
      file,
      line: 1,
      what: 'the text is not UTF-8',
      expected: 'UTF-8',
    })
  }
  if (!columns.some(Boolean)) {
    throw new EtalageError({
      code: 'file-empty',
      file,
      line: 1,
      what: 'the line is empty',
      expected: 'column names',
    })
  }
  return { columns, delimiter }
}

/** Enough of a file to hold its header and a line after it. */
async function beginning(path: string, gzip: boolean): Promise<string> {
  let text = ''
  for await (const piece of readText(path, gzip)) {
    text += piece
    if (text.length >= 1 << 16) break
  }
  return text
}

type Attempt = Header & { rank: number }

/** The header if this were the delimiter; of a higher rank where the line after it has as many fields. */
function split(text: string, delimiter: string): Attempt {
  const scanner = new CsvScanner(delimiter)
  const [header, ...rest] = [...scanner.push(text), ...scanner.end()]
  const columns = header?.fields.map((name) => name.trim()) ?? []
  const next = rest.find(({ fields }) => fields.some(Boolean))
  const agrees = !next || next.fields.length === columns.length
  return { columns, delimiter, rank: columns.length < 2 ? 0 : agrees ? 2 : 1 }
}

function better(a: Attempt, b: Attempt): Attempt {
  return b.rank > a.rank || (b.rank === a.rank && b.columns.length > a.columns.length) ? b : a
}
