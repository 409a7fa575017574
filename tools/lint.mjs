// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// lint: layout, types and the usual mistakes. `npm run lint`; with --fix it repairs what a tool can repair.
import { readdirSync } from 'node:fs'
import { main } from '../toolchain/main.mjs'
import { repository } from '../toolchain/paths.mjs'
import { run } from '../toolchain/run.mjs'
import { setup } from '../toolchain/setup.mjs'
import { build } from './build.mjs'

const fix = process.argv.includes('--fix')

const checks = {
  'build and types': build,
  'clang-format': () =>
    inRepository('clang-format-19', ...(fix ? ['-i'] : ['--dry-run', '-Werror']), ...cppFiles()),
  prettier: () =>
    node('prettier/bin/prettier.cjs', fix ? '--write' : '--check', '--log-level=warn', '.'),
  eslint: () => node('eslint/bin/eslint.js', '--max-warnings=0', ...(fix ? ['--fix'] : [])),
}

await main(import.meta.url, async () => {
  setup('lint')
  for (const [name, check] of Object.entries(checks)) {
    try {
      await check()
      console.log(`ok      ${name}`)
    } catch {
      console.log(`FAILED  ${name}`)
      process.exitCode = 1
    }
  }
})

function node(script, ...args) {
  inRepository(process.execPath, `node_modules/${script}`, ...args)
}

function inRepository(command, ...args) {
  run(command, args, { cwd: repository })
}

function cppFiles() {
  return ['core', 'wasm', 'bench', 'tests/core'].flatMap((folder) =>
    readdirSync(`${repository}/${folder}`, { recursive: true })
      .filter((file) => /\.(cpp|h)$/.test(file))
      .map((file) => `${folder}/${file}`),
  )
}
