// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

interface Option {
  help: string
  /** What follows it, as `FILE`; an option without is a switch. */
  value?: string
  required?: true
}

export const options: Readonly<Record<string, Option>> = {
  db: {
    value: 'DATABASE',
    required: true,
    help: 'where counts are kept: a SQLite file, made where there is none, or postgres://…',
  },
  pack: {
    value: 'FILE',
    required: true,
    help: 'the pack whose measures are counted; read again when it changes',
  },
  port: { value: 'PORT', help: 'where it listens; default 8788' },
  host: { value: 'ADDRESS', help: 'where it listens; default 127.0.0.1, this machine alone' },
  'dashboard-token': {
    value: 'TOKEN',
    help: 'shows the dashboard to who has it, wherever from; or ETALAGE_DASHBOARD_TOKEN in the environment',
  },
  history: { value: 'FILE', help: 'shop.segments.json of "etalage build", for the dashboard' },
  consent: { value: 'FILE', help: 'what the consent banner counted, for the dashboard' },
  'trust-proxy': { help: 'addresses are those that the proxy before it says it saw' },
  help: { help: 'show this' },
}
