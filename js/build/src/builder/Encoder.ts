// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** Writes numbers and texts end to end, little-endian; a text is its length in bytes, then its UTF-8. */
export class Encoder {
  private _bytes = new Uint8Array(1 << 16)
  private _view = new DataView(this._bytes.buffer)
  private _size = 0

  u8(value: number): this {
    const at = this._grow(1) // first: it may replace the view
    this._view.setUint8(at, value)
    return this
  }

  u32(value: number): this {
    const at = this._grow(4)
    this._view.setUint32(at, value, true)
    return this
  }

  f32(value: number): this {
    const at = this._grow(4)
    this._view.setFloat32(at, value, true)
    return this
  }

  f64(value: number): this {
    const at = this._grow(8)
    this._view.setFloat64(at, value, true)
    return this
  }

  text(value: string): this {
    const utf8 = Buffer.from(value)
    this.u32(utf8.length)
    const at = this._grow(utf8.length)
    this._bytes.set(utf8, at)
    return this
  }

  texts(values: readonly string[]): this {
    this.u32(values.length)
    for (const value of values) this.text(value)
    return this
  }

  bytes(): Uint8Array {
    return this._bytes.slice(0, this._size)
  }

  private _grow(bytes: number): number {
    const at = this._size
    this._size += bytes
    if (this._size > this._bytes.length) {
      const larger = new Uint8Array(Math.max(this._size, 2 * this._bytes.length))
      larger.set(this._bytes)
      this._bytes = larger
      this._view = new DataView(larger.buffer)
    }
    return at
  }
}
