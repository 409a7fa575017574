// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Collector } from '../Collector.js'
import type { Outcome } from '../report/outcomes.js'
import { jsonAnswer, toResponse, type Answer } from './Answer.js'
import { Body, bodyLimit } from './Body.js'
import { RateLimiter } from './RateLimiter.js'
import { preflightAnswer, reportAnswers } from './reportAnswers.js'

/** What everybody may ask: to count a report, and whether the collector is well. */
export class ReportHandler {
  constructor(
    private readonly _open: () => Promise<Collector>,
    private readonly _onError: (error: unknown) => void,
    private readonly _limiter = new RateLimiter(),
  ) {}

  async fetch(request: Request, address?: string): Promise<Response> {
    if (isHealthCheck(request)) return toResponse(await this.health())
    const refused = this.refuse(request.method, request.headers.get('content-length'), address)
    if (refused) return toResponse(refused)
    const body = new Body()
    const chunks: AsyncIterable<Uint8Array> | [] = request.body ?? []
    for await (const chunk of chunks) {
      if (!body.add(chunk)) return toResponse(reportAnswers['too-large'])
    }
    return toResponse(await this.count(body.text))
  }

  /** The answer to a request whose body need not be read. */
  refuse(method: string | undefined, length: string | null, address?: string): Answer | undefined {
    if (method === 'OPTIONS') return preflightAnswer
    if (method !== 'POST') return reportAnswers['wrong-method']
    if (address !== undefined && !this._limiter.take(address)) return reportAnswers['too-many']
    if (Number(length) > bodyLimit) return reportAnswers['too-large']
    return undefined
  }

  async count(text: string): Promise<Answer> {
    return reportAnswers[await this.take(text)]
  }

  private async take(text: string): Promise<Outcome> {
    try {
      return await (await this._open()).intake.take(text)
    } catch (error) {
      this._onError(error)
      return 'not-durable'
    }
  }

  async health(): Promise<Answer> {
    try {
      await (await this._open()).store.check()
      return jsonAnswer(200, { status: 'ok' })
    } catch (error) {
      this._onError(error)
      return jsonAnswer(503, { status: 'failing' })
    }
  }
}

function isHealthCheck({ method, url }: Request): boolean {
  return method === 'GET' && new URL(url).pathname.endsWith('/healthz')
}
