// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Comparison, Estimates, Uplift } from '../estimates/MeasureEstimates.js'
import type { PackDescription } from '../pack/PackDescription.js'
import type { CollectorModule, Counted, UpliftQuestion } from './CollectorModule.js'
import { encodeCounted, encodeUplift } from './messages.js'
import { ModuleError } from './ModuleError.js'

/** 1 = done, and the answer is the output; 0 = refused, and the output is why. */
type Outcome = 0 | 1

/** What wasm/collector.cpp exports. */
export interface ModuleExports {
  memory: WebAssembly.Memory
  _initialize(): void
  /** Makes room for the message of the next call, at input_at(). */
  input(size: number): Outcome
  input_at(): number
  output_at(): number
  output_size(): number
  describe(): Outcome
  estimate(): Outcome
  uplift(): Outcome
  compare(): Outcome
}

export class WasmModule implements CollectorModule {
  private readonly _decoder = new TextDecoder()

  constructor(private readonly _exports: ModuleExports) {}

  describe(pack: Uint8Array): PackDescription {
    return this.ask('describe', pack) as PackDescription
  }

  estimate(counted: Counted): Estimates {
    return this.ask('estimate', encodeCounted(counted)) as Estimates
  }

  uplift(question: UpliftQuestion): Uplift {
    return this.ask('uplift', encodeUplift(question)) as Uplift
  }

  compare(first: UpliftQuestion, second: UpliftQuestion): Comparison {
    const message = Buffer.concat([encodeUplift(first), encodeUplift(second)])
    return this.ask('compare', message) as Comparison
  }

  private ask(call: 'describe' | 'estimate' | 'uplift' | 'compare', message: Uint8Array): unknown {
    this.check(this._exports.input(message.length))
    this.memory(this._exports.input_at(), message.length).set(message)
    this.check(this._exports[call]())
    return JSON.parse(this.output())
  }

  private check(outcome: Outcome): void {
    if (!outcome) throw new ModuleError(this.output())
  }

  private output(): string {
    return this._decoder.decode(this.memory(this._exports.output_at(), this._exports.output_size()))
  }

  /** Of the moment: a call may move it. */
  private memory(at: number, size: number): Uint8Array {
    return new Uint8Array(this._exports.memory.buffer, at, size)
  }
}
