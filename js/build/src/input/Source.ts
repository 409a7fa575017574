// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** An input file that exists, of a known format, whose columns are known. */
export interface Source {
  path: string
  /** The path as the user would type it, for messages. */
  file: string
  format: Format
  gzip: boolean
  /** The names of its columns as they stand in the file, in its order. */
  columns: string[]
  /** Delimited text only: what separates two fields. */
  delimiter: string
  /** Parquet only: columns that hold lists or structures; they are read as JSON. */
  nested: ReadonlySet<string>
}

export type Format = 'delimited' | 'json-lines' | 'parquet'
