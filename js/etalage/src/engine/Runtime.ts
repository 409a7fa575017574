// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/** 1 = done, and the answer is the output; 0 = refused, and the output is why: "code: detail". */
export type Outcome = 0 | 1

/**
 * How every module takes messages and gives answers. Sizes and addresses are bytes in `memory`, whose `buffer` is another one as
 * soon as it has grown: fetch that anew after each call, never keep it.
 */
export interface Memory {
  memory: WebAssembly.Memory
  /** Makes room for the message of the next call, at input_at(). */
  input(size: number): Outcome
  input_at(): number
  output_at(): number
  output_size(): number
}

/** What both modules of a page export: the calls of wasm/runtime.cpp, under the same names. */
export interface Runtime extends Memory {
  open(): Outcome
  pack_at(): number
  pack_size(): number
  begin_profile(secret: bigint): Outcome
  end_profile(): Outcome
  restore(): Outcome
  fold(): Outcome
  snapshot(now: number): Outcome
  track(now: number): Outcome
  set_cart(now: number): Outcome
  allow(personalise: boolean, measure: boolean): Outcome
  freeze(personalise: boolean, measure: boolean): Outcome
  refuse(): Outcome
  tidy(now: number): Outcome
  evict(bytes: number): Outcome
  visit(now: number): Outcome
  answer(now: number): Outcome
  update(now: number, offset: number): Outcome
  next_record(): Outcome
  values(): Outcome
  explain(): Outcome
  set_page(): Outcome
  live(): Outcome
  recommend(now: number, offset: number): Outcome
  names(): Outcome
  moment(now: number, offset: number): Outcome
  next_report(): Outcome
}
