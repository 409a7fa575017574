// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// lint: layout, types and the usual mistakes. `npm run lint`; with --fix it repairs what a tool can repair.
import { readdirSync } from 'node:fs'
import { repository } from '../toolchain/paths.mjs'
import { run } from '../toolchain/run.mjs'
import { setup } from '../toolchain/setup.mjs'
import { build } from './build.mjs'

const fix = process.argv.includes('--fix')
const node = (script, ...args) => [process.execPath, [`node_modules/${script}`, ...args]]

const checks = {
  'clang-format': [
    'clang-format-19',
    [...(fix ? ['-i'] : ['--dry-run', '-Werror']), ...cppFiles()],
  ],
  prettier: node('prettier/bin/prettier.cjs', fix ? '--write' : '--check', '--log-level=warn', '.'),
  eslint: node('eslint/bin/eslint.js', '--max-warnings=0', ...(fix ? ['--fix'] : [])),
  'types of etalage': node('typescript/bin/tsc', '--noEmit', '--project', 'js/etalage'),
  'types of @etalage/build': node('typescript/bin/tsc', '--noEmit', '--project', 'js/build'),
}

setup('lint')
await build() // the types of the packages include those of the generated glue

for (const [name, [command, args]] of Object.entries(checks)) {
  try {
    run(command, args, { cwd: repository })
    console.log(`ok      ${name}`)
  } catch {
    console.log(`FAILED  ${name}`)
    process.exitCode = 1
  }
}

function cppFiles() {
  return ['core', 'wasm', 'tests/core'].flatMap((folder) =>
    readdirSync(`${repository}/${folder}`, { recursive: true })
      .filter((file) => /\.(cpp|h)$/.test(file))
      .map((file) => `${folder}/${file}`),
  )
}
