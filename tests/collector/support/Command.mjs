// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Command: `etalage-collector` in a process of its own.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const withTestPacks = here('server.mjs')

/** The command as it is shipped, for packs of the builder. */
export const shipped = here('../../../js/collector/dist/cli.js')

export class Command {
  output = ''
  errors = ''

  constructor(args, env = {}, script = withTestPacks) {
    this.process = spawn(process.execPath, [script, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ETALAGE_DASHBOARD_TOKEN: '', ...env },
    })
    this.process.stdout.setEncoding('utf8').on('data', (text) => (this.output += text))
    this.process.stderr.setEncoding('utf8').on('data', (text) => (this.errors += text))
    /** The exit code, or the signal. */
    this.ended = once(this.process, 'close').then(([code, signal]) => code ?? signal)
  }

  /** Gives the port, once it listens. */
  async listening() {
    const ended = this.ended.then((code) => {
      throw new Error(`ended with ${code}: ${this.errors}`)
    })
    while (!this.output.includes('\n'))
      await Promise.race([once(this.process.stdout, 'data'), ended])
    ended.catch(() => {})
    return Number(/:(\d+):/.exec(this.output)[1])
  }

  /** @param {NodeJS.Signals} signal */
  end(signal = 'SIGTERM') {
    this.process.kill(signal)
    return this.ended
  }
}
