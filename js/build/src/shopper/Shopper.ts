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

  private _fill(message: Uint8Array): void {
    const scratch = this._shopper.input(message.length)
    this._check(scratch.length === message.length)
    scratch.set(message)
  }

  private _json(): unknown {
    return JSON.parse(new TextDecoder().decode(this._shopper.output().slice()))
  }

  private _check(done: boolean): void {
    if (!done) throw moduleError(this._shopper.error())
  }
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
