// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Every test there is: `npm test`. With --long (`npm run test:long`) also those that take minutes, in tests/long.
// Sets up and builds first. The last line is the totals over all suites.
import { readdirSync } from 'node:fs'
import { repository } from '../toolchain/paths.mjs'
import { setup } from '../toolchain/setup.mjs'
import { build } from '../tools/build.mjs'
import { cmake } from '../tools/cmake.mjs'
import { runGoogleTest } from './runner/runGoogleTest.mjs'
import { runNodeTests } from './runner/runNodeTests.mjs'
import { Totals } from './runner/Totals.mjs'

const program = (preset) => `${repository}/build/${preset}/etalage_tests`

const suites = {
  'core, under the sanitizers': () => {
    cmake('asan', 'etalage_tests')
    return runGoogleTest(program('asan'))
  },
  'core, optimised': () => {
    cmake('native', 'etalage_tests')
    return runGoogleTest(program('native'))
  },
  'core, as WebAssembly': () => {
    cmake('wasm', 'etalage_tests')
    return runGoogleTest(process.execPath, `${program('wasm')}.cjs`)
  },
  'the repository, the packages and the command line': async () => {
    await build()
    return runNodeTests(testFiles((folder) => folder !== 'browser' && folder !== 'long'))
  },
  'in the browsers': () => runNodeTests(testFiles((folder) => folder === 'browser')),
}
if (process.argv.includes('--long')) {
  suites['what takes minutes'] = () =>
    runNodeTests(
      testFiles((folder) => folder === 'long'),
      { timeout: Infinity },
    )
}

function testFiles(isWanted) {
  return readdirSync(`${repository}/tests`, { recursive: true })
    .filter((file) => file.endsWith('.test.mjs') && isWanted(file.split('/')[0]))
    .sort()
    .map((file) => `${repository}/tests/${file}`)
}

const totals = new Totals()
try {
  setup('test')
  for (const [name, run] of Object.entries(suites)) totals.add(await runSuite(name, run))
} catch (error) {
  totals.fail('setup', error.message)
}
console.log(`\n${totals}`)
process.exitCode = totals.failed === 0 ? 0 : 1

async function runSuite(name, run) {
  console.log(`\n${name}`)
  const start = performance.now()
  let suite = new Totals()
  try {
    suite = await run()
    if (suite.passed + suite.failed === 0) suite.fail(name, 'ran no test')
  } catch (error) {
    suite.fail(name, error.message)
  }
  console.log(`  ${suite} in ${((performance.now() - start) / 1000).toFixed(1)} s`)
  return suite
}
