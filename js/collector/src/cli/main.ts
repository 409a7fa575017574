// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { resolve } from 'node:path'
import { makeHandlers } from '../createCollector.js'
import { Server } from '../http/Server.js'
import type { CollectorModule } from '../module/CollectorModule.js'
import { describeError, ErrorLog } from './ErrorLog.js'
import { helpText, usage } from './helpText.js'
import { readSettings, type Settings } from './Settings.js'
import { StatusCounts } from './StatusCounts.js'
import { UsageError } from './UsageError.js'

const minute = 60_000
const wrongInput = 1
const wrongCall = 2

/** Runs the command until it is told to end; returns its exit code. */
export async function main(args: readonly string[], module?: CollectorModule): Promise<number> {
  try {
    const settings = readSettings(args, process.env)
    if (settings === 'help') process.stdout.write(helpText() + '\n')
    else await serve(settings, module)
    return 0
  } catch (error) {
    process.stderr.write(`etalage-collector: ${describeError(error)}\n`)
    if (!(error instanceof UsageError)) return wrongInput
    process.stderr.write(usage() + '\n')
    return wrongCall
  }
}

async function serve(settings: Settings, module?: CollectorModule): Promise<void> {
  const { db, pack, port, host, dashboardToken, history, consent, trustProxy } = settings
  const onError = new ErrorLog().add
  const path = resolve(pack)
  const handlers = makeHandlers({
    ...{ store: db, pack: path, dashboardToken, history, consent, onError, module },
  })
  const statuses = new StatusCounts()
  const server = new Server({
    ...handlers,
    trustProxy,
    onError,
    onAnswer: (status) => statuses.add(status),
  })
  try {
    await handlers.open()
    await handlers.files.read()
    const bound = await server.listen(port, host)
    const name = host.includes(':') ? `[${host}]` : host
    process.stdout.write(
      `listening at http://${name}:${bound}: reports at /reports, the dashboard at /\n`,
    )
    const printing = setInterval(() => print(statuses), minute)
    await toldToEnd()
    clearInterval(printing)
    await server.close()
    print(statuses)
  } finally {
    await handlers.close()
  }
}

function print(statuses: StatusCounts): void {
  const counts = statuses.take()
  if (counts) process.stdout.write(`${new Date().toISOString().slice(0, 16)}Z  ${counts}\n`)
}

function toldToEnd(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
}
