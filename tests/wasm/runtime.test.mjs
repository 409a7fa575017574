// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The browser's module as it is shipped: it answers, it refuses what is damaged, it stays small.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import test from 'node:test'
import { makePack } from './support/pack.mjs'
import { answer, give, message, newRuntime, output, why } from './support/runtime.mjs'

const now = Date.UTC(2026, 0, 5)
const small = await makePack(40)

/** Exports that speak to no pack. */
const aside = new Set(
  'memory _initialize __indirect_function_table __trap input input_at output_at output_size pack_at pack_size open'.split(
    ' ',
  ),
)

async function opened(pack = small) {
  const runtime = await newRuntime()
  give(runtime, pack)
  assert.ok(runtime.open(), why(runtime))
  return runtime
}

/** No field of the event, one item of one field, a text. */
const view = (id) => message('view_item', '', 0, 1, 1, 'item_id', 1, id)

function look(runtime, id, at = now) {
  give(runtime, view(id))
  assert.ok(runtime.track(at), why(runtime))
  return output(runtime)
}

function recommend(runtime, slot, count = 0) {
  give(runtime, message(slot, count, '', 0, 0))
  assert.ok(runtime.recommend(), why(runtime))
  return answer(runtime)
}

test('it recommends what goes with what was looked at, and says why', async () => {
  const runtime = await opened()
  runtime.begin_profile(1n)
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
  one.begin_profile(1n)
  const records = ['sku-20', 'old-3', 'gone'].map((id, i) => look(one, id, now + i))
  const two = await opened()
  two.begin_profile(1n)
  for (const record of records) {
    give(two, record)
    assert.ok(two.fold(), why(two))
  }
  for (const runtime of [one, two]) assert.ok(runtime.snapshot(now))
  assert.deepEqual(output(one), output(two))
  assert.deepEqual(recommend(one, 'home'), recommend(two, 'home'))
})

test('a pack that is cut off anywhere is refused with a code', async () => {
  const runtime = await newRuntime()
  for (let length = 0; length < small.length; length += length < 600 ? 1 : 97) {
    give(runtime, small.subarray(0, length))
    assert.equal(runtime.open(), 0)
    assert.match(why(runtime), /^(truncated|bad-magic): /, `${length} bytes`)
  }
})

test('a pack or a record with a wrong byte is refused, and nothing traps', async () => {
  const runtime = await opened()
  runtime.begin_profile(1n)
  const record = look(runtime, 'sku-20')
  for (let place = 0; place < record.length; ++place) {
    const damaged = record.slice()
    damaged[place] ^= 1 << (place % 8)
    give(runtime, damaged)
    assert.equal(runtime.fold(), 0, `byte ${place}`)
  }
  assert.ok(runtime.snapshot(now))
  const snapshot = output(runtime)
  for (let place = 0; place < snapshot.length; ++place) {
    const damaged = snapshot.slice()
    damaged[place] ^= 1 << (place % 8)
    give(runtime, damaged)
    assert.equal(runtime.restore(), 0, `byte ${place}`)
  }
  for (let place = 0; place < small.length; place += place < 600 ? 1 : 53) {
    const damaged = small.slice()
    damaged[place] ^= 1 << (place % 8)
    give(runtime, damaged)
    assert.equal(runtime.open(), 0, `byte ${place}`)
    assert.match(why(runtime), /^(truncated|bad-magic|bad-version|bad-checksum|malformed): /)
  }
  give(runtime, snapshot)
  assert.ok(runtime.restore(), 'the engine that was opened first still works')
})

test('messages of nonsense are refused', async () => {
  const runtime = await opened()
  for (const bytes of [[], [255], [5, 1], [0, 0, 255, 255, 255, 255, 15], Array(1000).fill(128)]) {
    give(runtime, Uint8Array.from(bytes))
    for (const call of ['recommend', 'set_page']) assert.equal(runtime[call](), 0, call)
    for (const call of ['track', 'set_cart']) assert.equal(runtime[call](now), 0, call)
  }
  give(runtime, view('sku-1'))
  assert.equal(runtime.track(NaN), 0)
  assert.match(why(runtime), /^invalid-argument: /)
})

test('every call before a pack is open is refused', async () => {
  const runtime = await newRuntime()
  const calls = Object.keys(runtime).filter((name) => !aside.has(name))
  assert.ok(calls.length >= 12, calls.join())
  for (const call of calls) {
    assert.equal(runtime[call](call === 'begin_profile' ? 1n : now), 0, call)
    assert.match(why(runtime), /^invalid-argument: no pack is open$/, call)
  }
})

test('the pack that is open can be opened once more', async () => {
  const runtime = await opened()
  const packOf = (of) => new Uint8Array(of.memory.buffer, of.pack_at(), of.pack_size())
  const copy = await newRuntime()
  assert.equal(copy.pack_size(), 0)
  give(copy, packOf(runtime))
  assert.ok(copy.open())
  assert.deepEqual(packOf(copy), packOf(runtime))
})

test('what needs a profile is refused without one', async () => {
  const runtime = await opened()
  runtime.begin_profile(1n)
  const record = look(runtime, 'sku-20')
  assert.ok(runtime.snapshot(now))
  const snapshot = output(runtime)
  runtime.end_profile()
  for (const [call, bytes] of Object.entries({ fold: record, restore: snapshot, snapshot: [] })) {
    give(runtime, bytes)
    assert.equal(runtime[call](now), 0, call)
    assert.match(why(runtime), /^invalid-argument: no profile/, call)
  }
})

test('its memory grows for what it is given, to 64 MiB and no further', async () => {
  const runtime = await opened()
  const before = runtime.memory.buffer
  const large = new Uint8Array(30 * 2 ** 20).fill(7)
  give(runtime, large)
  assert.equal(before.byteLength, 0, 'views of the memory as it was are dead')
  assert.equal(runtime.open(), 0)
  assert.match(why(runtime), /^bad-magic: /)
  assert.throws(() => runtime.input(64 * 2 ** 20), WebAssembly.RuntimeError)
  assert.ok(runtime.memory.buffer.byteLength <= 64 * 2 ** 20)
})

test('a pack with the kill switch is refused as switched off', async () => {
  const runtime = await newRuntime()
  give(runtime, await makePack(4, { off: true }))
  assert.equal(runtime.open(), 0)
  assert.match(why(runtime), /^switched-off: /)
})

test('10,000 products and 1,000 events take at most 8 MiB', async () => {
  const runtime = await opened(await makePack(10_000))
  runtime.begin_profile(1n)
  for (let i = 0; i < 1000; ++i) look(runtime, `sku-${(i * 37) % 10_000}`, now + i)
  recommend(runtime, 'home', 20)
  assert.ok(runtime.snapshot(now))
  const perEvent = runtime.output_size() / 1000
  assert.ok(perEvent <= 24, `${perEvent} bytes an event`)
  const memory = runtime.memory.buffer.byteLength
  assert.ok(memory <= 8 * 2 ** 20, `${memory} bytes`)
})

test('it runs where code must not be made from strings', () => {
  const program = new URL('./support/runtime.mjs', import.meta.url).href
  const source = `import('${program}').then(async ({ newRuntime }) => console.log((await newRuntime()).input(3)))`
  const flags = ['--disallow-code-generation-from-strings', '--input-type=module', '--eval', source]
  const { stdout, stderr } = spawnSync(process.execPath, flags, { encoding: 'utf8' })
  assert.equal(stdout.trim(), '1', stderr)
})
