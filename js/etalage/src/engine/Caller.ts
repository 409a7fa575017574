// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { EtalageError } from '../EtalageError.js'
import type { Memory, Outcome } from './Runtime.js'

/** Calls into a module: a message in, an answer out. Throws an EtalageError where the module refuses. */
export class Caller<Runtime extends Memory> {
  private readonly decoder = new TextDecoder()

  constructor(readonly runtime: Runtime) {}

  protected send(message: Uint8Array): void {
    this.check(this.runtime.input(message.length))
    this.memory(this.runtime.input_at(), message.length).set(message)
  }

  private output(): Uint8Array {
    return this.memory(this.runtime.output_at(), this.runtime.output_size())
  }

  protected memory(at: number, size: number): Uint8Array {
    return new Uint8Array(this.runtime.memory.buffer, at, size)
  }

  protected check(outcome: Outcome): void {
    if (outcome) return
    const [code = '', ...detail] = this.decoder.decode(this.output()).split(': ')
    throw new EtalageError(code, detail.join(': '))
  }

  protected bytes(outcome: Outcome): Uint8Array {
    this.check(outcome)
    return this.output().slice()
  }

  protected json(outcome: Outcome): unknown {
    this.check(outcome)
    return JSON.parse(this.decoder.decode(this.output()))
  }
}
