// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The runner itself: what it counts must be what happened, above all when a program does not end well.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { runGoogleTest } from './runGoogleTest.mjs'

test('a GoogleTest program is counted test by test', async (t) => {
  const totals = await googleTest(
    t,
    `
[ RUN      ] Pack.Opens
[       OK ] Pack.Opens (0 ms)
[ RUN      ] Pack.Refuses
pack_test.cpp:7: Failure
[  FAILED  ] Pack.Refuses (0 ms)
[ RUN      ] Sizes/Pack.Opens/0
[  FAILED  ] Sizes/Pack.Opens/0, where GetParam() = 3 (0 ms)
[ RUN      ] Pack.NeedsHistory
pack_test.cpp:9: Skipped
no history here
[  SKIPPED ] Pack.NeedsHistory (0 ms)
[  PASSED  ] 1 test.
[  SKIPPED ] 1 test, listed below:
[  SKIPPED ] Pack.NeedsHistory
[  FAILED  ] 2 tests, listed below:
[  FAILED  ] Pack.Refuses
[  FAILED  ] Sizes/Pack.Opens/0, where GetParam() = 3
  YOU HAVE 2 DISABLED TESTS`,
    'process.exitCode = 1',
  )
  assert.equal(String(totals), '1 passed, 2 failed, 3 skipped')
  assert.match(t.said, /FAILED +Pack\.Refuses\n +pack_test\.cpp:7: Failure/)
  assert.match(t.said, /skipped +Pack\.NeedsHistory: no history here/)
})

test('the test in which a GoogleTest program dies has failed', async (t) => {
  const totals = await googleTest(
    t,
    `
[ RUN      ] Pack.Opens
[       OK ] Pack.Opens (0 ms)
[ RUN      ] Pack.Refuses`,
    "process.kill(process.pid, 'SIGSEGV')",
  )
  assert.equal(String(totals), '1 passed, 1 failed, 0 skipped')
  assert.match(t.said, /Pack\.Refuses\n +ended with SIGSEGV/)
})

test('a GoogleTest program that fails outside its tests has failed', async (t) => {
  const totals = await googleTest(
    t,
    '[ RUN      ] A.B\n[       OK ] A.B (0 ms)',
    'process.exitCode = 23',
  )
  assert.equal(String(totals), '1 passed, 1 failed, 0 skipped')
})

test('a file of node:test is counted test by test, and one that dies or holds no test has failed', async (t) => {
  const counted = `
    import test, { describe } from 'node:test'
    test('passes', () => {})
    test('fails', () => { throw new Error('wrong') })
    test('is skipped', { skip: 'no network' }, () => {})
    describe('a group', () => test('passes too', () => {}))`
  const said = nodeTests(t, {
    'counts.test.mjs': counted,
    'dies.test.mjs': 'process.exit(3)',
    'empty.test.mjs': '',
  })
  assert.match(said, /^2 passed, 3 failed, 1 skipped$/m)
  assert.match(said, /skipped .*counts\.test\.mjs: is skipped: no network/)
  assert.match(said, /empty\.test\.mjs\n +holds no test/)
})

/** Runs a program that prints, then ends as told; `t.said` is what was reported meanwhile. */
async function googleTest(t, output, end) {
  const program = `process.stdout.write(${JSON.stringify(output)} + '\\n', () => { ${end} })`
  t.said = ''
  t.mock.method(console, 'log', (line) => (t.said += `${line}\n`))
  const totals = await runGoogleTest(process.execPath, '--eval', program, '--')
  t.mock.reset()
  return totals
}

/** Runs files of node:test, in another process because node:test does not run inside itself. */
function nodeTests(t, sources) {
  const folder = mkdtempSync(join(tmpdir(), 'runner-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const paths = Object.entries(sources).map(([name, source]) => {
    writeFileSync(join(folder, name), source)
    return join(folder, name)
  })
  const program = join(folder, 'run.mjs')
  const runner = new URL('./runNodeTests.mjs', import.meta.url).href
  writeFileSync(
    program,
    `import { runNodeTests } from '${runner}'
     console.log(String(await runNodeTests(${JSON.stringify(paths)})))`,
  )
  const env = { ...process.env, NODE_TEST_CONTEXT: undefined }
  const child = spawnSync(process.execPath, [program], { env, encoding: 'utf8' })
  return child.stdout
}
