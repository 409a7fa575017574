// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { Collector } from './Collector.js'
import type { CollectorOptions } from './CollectorOptions.js'
import { ShopFiles } from './files/ShopFiles.js'
import { Access } from './http/Access.js'
import { DashboardHandler } from './http/DashboardHandler.js'
import { ReportHandler } from './http/ReportHandler.js'

/** Two handlers, for any server that speaks the Fetch API. */
export interface CollectorHandlers {
  /** For everybody: POST a report, GET …/healthz. `address`: whose requests are limited, as the server knows it. */
  reports: (request: Request, address?: string) => Promise<Response>
  /** For the shop alone: GET …/estimates, …/measures and the dashboard. */
  dashboard: (request: Request) => Promise<Response>
  close: () => Promise<void>
}

/** Opens its store and pack with the first request; what cannot be opened is tried again with the next. */
export function createCollector(options: CollectorOptions): CollectorHandlers {
  const handlers = makeHandlers(options)
  return {
    reports: (request, address) => handlers.reports.fetch(request, address),
    dashboard: (request) => handlers.dashboard.fetch(request),
    close: () => handlers.close(),
  }
}

/** The handlers themselves. */
export function makeHandlers(options: CollectorOptions) {
  const { dashboardToken, history, consent, onError = () => undefined } = options
  let opening: Promise<Collector> | undefined
  const open = () => {
    opening ??= Collector.open(options).catch((error: unknown) => {
      opening = undefined
      throw error
    })
    return opening
  }
  const files = new ShopFiles(history, consent)
  return {
    open,
    files,
    reports: new ReportHandler(open, onError),
    dashboard: new DashboardHandler(open, new Access(dashboardToken), files, onError),
    async close() {
      await (await opening)?.close()
    },
  }
}
