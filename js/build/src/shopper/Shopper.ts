// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { moduleError } from '../builder/moduleError.js'
import type { BuildModule, ShopperModule } from '../builder/BuildModule.js'
import { MessageWriter } from './MessageWriter.js'
import type { Explanation, Outcome, ShopperInput } from './ShopperInput.js'

/** One shopper and one pack, as in a browser. `delete` it when done: the module cannot know. */
export class Shopper {
  private readonly _shopper: ShopperModule

  /** Begins with an empty profile. Fails with the core's code where the pack is broken. */
  constructor(module: BuildModule, pack: Uint8Array) {
    this._shopper = new module.Shopper()
    this._fill(pack)
    this._check(this._shopper.open())
  }

  /** Another shopper, with an empty profile and a secret of its own, of 64 bits. */
  begin(secret = 0n): void {
    this._check(this._shopper.begin(secret))
  }

  /** Gives what the manifest refused of it: the names of fields, or `event` where it refused all. */
  apply(input: ShopperInput, now: number): string[] {
    // A page does this by itself, except where the shop says when a visit begins.
    if (!(input.kind === 'event' && input.name === 'session_start')) this._visit(now)
    this._fill(encode(input))
    switch (input.kind) {
      case 'event':
        this._check(this._shopper.track(now))
        return (this._json() as { dropped: string[] }).dropped
      case 'cart':
        this._check(this._shopper.setCart(now))
        return []
      case 'page':
        this._check(this._shopper.setPage())
        return []
      case 'answer':
        this._check(this._shopper.answer(now))
        return []
    }
  }

  /** What the rules say now. */
  update(now: number, utcOffset: number): Outcome {
    this._check(this._shopper.update(now, utcOffset))
    return this._json() as Outcome
  }

  /** What the shopper lets the shop do; at first both. */
  allow(personalise: boolean, measure: boolean): void {
    this._check(this._shopper.allow(personalise, measure))
  }

  /** The shopper comes to the shop. */
  visit(now: number): void {
    this._visit(now)
  }

  /**
   * A moment at which measures may be asked, when a page was opened or is being hidden. Gives the new ledger; undefined where
   * nothing changed. What came of it is in nextReport().
   */
  moment(
    hidden: boolean,
    ledger: Uint8Array,
    random: Uint8Array,
    now: number,
    utcOffset: number,
  ): Uint8Array | undefined {
    // Nothing was erased: no week is spent.
    const head = new MessageWriter()
      .byte(hidden ? 1 : 0)
      .varint(0)
      .varint(ledger.length)
      .take()
    this._fill(head, ledger, random)
    this._check(this._shopper.moment(now, utcOffset))
    const output = this._shopper.output().slice()
    return output.length === 0 ? undefined : withoutVarint(output)
  }

  /** A report of the last moment as it is sent; undefined where there are no more. */
  nextReport(): string | undefined {
    this._check(this._shopper.nextReport())
    const output = this._shopper.output().slice()
    return output.length === 0 ? undefined : new TextDecoder().decode(output)
  }

  /** The true bucket of each measure at the last moment or update; null where it would not be asked. */
  truth(): Record<string, number | null> {
    this._check(this._shopper.truth())
    return this._json() as Record<string, number | null>
  }

  /** Why a rule came to its value at the last update; null where the pack has no such rule. */
  explain(kind: string, name: string, lang: 'en' | 'nl'): Explanation | null {
    this._fill(
      new MessageWriter()
        .text(kind)
        .text(name)
        .byte(lang === 'nl' ? 1 : 0)
        .take(),
    )
    this._check(this._shopper.explain())
    return this._json() as Explanation | null
  }

  delete(): void {
    this._shopper.delete()
  }

  private _visit(now: number): void {
    this._fill(new MessageWriter().text('').take()) // from where is not known
    this._check(this._shopper.visit(now))
  }

  private _fill(...parts: readonly Uint8Array[]): void {
    const size = parts.reduce((bytes, part) => bytes + part.length, 0)
    const scratch = this._shopper.input(size)
    this._check(scratch.length === size)
    let at = 0
    for (const part of parts) {
      scratch.set(part, at)
      at += part.length
    }
  }

  private _json(): unknown {
    return JSON.parse(new TextDecoder().decode(this._shopper.output().slice()))
  }

  private _check(done: boolean): void {
    if (!done) throw moduleError(this._shopper.error())
  }
}

/** The last week that was answered for stands before a ledger, for who erases it. */
function withoutVarint(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(bytes.findIndex((byte) => byte < 128) + 1)
}

function encode(input: ShopperInput): Uint8Array {
  const writer = new MessageWriter()
  switch (input.kind) {
    case 'event':
      writer.text(input.name).text(input.transactionId).fields(input.fields)
      return writer.list(input.items, (item) => writer.fields(item)).take()
    case 'cart':
      return writer.list(input.items, (item) => writer.fields(item)).take()
    case 'page':
      return writer.text(input.type).text(input.item).text(input.category).text(input.query).take()
    case 'answer':
      return writer
        .text(input.fact)
        .list(input.values, (value) => writer.value(value))
        .take()
  }
}
