// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Postgres: a private cluster of Debian's PostgreSQL in a temporary folder, on a loopback port.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

const versions = '/usr/lib/postgresql'

export class Postgres {
  static async start() {
    const postgres = new Postgres()
    postgres.folder = mkdtempSync(`${tmpdir()}/etalage-postgres-`)
    postgres.account = account()
    const { uid, gid } = postgres.account
    if (uid !== undefined) chownSync(postgres.folder, uid, gid)
    chmodSync(postgres.folder, 0o700)
    const data = `${postgres.folder}/data`
    const made = spawnSync(
      program('initdb'),
      ['-D', data, '-U', 'etalage', '-A', 'trust', '--no-locale', '-E', 'UTF8', '-N'],
      { ...postgres.account, cwd: postgres.folder, encoding: 'utf8' },
    )
    if (made.status !== 0) throw new Error(`initdb ended with ${made.status}: ${made.stderr}`)
    postgres.port = await freePort()
    postgres.process = spawn(
      program('postgres'),
      ['-D', data, '-p', postgres.port, '-h', '127.0.0.1', '-k', postgres.folder],
      { ...postgres.account, cwd: postgres.folder, stdio: ['ignore', 'ignore', 'ignore'] },
    )
    await postgres.untilItAnswers()
    return postgres
  }

  /** An empty database; gives its address. */
  async database() {
    const name = `shop_${++this.databases}`
    const client = new pg.Client({ connectionString: this.address('postgres') })
    await client.connect()
    await client.query(`CREATE DATABASE ${name}`)
    await client.end()
    return this.address(name)
  }

  databases = 0

  address(database) {
    return `postgres://etalage@127.0.0.1:${this.port}/${database}`
  }

  /** Drops what clients it has. */
  async stop() {
    const ended = once(this.process, 'exit')
    if (this.process.exitCode === null) {
      this.process.kill('SIGINT')
      await ended
    }
    rmSync(this.folder, { recursive: true })
  }

  async untilItAnswers() {
    for (;;) {
      if (this.process.exitCode !== null) {
        throw new Error(`postgres ended with ${this.process.exitCode}`)
      }
      const client = new pg.Client({ connectionString: this.address('postgres') })
      try {
        await client.connect()
        await client.end()
        return
      } catch {
        await wait(50)
      }
    }
  }
}

/** It refuses to run as root: then it is the account that its package made. */
function account() {
  if (process.getuid() !== 0) return {}
  const number = (option) =>
    Number(spawnSync('id', [option, 'postgres'], { encoding: 'utf8' }).stdout)
  return { uid: number('-u'), gid: number('-g') }
}

function program(name) {
  const [newest] = readdirSync(versions).sort((a, b) => Number(b) - Number(a))
  const path = `${versions}/${newest}/bin/${name}`
  if (!existsSync(path)) throw new Error(`${path} is missing: install Debian's postgresql`)
  return path
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  await once(server, 'close')
  return port
}
