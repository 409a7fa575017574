// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// A shop's files in a folder of their own, and the real command line run on them.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after } from 'node:test'
import { fileURLToPath } from 'node:url'

export const cli = fileURLToPath(new URL('../../js/build/dist/cli.js', import.meta.url))

export class Shop {
  constructor(files = {}) {
    this.folder = mkdtempSync(join(tmpdir(), 'etalage-shop-'))
    after(() => rmSync(this.folder, { recursive: true }))
    const own = { 'package.json': '{"type":"module"}', ...files }
    for (const [name, content] of Object.entries(own)) this.write(name, content)
  }

  path(name) {
    return join(this.folder, name)
  }

  /** A configuration that is an object is written as a module; a list is written as lines. */
  write(name, content) {
    mkdirSync(dirname(this.path(name)), { recursive: true })
    const isText = typeof content === 'string' || Buffer.isBuffer(content)
    const asText = () =>
      Array.isArray(content)
        ? content.join('\n') + '\n'
        : `export default ${JSON.stringify(content)}\n`
    writeFileSync(this.path(name), isText ? content : asText())
  }

  run(...args) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
      cwd: this.folder,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1' },
      maxBuffer: 1 << 26,
    })
    return { code: status, stdout, stderr }
  }

  /** Runs a command that must succeed; returns the object that it prints. */
  json(...args) {
    const { code, stdout, stderr } = this.run(...args, '--json')
    assert.equal(code, 0, stderr)
    return JSON.parse(stdout)
  }

  /** Runs a command that must refuse its input; returns the problem, with the text that people read. */
  refused(...args) {
    const before = readdirSync(this.folder)
    const { code, stdout, stderr } = this.run(...args, '--json')
    assert.equal(code, 1, `exit code ${code}: ${stderr}`)
    assert.deepEqual(readdirSync(this.folder), before, 'nothing was written')
    return { ...JSON.parse(stdout).error, text: stderr.trim() }
  }
}
