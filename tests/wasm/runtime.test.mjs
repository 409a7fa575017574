// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The browser's module as it is shipped: it answers, it refuses what is damaged, it stays small.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import test from 'node:test'
import { makePack } from './support/pack.mjs'
import { answer, give, message, newRuntime } from './support/runtime.mjs'

const now = Date.UTC(2026, 0, 5)
const small = await makePack(40)

async function opened(pack = small) {
  const runtime = await newRuntime()
  give(runtime, pack)
  assert.ok(runtime.open(), runtime.error())
  return runtime
}

function look(runtime, id, at = now) {
  give(runtime, message('view_item', '', 1, id))
  assert.ok(runtime.track(at), runtime.error())
  return runtime.output().slice()
}

function recommend(runtime, slot, count = 0) {
  give(runtime, message(slot, count, '', 0, 0))
  assert.ok(runtime.recommend(), runtime.error())
  return answer(runtime)
}

test('it recommends what goes with what was looked at, and says why', async () => {
  const runtime = await opened()
  runtime.beginProfile(1, 2)
  look(runtime, 'sku-20')
  const { strategy, personal, items } = recommend(runtime, 'home')
  assert.equal(strategy, 'for-you')
  assert.ok(personal)
  assert.deepEqual(
    new Set(items.slice(0, 3).map(({ id }) => id)),
    new Set(['sku-21', 'sku-22', 'sku-23']),
  )
  assert.deepEqual(items[0].reason, {
    code: 'because-viewed',
    text: 'Because you looked at Product number 20',
    because: ['sku-20'],
  })
})

test('records folded elsewhere give the same profile', async () => {
  const one = await opened()
  one.beginProfile(1, 2)
  const records = ['sku-20', 'old-3', 'gone'].map((id, i) => look(one, id, now + i))
  const two = await opened()
  two.beginProfile(1, 2)
  for (const record of records) {
    give(two, record)
    assert.ok(two.fold(), two.error())
  }
  for (const runtime of [one, two]) assert.ok(runtime.snapshot(now))
  assert.deepEqual(one.output().slice(), two.output().slice())
  assert.deepEqual(recommend(one, 'home'), recommend(two, 'home'))
})

test('a pack that is cut off anywhere is refused with a code', async () => {
  const runtime = await newRuntime()
  for (let length = 0; length < small.length; length += length < 600 ? 1 : 97) {
    give(runtime, small.subarray(0, length))
    assert.equal(runtime.open(), false)
    assert.match(runtime.error(), /^(truncated|bad-magic): /, `${length} bytes`)
  }
})

test('a pack or a record with a wrong byte is refused, and nothing traps', async () => {
  const runtime = await opened()
  runtime.beginProfile(1, 2)
  const record = look(runtime, 'sku-20')
  for (let place = 0; place < record.length; ++place) {
    const damaged = record.slice()
    damaged[place] ^= 1 << (place % 8)
    give(runtime, damaged)
    assert.equal(runtime.fold(), false, `byte ${place}`)
  }
  assert.ok(runtime.snapshot(now))
  const snapshot = runtime.output().slice()
  for (let place = 0; place < snapshot.length; ++place) {
    const damaged = snapshot.slice()
    damaged[place] ^= 1 << (place % 8)
    give(runtime, damaged)
    assert.equal(runtime.restore(), false, `byte ${place}`)
  }
  for (let place = 0; place < small.length; place += place < 600 ? 1 : 53) {
    const damaged = small.slice()
    damaged[place] ^= 1 << (place % 8)
    give(runtime, damaged)
    assert.equal(runtime.open(), false, `byte ${place}`)
    assert.match(runtime.error(), /^(truncated|bad-magic|bad-version|bad-checksum|malformed): /)
  }
  give(runtime, snapshot)
  assert.ok(runtime.restore(), 'the engine that was opened first still works')
})

test('messages of nonsense are refused', async () => {
  const runtime = await opened()
  for (const bytes of [[], [255], [5, 1], [0, 0, 255, 255, 255, 255, 15], Array(1000).fill(128)]) {
    give(runtime, Uint8Array.from(bytes))
    for (const call of ['recommend', 'setPage']) assert.equal(runtime[call](), false, call)
    for (const call of ['track', 'setCart']) assert.equal(runtime[call](now), false, call)
  }
  give(runtime, message('view_item', '', 1, 'sku-1'))
  assert.equal(runtime.track(NaN), false)
  assert.match(runtime.error(), /^invalid-argument: /)
})

test('a pack with the kill switch is refused as switched off', async () => {
  const runtime = await newRuntime()
  give(runtime, await makePack(4, { off: true }))
  assert.equal(runtime.open(), false)
  assert.match(runtime.error(), /^switched-off: /)
})

test('10,000 products and 1,000 events take at most 8 MiB', async () => {
  const runtime = await opened(await makePack(10_000))
  runtime.beginProfile(1, 2)
  for (let i = 0; i < 1000; ++i) look(runtime, `sku-${(i * 37) % 10_000}`, now + i)
  recommend(runtime, 'home', 20)
  assert.ok(runtime.snapshot(now))
  const perEvent = runtime.output().length / 1000
  assert.ok(perEvent <= 24, `${perEvent} bytes an event`)
  const memory = runtime.input(1).buffer.byteLength
  assert.ok(memory <= 8 * 2 ** 20, `${memory} bytes`)
})

test('it runs where code must not be made from strings', () => {
  const program = new URL('./support/runtime.mjs', import.meta.url).href
  const source = `import('${program}').then(async ({ newRuntime }) => console.log((await newRuntime()).input(3).length))`
  const flags = ['--disallow-code-generation-from-strings', '--input-type=module', '--eval', source]
  const { stdout, stderr } = spawnSync(process.execPath, flags, { encoding: 'utf8' })
  assert.equal(stdout.trim(), '3', stderr)
})
