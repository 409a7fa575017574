// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** The C++ core for building packs, compiled to WebAssembly. Types written by hand after `wasm/build.cpp`. */
export interface BuildModule {
  Builder: new () => Builder
  Shopper: new () => ShopperModule
  Estimator: new () => EstimatorModule
}

/** One pack in the making. A call that returns false or a negative number has failed, and error() says why. */
export interface Builder {
  /** Scratch memory for the next call: fetch it anew for each call, fill it, keep no reference. Too short: there is no more. */
  input(bytes: number): Uint8Array
  /** What the last call produced: copy it at once. */
  output(): Uint8Array
  /** "code: detail" of the last failure. */
  error(): string
  setProducts(): boolean
  setSettings(): boolean
  setRules(): boolean
  /** Checks the rules that were set and makes them into a program; succeeds also where rules are wrong. */
  compile(): boolean
  setHistory(sessions: number, items: number): boolean
  /** After the products. */
  setPurchases(count: number): boolean
  begin(): boolean
  /** Trains about so many samples more; returns the share done, 1 at the end. */
  step(samples: number): number
  finish(): boolean
  evaluate(cases: number, items: number): boolean
  addSegmentLists(): boolean
  /** After finish: what the cases are worth with other blends; its input ends with `blends` of them. */
  tryBlends(cases: number, items: number, blends: number): boolean
  /** What a pack measures: core/engine/describe_measures.h. */
  describeMeasures(): boolean
  /** The products of a pack, as [{ id, category }]. */
  listProducts(): boolean
  inspect(): boolean
  delete(): void
}

/** One shopper over one pack. Input, output and failures as with a Builder; times in milliseconds, offsets in minutes. */
export interface ShopperModule {
  input(bytes: number): Uint8Array
  output(): Uint8Array
  error(): string
  /** Begins with an empty profile of a shopper who allows everything. */
  open(): boolean
  /** Another shopper, with an empty profile and a secret of its own. */
  begin(secret: bigint): boolean
  /** What the shopper lets the shop do; at first both. */
  allow(personalise: boolean, measure: boolean): boolean
  track(now: number): boolean
  setCart(now: number): boolean
  setPage(): boolean
  answer(now: number): boolean
  /** The shopper is here; begins a visit where there is none. Its input is where they came from. */
  visit(now: number): boolean
  update(now: number, utcOffset: number): boolean
  explain(): boolean
  /** A moment at which measures may be asked: the page was opened or is being hidden. Its input: core/engine/messages.h. */
  moment(now: number, utcOffset: number): boolean
  nextReport(): boolean
  /** The bucket that each measure's answer is in. */
  truth(): boolean
  delete(): void
}

/** What counted reports say. Input, output and failures as with a Builder: core/measure/messages.h. */
export interface EstimatorModule {
  input(bytes: number): Uint8Array
  output(): Uint8Array
  error(): string
  estimate(): boolean
  uplift(): boolean
  needed(): boolean
  delete(): void
}
