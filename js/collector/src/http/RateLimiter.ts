// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { createHmac, randomBytes } from 'node:crypto'
import { isLoopback, networkOf } from './network.js'

interface Bucket {
  tokens: number
  /** When that was so. */
  at: number
}

/** What a household or an office with many shoppers may send at once, and then each second. */
const burst = 600
const perSecond = 5
/** So many addresses are remembered at most. */
const most = 200_000

/** A token bucket for each address. Which address has which bucket, only this process can tell, and only until it is full again. */
export class RateLimiter {
  private readonly _key = randomBytes(32)
  /** The one that was used longest ago first. */
  private readonly _buckets = new Map<string, Bucket>()

  /** A clock that never goes back, in milliseconds. */
  constructor(private readonly _now: () => number = () => performance.now()) {}

  /** Whether another request of this address is taken. This machine itself is not limited. */
  take(address: string): boolean {
    if (isLoopback(address)) return true
    const network = networkOf(address) ?? 'unknown'
    const now = this._now()
    this.forgetFull(now)
    const key = createHmac('sha256', this._key).update(network).digest('base64')
    const tokens = this.tokens(key, now)
    this._buckets.delete(key)
    this._buckets.set(key, { tokens: Math.max(0, tokens - 1), at: now })
    return tokens >= 1
  }

  get size(): number {
    return this._buckets.size
  }

  private tokens(key: string, now: number): number {
    const bucket = this._buckets.get(key)
    if (!bucket) return burst
    return Math.min(burst, bucket.tokens + ((now - bucket.at) * perSecond) / 1_000)
  }

  private forgetFull(now: number): void {
    for (const [key, { tokens, at }] of this._buckets) {
      const isFull = tokens + ((now - at) * perSecond) / 1_000 >= burst
      if (!isFull && this._buckets.size < most) return
      this._buckets.delete(key)
    }
  }
}
