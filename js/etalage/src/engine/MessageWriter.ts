// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** Writes a message to the engine: varints and strings, as core/bytes/reader.h reads them. */
export class MessageWriter {
  private static encoder: TextEncoder | undefined
  private readonly bytes: number[] = []

  varint(value: number): this {
    let rest = value
    for (; rest > 127; rest = Math.floor(rest / 128)) this.bytes.push((rest % 128) + 128)
    this.bytes.push(rest)
    return this
  }

  byte(value: number): this {
    this.bytes.push(value)
    return this
  }

  number(value: number): this {
    const bytes = new Uint8Array(8)
    new DataView(bytes.buffer).setFloat64(0, value, true)
    for (const byte of bytes) this.bytes.push(byte)
    return this
  }

  value(value: string | number): this {
    return typeof value === 'number' ? this.byte(0).number(value) : this.byte(1).string(value)
  }

  fields(fields: readonly { key: string; value: string | number }[]): this {
    this.varint(fields.length)
    for (const { key, value } of fields) this.string(key).value(value)
    return this
  }

  string(text: string): this {
    const utf8 = (MessageWriter.encoder ??= new TextEncoder()).encode(text)
    this.varint(utf8.length)
    for (const byte of utf8) this.bytes.push(byte)
    return this
  }

  list(texts: readonly string[]): this {
    this.varint(texts.length)
    for (const text of texts) this.string(text)
    return this
  }

  take(): Uint8Array {
    return Uint8Array.from(this.bytes)
  }
}
