// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

/**
 * A generator that a seed makes repeatable (sfc32). Only a simulation may draw from it what a browser takes from the system:
 * whoever knows the seed can take the noise off the answers.
 */
export class Random {
  private readonly _state: Uint32Array

  constructor(seed: number, stream = 0) {
    this._state = Uint32Array.of(seed, stream, 0x9e3779b9, 1)
    for (let i = 0; i < 16; ++i) this.word()
  }

  /** 32 bits. */
  word(): number {
    const s = this._state
    const result = (s[0] + s[1] + s[3]) >>> 0
    s[3] += 1
    s[0] = s[1] ^ (s[1] >>> 9)
    s[1] = s[2] + (s[2] << 3)
    s[2] = ((s[2] << 21) | (s[2] >>> 11)) + result
    return result
  }

  /** In [0, 1). */
  share(): number {
    return this.word() / 2 ** 32
  }

  happens(probability: number): boolean {
    return this.share() < probability
  }

  /** A whole number in [0, below). */
  below(below: number): number {
    return Math.floor(this.share() * below)
  }

  between(least: number, most: number): number {
    return least + this.share() * (most - least)
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]
  }

  /** One of a list whose first are more popular: the place n has the weight 1/n. */
  pickPopular<T>(list: readonly T[]): T {
    return list[Math.min(list.length - 1, Math.floor((list.length + 1) ** this.share()) - 1)]
  }

  bytes(count: number): Uint8Array {
    const words = new Uint32Array(Math.ceil(count / 4))
    for (let i = 0; i < words.length; ++i) words[i] = this.word()
    return new Uint8Array(words.buffer, 0, count)
  }

  /** 64 bits. */
  secret(): bigint {
    return (BigInt(this.word()) << 32n) | BigInt(this.word())
  }
}
