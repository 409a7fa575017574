// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The packages of package-lock.json, in node_modules: installed anew when any of them is missing or of another version.
import { existsSync, readFileSync } from 'node:fs'
import { repository } from './paths.mjs'
import { run } from './run.mjs'

export function installNodePackages() {
  const wanted = readPackages('package-lock.json')
  const installed = readPackages('node_modules/.package-lock.json')
  if (isComplete(wanted, installed)) return
  console.log('Installing the packages of package-lock.json')
  // No package may run a script of its own: none needs to.
  run(
    'npm',
    ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: repository },
  )
}

function readPackages(file) {
  const path = `${repository}/${file}`
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {}
}

/** Optional packages may be missing: they are for other systems. */
export function isComplete(wanted, installed) {
  return Object.entries(wanted)
    .filter(([path, { optional }]) => path.startsWith('node_modules/') && !optional)
    .every(([path, { version }]) => installed[path] && installed[path].version === version)
}
