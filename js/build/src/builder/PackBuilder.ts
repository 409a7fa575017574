// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { History } from '../history/History.js'
import type { MeasuresDescription } from '../measures/MeasureDescription.js'
import type { Cases } from '../quality/Cases.js'
import type { BuildModule, Builder } from './BuildModule.js'
import type { Compilation } from './Compilation.js'
import { Encoder } from './Encoder.js'
import type { Evaluation } from './Evaluation.js'
import { moduleError } from './moduleError.js'
import type { Blend } from './ModelSettings.js'
import type { PackDescription } from './PackDescription.js'

/** The day of what nobody knows the day of (core/train/trends.h). */
const noDay = -(2 ** 31)

/** A builder of the WebAssembly module whose failures are errors. `delete` it when done: the module cannot know. */
export class PackBuilder {
  private readonly _builder: Builder

  constructor(module: BuildModule) {
    this._builder = new module.Builder()
  }

  setProducts(table: Uint8Array): void {
    this._fill(table)
    this._check(this._builder.setProducts())
  }

  setSettings(settings: Uint8Array): void {
    this._fill(settings)
    this._check(this._builder.setSettings())
  }

  setRules(rules: Uint8Array): void {
    this._fill(rules)
    this._check(this._builder.setRules())
  }

  /** Compiles the rules, after the settings are set: slots need events too. Finish puts them into the pack. */
  compile(): Compilation {
    this._check(this._builder.compile())
    return this._json() as Compilation
  }

  setHistory({ items, offsets, customers, days, purchases }: History): void {
    this._fill(items, offsets, customers, days ?? new Int32Array(customers.length).fill(noDay))
    this._check(this._builder.setHistory(customers.length, items.length))
    if (!purchases) return
    this._fill(purchases.customers, purchases.products, purchases.days)
    this._check(this._builder.setPurchases(purchases.days.length))
  }

  begin(): void {
    this._check(this._builder.begin())
  }

  /** Trains a little; returns the share done, 1 at the end. */
  step(samples: number): number {
    const share = this._builder.step(samples)
    this._check(share >= 0)
    return share
  }

  /** The finished pack. */
  finish(): Uint8Array {
    this._check(this._builder.finish())
    return this._builder.output().slice()
  }

  /** How well the finished pack answers the cases. */
  evaluate({ items, offsets }: Cases): Evaluation {
    this._fill(items, offsets)
    this._check(this._builder.evaluate(offsets.length - 1, items.length))
    return this._json() as Evaluation
  }

  /** The pack with what those in each segment chose most: ids, the most popular first. */
  addSegmentLists(pack: Uint8Array, lists: ReadonlyMap<string, string[]>): Uint8Array {
    const encoder = new Encoder().u32(lists.size)
    for (const [segment, ids] of lists) encoder.text(segment).texts(ids)
    this._fill(encoder.bytes(), pack)
    this._check(this._builder.addSegmentLists())
    return this._builder.output().slice()
  }

  /** What each case is worth with each blend, in the finished pack; nothing is trained again. */
  tryBlends({ items, offsets }: Cases, blends: readonly Blend[]): Float32Array[] {
    const cases = offsets.length - 1
    const numbers = Float32Array.from(
      blends.flatMap(({ vectors, pairDecay }) => [vectors, pairDecay]),
    )
    this._fill(items, offsets, numbers)
    this._check(this._builder.tryBlends(cases, items.length, blends.length))
    const worths = new Float32Array(this._builder.output().slice().buffer)
    return blends.map((_, b) => worths.subarray(b * cases, (b + 1) * cases))
  }

  describeMeasures(pack: Uint8Array): MeasuresDescription {
    this._fill(pack)
    this._check(this._builder.describeMeasures())
    return this._json() as MeasuresDescription
  }

  /** The products of a pack. */
  listProducts(pack: Uint8Array): { id: string; category: string }[] {
    this._fill(pack)
    this._check(this._builder.listProducts())
    return this._json() as { id: string; category: string }[]
  }

  inspect(pack: Uint8Array): PackDescription {
    this._fill(pack)
    this._check(this._builder.inspect())
    return this._json() as PackDescription
  }

  delete(): void {
    this._builder.delete()
  }

  /** Puts arrays end to end into the module's memory, in this machine's byte order: Node runs on little-endian ones. */
  private _fill(...parts: readonly (Uint8Array | Uint32Array | Int32Array | Float32Array)[]): void {
    const size = parts.reduce((bytes, part) => bytes + part.byteLength, 0)
    const scratch = this._builder.input(size)
    this._check(scratch.length === size)
    let at = 0
    for (const part of parts) {
      scratch.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at)
      at += part.byteLength
    }
  }

  private _json(): unknown {
    return JSON.parse(new TextDecoder().decode(this._builder.output().slice()))
  }

  private _check(done: boolean): void {
    if (!done) throw moduleError(this._builder.error())
  }
}
