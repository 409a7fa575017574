// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { isLoopback } from '../http/network.js'
import { parseArguments } from './parseArguments.js'
import { UsageError } from './UsageError.js'

/** What the command was asked to do. */
export interface Settings {
  db: string
  pack: string
  port: number
  host: string
  dashboardToken?: string
  history?: string
  consent?: string
  trustProxy: boolean
}

/** A token that can be guessed is none. */
const shortestToken = 16

/** Takes the command line apart; 'help' where that was asked for. Throws a UsageError where it is not what it takes. */
export function readSettings(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Settings | 'help' {
  const given = parseArguments(args)
  if (given.has('help')) return 'help'
  const { ETALAGE_DASHBOARD_TOKEN: ofEnvironment } = environment
  const settings: Settings = {
    db: required(given, 'db'),
    pack: required(given, 'pack'),
    port: readPort(given.get('port') ?? '8788'),
    host: given.get('host') ?? '127.0.0.1',
    dashboardToken: given.get('dashboard-token') ?? (ofEnvironment || undefined),
    history: given.get('history'),
    consent: given.get('consent'),
    trustProxy: given.has('trust-proxy'),
  }
  checkExposure(settings)
  return settings
}

function required(given: ReadonlyMap<string, string>, name: string): string {
  const value = given.get(name)
  if (value !== undefined) return value
  throw new UsageError(`--${name} is missing`)
}

function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN
  if (port <= 65_535) return port
  throw new UsageError(`--port is "${text}"; expected a whole number from 0 to 65535`)
}

function checkExposure({ host, dashboardToken: token }: Settings): void {
  if (token !== undefined && token.length < shortestToken) {
    throw new UsageError(`the dashboard token is too short: ${shortestToken} letters at least`)
  }
  if (host === 'localhost' || isLoopback(host) || token !== undefined) return
  throw new UsageError(
    `--host ${host} would show the dashboard to others: it needs a --dashboard-token`,
  )
}
