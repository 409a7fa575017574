// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Fields, Value } from './ShopperInput.js'

/** Writes a message to the engine: varints, texts and values, as core/engine/messages.h draws them. */
export class MessageWriter {
  private _bytes: number[] = []

  varint(value: number): this {
    let rest = value
    for (; rest > 127; rest = Math.floor(rest / 128)) this._bytes.push((rest % 128) + 128)
    this._bytes.push(rest)
    return this
  }

  byte(value: number): this {
    this._bytes.push(value)
    return this
  }

  text(text: string): this {
    const utf8 = Buffer.from(text)
    this.varint(utf8.length)
    for (const byte of utf8) this._bytes.push(byte)
    return this
  }

  /** 0 and a number, or 1 and a text. */
  value(value: Value): this {
    if (typeof value === 'string') return this.byte(1).text(value)
    const eight = Buffer.alloc(8)
    eight.writeDoubleLE(value)
    this.byte(0)
    for (const byte of eight) this._bytes.push(byte)
    return this
  }

  fields(fields: Fields): this {
    this.varint(fields.size)
    for (const [key, value] of fields) this.text(key).value(value)
    return this
  }

  /** How many there are, then each. */
  list<T>(values: readonly T[], write: (value: T) => unknown): this {
    this.varint(values.length)
    for (const value of values) write(value)
    return this
  }

  take(): Uint8Array {
    return Uint8Array.from(this._bytes)
  }
}
