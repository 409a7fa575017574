// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** An input file that exists, of a known format, whose columns are known; or a folder of such files, its parts. */
export interface Source {
  /** As it can be opened; of a part so that DuckDB takes it literally. */
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
  /** The files of a folder, in the order of their names; missing where the source is a file. */
  parts?: Source[]
}

export type Format = 'delimited' | 'json-lines' | 'parquet'
