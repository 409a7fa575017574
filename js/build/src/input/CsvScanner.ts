// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

export interface CsvRecord {
  /** The line, from 1, on which it begins. */
  line: number
  fields: string[]
  /** What ends it; empty at the end of the file. */
  ending: '\n' | '\r\n' | '\r' | ''
  fault?: { line: number; what: string }
}

type State = 'start' | 'plain' | 'quoted' | 'closed' | 'return'

/**
 * Splits delimited text into records and knows their lines, which DuckDB does not say. Used for a file's header, and to
 * find the line of a record that was refused. A quote opens a field only at its beginning; doubled, it stands for itself.
 */
export class CsvScanner {
  private _state: State = 'start'
  private _line = 1
  private _quoteLine = 1
  private _field = ''
  private _record: CsvRecord = { line: 1, fields: [], ending: '' }
  private _done: CsvRecord[] = []

  constructor(private readonly _delimiter: string) {}

  /** The records that end in this piece of text. */
  push(text: string): CsvRecord[] {
    for (const letter of text) this._take(letter)
    return this._done.splice(0)
  }

  /** The last record, where the file does not end with a line break. */
  end(): CsvRecord[] {
    if (this._state === 'quoted') this._fault(this._quoteLine, 'a quote that is never closed')
    if (this._state === 'return') this._endRecord('\r')
    else if (this._state !== 'start' || this._field || this._record.fields.length)
      this._endRecord('')
    return this._done.splice(0)
  }

  private _take(letter: string): void {
    if (this._state === 'return') {
      this._endRecord(letter === '\n' ? '\r\n' : '\r')
      if (letter === '\n') return
    }
    if (this._state === 'quoted') {
      if (letter === '"') this._state = 'closed'
      else this._field += letter
      if (letter === '\n') ++this._line
    } else if (letter === this._delimiter) this._endField()
    else if (letter === '\n') this._endRecord('\n')
    else if (letter === '\r') this._state = 'return'
    else if (letter === '"' && this._state === 'start') {
      this._state = 'quoted'
      this._quoteLine = this._line
      this._field = ''
    } else if (letter === '"' && this._state === 'closed') {
      this._state = 'quoted'
      this._field += '"'
    } else if (this._state === 'closed') {
      if (letter !== ' ') this._fault(this._line, 'text after a closing quote')
    } else {
      this._field += letter
      if (letter !== ' ') this._state = 'plain'
    }
  }

  private _fault(line: number, what: string): void {
    this._record.fault ??= { line, what }
  }

  private _endField(): void {
    this._record.fields.push(this._field)
    this._field = ''
    this._state = 'start'
  }

  private _endRecord(ending: CsvRecord['ending']): void {
    this._endField()
    this._done.push({ ...this._record, ending })
    this._record = { line: ++this._line, fields: [], ending: '' }
  }
}
