// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// better-sqlite3 has code to compile for this release of Node. It is compiled here, from its own sources and with Node's own
// headers: nothing is fetched for it, as its own script would.
import { dirname } from 'node:path'
import { repository } from './paths.mjs'
import { capture, run } from './run.mjs'

export function compileNativePackages() {
  if (works()) return
  console.log('Compiling better-sqlite3')
  const headers = dirname(dirname(process.execPath))
  const compile = `node-gyp rebuild --release --jobs=max --loglevel=error --nodedir="${headers}"`
  run('npm', ['explore', 'better-sqlite3', '--loglevel=error', '--', compile], {
    cwd: repository,
    env: { ...process.env, CXXFLAGS: '-w' }, // its warnings are not ours
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

function works() {
  const path = JSON.stringify(`${repository}/node_modules/better-sqlite3`)
  const open = `require(${path})(':memory:')`
  return capture(process.execPath, ['-e', open]) !== undefined
}
