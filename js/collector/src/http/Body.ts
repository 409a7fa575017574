// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** More bytes than any report has; what is longer is not read to its end. */
export const bodyLimit = 1_024

/** A report has no other letters than ASCII: whatever else is read as it may be, it is no report. */
const encoding = 'latin1'

/** The body of a request as text, while it comes in. */
export class Body {
  private _text = ''

  /** Whether it is still no longer than a report can be. */
  add(chunk: Uint8Array): boolean {
    this._text += Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length).toString(encoding)
    return this._text.length <= bodyLimit
  }

  get text(): string {
    return this._text
  }
}
