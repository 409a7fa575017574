// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The corner shop's pack: the demo's catalogue and rules, and questions of its own. Built once for all browser tests, and again where
// anything that it is made of is newer.
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { repository } from '../../../toolchain/paths.mjs'
import { site } from '../support/site.mjs'

const config = join(import.meta.dirname, 'etalage.config.js')
const made = join(repository, 'build', 'browser-tests', 'corner-shop.pack')

export async function pack() {
  const sources = [join(await site(), 'etalage', 'shop.pack'), config]
  const newest = Math.max(...sources.map((file) => statSync(file).mtimeMs))
  if (existsSync(made) && statSync(made).mtimeMs > newest) return made
  const command = join(repository, 'js', 'build', 'dist', 'cli.js')
  const options = ['--config', config, '--out', made, '--no-report']
  const { status, stderr } = spawnSync(process.execPath, [command, 'build', ...options])
  if (status !== 0) throw new Error(`the corner shop's pack is not built: ${stderr}`)
  return made
}
