// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { setTimeout as sleep } from 'node:timers/promises'
import { EtalageError } from '../EtalageError.js'
import type { Estimate, Uplift } from '../measures/Estimator.js'

/** What became of a report: counted, or of an epoch that the collector's clock no longer or not yet accepts. */
export type Fate = 'counted' | 'late'

/** What a collector says of a measure. */
export interface CollectorEstimates {
  total: { reports: number; enough: boolean; estimates: Estimate[] | null }
  uplift: Uplift | null
}

const mostAtOnce = 16
const tries = 60
const untimely = [409, 410, 422]

/** A running collector, reports sent to it as a browser does, each alone in its request. */
export class CollectorClient {
  private readonly _sending = new Set<Promise<void>>()
  private readonly _base: string
  private _failure?: Error

  constructor(address: string) {
    this._base = address.replace(/\/+$/, '').replace(/\/reports$/, '')
  }

  /** Sends a report, after waiting for one of the others where too many are on their way. */
  async send(report: string, told: (fate: Fate) => void): Promise<void> {
    if (this._sending.size >= mostAtOnce) await Promise.race(this._sending)
    this._throwFailure()
    const sent = this._post(report)
      .then(told, (error: unknown) => (this._failure ??= error as Error))
      .then(() => void this._sending.delete(sent))
    this._sending.add(sent)
  }

  /** Waits until every report has its answer. */
  async settle(): Promise<void> {
    await Promise.all(this._sending)
    this._throwFailure()
  }

  async estimates(measure: string): Promise<CollectorEstimates> {
    const answer = await this._ask(`/estimates?${new URLSearchParams({ measure }).toString()}`)
    if (!answer.ok) throw await this._refused(answer)
    return (await answer.json()) as CollectorEstimates
  }

  private _throwFailure(): void {
    if (this._failure) throw this._failure
  }

  private async _post(body: string): Promise<Fate> {
    const headers = { 'Content-Type': 'text/plain;charset=UTF-8' }
    for (let left = tries; ; --left) {
      const answer = await this._ask('/reports', { method: 'POST', headers, body })
      if (answer.status === 204) return 'counted'
      const busy = answer.status === 429 || answer.status === 503
      if (!busy || left === 0) {
        if (!untimely.includes(answer.status)) throw await this._refused(answer)
        await answer.arrayBuffer()
        return 'late'
      }
      await answer.arrayBuffer()
      await sleep(1000 * (Number(answer.headers.get('Retry-After')) || 1))
    }
  }

  private async _ask(path: string, request?: RequestInit): Promise<Response> {
    try {
      return await fetch(this._base + path, request)
    } catch (error) {
      const { cause } = error as Error
      throw new EtalageError({
        code: 'collector-unreachable',
        what: `${this._base}${path} does not answer: ${cause instanceof Error ? cause.message : String(error)}`,
        expected: 'the address of a running collector, as http://127.0.0.1:8788',
      })
    }
  }

  private async _refused(answer: Response): Promise<EtalageError> {
    const said = (await answer.text()).slice(0, 300)
    return new EtalageError({
      code: 'collector-refused',
      what: `${answer.url} answers ${answer.status}: ${said}`,
      expected: 'a collector of the same pack, whose estimates this machine may read',
    })
  }
}
