// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Collector } from '../Collector.js'
import { renderDashboard } from '../dashboard/index.js'
import { csv } from '../estimates/csv.js'
import type { MeasureEstimates } from '../estimates/MeasureEstimates.js'
import { QuestionError } from '../estimates/QuestionError.js'
import { readRange } from '../estimates/Range.js'
import type { ShopFiles } from '../files/ShopFiles.js'
import type { Access } from './Access.js'
import { errorAnswer, jsonAnswer, toResponse, type Answer } from './Answer.js'
import { chooseLanguage } from './chooseLanguage.js'
import { pageAnswer } from './pageAnswer.js'

type Ask = (collector: Collector, url: URL, request: Request) => Promise<Answer>

/** What the shop may ask: estimates, downloads and the dashboard. */
export class DashboardHandler {
  constructor(
    private readonly _open: () => Promise<Collector>,
    private readonly _access: Access,
    private readonly _files: ShopFiles,
    private readonly _onError: (error: unknown) => void,
  ) {}

  async fetch(request: Request): Promise<Response> {
    return toResponse(await this.answer(request))
  }

  private async answer(request: Request): Promise<Answer> {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return errorAnswer(405, 'wrong-method', 'this is read by GET', { allow: 'GET, HEAD' })
    }
    const refused = this._access.refuse(request)
    if (refused) return refused
    const url = new URL(request.url)
    const ask = this._routes.get(url.pathname.slice(url.pathname.lastIndexOf('/') + 1))
    if (!ask) return errorAnswer(404, 'not-found', 'there is nothing at this address')
    try {
      return await ask(await this._open(), url, request)
    } catch (error) {
      if (error instanceof QuestionError) {
        return errorAnswer(error.status, error.code, error.message)
      }
      this._onError(error)
      return errorAnswer(503, 'not-available', 'the counts could not be read: try again')
    }
  }

  private readonly _routes = new Map<string, Ask>([
    ['', (collector, url, request) => this.page(collector, url, request)],
    ['measures', async ({ reading }) => jsonAnswer(200, await reading.overview())],
    ['estimates', async (collector, url) => jsonAnswer(200, await estimate(collector, url))],
    [
      'estimates.json',
      async (collector, url) => {
        const estimates = await estimate(collector, url)
        return jsonAnswer(200, estimates, { 'content-disposition': attachment(estimates, 'json') })
      },
    ],
    [
      'estimates.csv',
      async (collector, url) => {
        const estimates = await estimate(collector, url)
        return {
          ...jsonAnswer(200, null, {
            'content-type': 'text/csv; charset=utf-8',
            'content-disposition': attachment(estimates, 'csv'),
          }),
          body: csv(estimates),
        }
      },
    ],
  ])

  private async page({ reading }: Collector, url: URL, request: Request): Promise<Answer> {
    const query = url.searchParams
    const range = readRange(query)
    const html = await renderDashboard(
      {
        lang: chooseLanguage(query, request.headers.get('accept-language')),
        from: query.get('from') || undefined,
        to: query.get('to') || undefined,
      },
      {
        measures: await reading.estimateAll(range),
        overview: await reading.overview(),
        ...(await this.shopFiles()),
      },
    )
    return pageAnswer(html)
  }

  /** Without them the estimates still stand. */
  private async shopFiles(): Promise<Awaited<ReturnType<ShopFiles['read']>>> {
    try {
      return await this._files.read()
    } catch (error) {
      this._onError(error)
      return {}
    }
  }
}

function estimate({ reading }: Collector, { searchParams: query }: URL): Promise<MeasureEstimates> {
  const name = query.get('measure') ?? ''
  const series = query.get('series') ?? ''
  if (!name && !series) {
    throw new QuestionError(400, 'measure-missing', 'expected ?measure=NAME')
  }
  return reading.estimate(name, series, readRange(query))
}

function attachment({ measure, from, to }: MeasureEstimates, kind: string): string {
  return `attachment; filename="${measure.name.replace(/[^\w.-]/g, '_')}-${from}-${to}.${kind}"`
}
