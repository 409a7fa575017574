// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Answer } from './Answer.js'
import { errorAnswer } from './Answer.js'
import { Body } from './Body.js'
import type { DashboardHandler } from './DashboardHandler.js'
import type { ReportHandler } from './ReportHandler.js'
import { reportAnswers } from './reportAnswers.js'

export interface ServerOptions {
  reports: ReportHandler
  dashboard: DashboardHandler
  /** Addresses are those that a proxy says it saw. */
  trustProxy: boolean
  /** Called with the status of every answer. */
  onAnswer: (status: number) => void
  onError: (error: unknown) => void
  /** Milliseconds in which a request must have come in whole. */
  patience?: number
}

/** Both handlers behind one port, without a Request and a Response for each report. */
export class Server {
  private readonly _server

  constructor(private readonly _options: ServerOptions) {
    const { patience = 10_000 } = _options
    this._server = createServer(
      {
        headersTimeout: patience,
        requestTimeout: patience,
        connectionsCheckingInterval: Math.min(patience, 1_000),
        maxHeaderSize: 8_192,
      },
      (request, response) => {
        this.serve(request, response).catch((error: unknown) => {
          _options.onError(error)
          response.destroy()
        })
      },
    )
  }

  /** Gives the port that it listens at. */
  listen(port: number, host: string): Promise<number> {
    return new Promise((resolve, reject) => {
      this._server.once('error', reject)
      this._server.listen(port, host, () => resolve((this._server.address() as AddressInfo).port))
    })
  }

  /** Answers what has come in, and no more. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      this._server.close(() => resolve())
      this._server.closeIdleConnections()
    })
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '').split('?', 1)[0]
    if (path === '/reports') {
      this.report(request, response)
    } else if (path === '/healthz' && isRead(request)) {
      this.send(response, await this._options.reports.health())
    } else {
      this.send(response, await this.ask(request))
    }
  }

  private async ask(request: IncomingMessage): Promise<Answer> {
    const asked = this.toRequest(request)
    if (!asked) return errorAnswer(400, 'malformed', 'this is no address')
    const answer = await this._options.dashboard.fetch(asked)
    const { status, headers } = answer
    return { status, headers: Object.fromEntries(headers), body: await answer.text() }
  }

  private report(request: IncomingMessage, response: ServerResponse): void {
    const { reports } = this._options
    const length = request.headers['content-length'] ?? null
    const refused = reports.refuse(request.method, length, this.addressOf(request))
    if (refused) {
      this.send(response, refused)
      return
    }
    const body = new Body()
    request.on('data', (chunk: Buffer) => {
      if (!response.headersSent && !body.add(chunk)) {
        this.send(response, reportAnswers['too-large'])
      }
    })
    request.on('end', () => {
      if (response.headersSent) return
      void reports.count(body.text).then((answer) => this.send(response, answer))
    })
  }

  private send(response: ServerResponse, { status, headers, body }: Answer): void {
    this._options.onAnswer(status)
    const length = status === 204 ? {} : { 'content-length': Buffer.byteLength(body) }
    response.writeHead(status, { ...headers, ...length })
    response.end(body)
  }

  /** The last proxy's word counts: what stands before it in the header, anybody may have written. */
  private addressOf({ headers, socket }: IncomingMessage): string {
    const forwarded = this._options.trustProxy ? headers['x-forwarded-for'] : undefined
    const last = [forwarded].flat().join(',').split(',').at(-1)?.trim()
    return last || (socket.remoteAddress ?? '')
  }

  /** Of what has no body. */
  private toRequest({ method, url, headers }: IncomingMessage): Request | undefined {
    const isSecure = this._options.trustProxy && headers['x-forwarded-proto'] === 'https'
    try {
      return new Request(`http${isSecure ? 's' : ''}://${headers.host ?? ''}${url ?? ''}`, {
        method,
        headers: Object.entries(headers).map(([name, value]): [string, string] => [
          name,
          [value].flat().join(', '),
        ]),
      })
    } catch {
      return undefined
    }
  }
}

function isRead({ method }: IncomingMessage): boolean {
  return method === 'GET' || method === 'HEAD'
}
