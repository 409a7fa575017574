// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { EtalageError } from '../EtalageError.js'
import { csvRecords } from './csvRecords.js'
import type { Source } from './Source.js'

/** What is wrong with a file that DuckDB refused to read, with the line where it went wrong. */
export async function explainReadFailure(source: Source, error: unknown): Promise<unknown> {
  if (error instanceof EtalageError || !(error instanceof Error)) return error
  if (source.parts) return explainPartFailure(source, source.parts, error)
  const tooLong = explainLongLine(source, error)
  if (tooLong) return tooLong
  const found = source.format === 'delimited' ? await findCsvFault(source) : undefined
  if (found) return found
  const unreadable = /unicode|utf-8/i.test(error.message)
  return new EtalageError({
    code: unreadable ? 'encoding-wrong' : 'file-unreadable',
    file: source.file,
    what: unreadable ? 'the text is not UTF-8' : error.message.split('\n', 1)[0],
    expected: unreadable ? 'UTF-8' : undefined,
  })
}

/** DuckDB names the file that it could not read, in whatever words; where it does not, the parts are tried in turn. */
async function explainPartFailure(
  whole: Source,
  parts: readonly Source[],
  error: Error,
): Promise<unknown> {
  const named = parts.find(({ path }) => error.message.includes(path))
  if (named) return explainReadFailure(named, error)
  for (const part of parts) {
    const found = part.format === 'delimited' ? await findCsvFault(part) : undefined
    if (found) return found
  }
  return explainReadFailure({ ...whole, parts: undefined, format: 'parquet' }, error)
}

/** Whoever forgets to close a quote or to break lines meets this; an id or a title never does. */
function explainLongLine({ file }: Source, { message }: Error): EtalageError | undefined {
  const most = /Maximum line size of (\d+) bytes exceeded/i.exec(message)?.[1]
  if (!most) return undefined
  const line = /on Line: (\d+)/i.exec(message)?.[1]
  return new EtalageError({
    code: 'line-too-long',
    file,
    line: line === undefined ? undefined : Number(line),
    what: 'the line is too long',
    expected: `lines of at most ${most} bytes`,
  })
}

async function findCsvFault(source: Source): Promise<EtalageError | undefined> {
  const { file, columns } = source
  let ending: string | undefined
  for await (const { line, fields, fault, ...record } of csvRecords(source)) {
    if (fault) {
      return new EtalageError({
        code: 'csv-broken',
        file,
        line: fault.line,
        what: fault.what,
        expected: 'quotes around the whole field, and "" for a quote inside it',
      })
    }
    if (fields.some((field) => field.includes('\ufffd'))) {
      return new EtalageError({
        code: 'encoding-wrong',
        file,
        line,
        what: 'the text is not UTF-8',
        expected: 'UTF-8',
      })
    }
    if (fields.length !== columns.length && !endsInDelimiter(fields, columns.length)) {
      return new EtalageError({
        code: 'csv-broken',
        file,
        line,
        what: `${fields.length} ${fields.length === 1 ? 'field' : 'fields'}`,
        expected: `${columns.length}, as in the header`,
      })
    }
    ending ??= record.ending
    if (record.ending && record.ending !== ending) {
      return new EtalageError({
        code: 'csv-broken',
        file,
        line,
        what: `the line ends with ${JSON.stringify(record.ending)}, those before it with ${JSON.stringify(ending)}`,
        expected: 'the same line ending throughout',
      })
    }
  }
  return undefined
}

function endsInDelimiter(fields: string[], columns: number): boolean {
  return fields.length === columns + 1 && fields[columns] === ''
}
