// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// P7: a profile that is read is a state that existed, or empty.
import assert from 'node:assert/strict'
import { openCornerShop } from '../corner-shop/openCornerShop.mjs'
import { agree, enter, look, numbered, seen, stored, visit } from '../corner-shop/shopper.mjs'
import { eachEngine } from '../engines/eachEngine.mjs'
import { killAtRandom } from './killAtRandom.mjs'

/** A shopper who has agreed, and looked at so many products. */
async function shopper(t, browser, count) {
  const shop = await openCornerShop(t)
  const tab = await enter(t, browser, shop.url)
  await agree(tab)
  await look(tab, numbered(count))
  const reopened = async () => {
    await visit(tab, shop.url)
    return seen(tab)
  }
  return { shop, tab, reopened }
}

const keys = async (tab) => (await stored(tab)).databases.etalage.events.map(([key]) => key)

/** Calls `change` on the record under a key, or under none yet, behind the package's back, and stores what it gives. */
const overwrite = (tab, key, change, ...args) =>
  tab.evaluate(
    `(key, ...args) =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open('etalage')
        request.onerror = () => reject(request.error)
        request.onsuccess = () => {
          const transaction = request.result.transaction('events', 'readwrite')
          const events = transaction.objectStore('events')
          const put = (value) => events.put((${change})(value, ...args), key ?? undefined)
          if (key === null) put()
          else events.get(key).onsuccess = ({ target }) => put(target.result)
          transaction.oncomplete = () => {
            request.result.close()
            resolve()
          }
        }
      })`,
    key,
    ...args,
  )

/** Changes one bit of a record or of the snapshot; `place` is where, from 0 to 1. */
const flipBit = (value, place) => {
  const bytes = value instanceof Uint8Array ? value : value.bytes
  bytes[Math.floor(place * bytes.length)] ^= 4
  return value
}

const isUndisturbed = async (tab) =>
  assert.deepEqual(await tab.evaluate(() => window.watched.errors), [])

const kills = { Chromium: 4, Firefox: 3, WebKit: 3 }

eachEngine((test, Engine) => {
  test('what was seen is there after a reload, before and after it is folded into a snapshot', async (t, browser) => {
    const { tab, reopened } = await shopper(t, browser, 10)
    assert.deepEqual(await reopened(), numbered(10))
    await look(tab, numbered(140, 10))
    const left = await keys(tab)
    assert.equal(left[0], 0)
    assert.ok(left.length < 70, `${left.length} records`)
    assert.deepEqual(await reopened(), numbered(150))
    await isUndisturbed(tab)
  })

  for (const place of [0, 0.5, 0.9]) {
    test(`a wrong bit in a record, at ${place} of it, costs that and what came after, no more`, async (t, browser) => {
      const { tab, reopened } = await shopper(t, browser, 5)
      await overwrite(tab, (await keys(tab)).at(-2), flipBit, place)
      const left = await reopened()
      // A bit in a record's version makes it one of a newer release: it is not read either.
      assert.deepEqual(left, numbered(3))
      await isUndisturbed(tab)
    })

    test(`a wrong bit in the snapshot, at ${place} of it, leaves an empty profile that works`, async (t, browser) => {
      const { tab, reopened } = await shopper(t, browser, 70)
      assert.equal((await keys(tab))[0], 0)
      await overwrite(tab, 0, flipBit, place)
      assert.deepEqual(await reopened(), [])
      await look(tab, ['after'])
      assert.deepEqual(await seen(tab), ['after'])
      await isUndisturbed(tab)
    })
  }

  test('after damage the profile goes on from where it can be read', async (t, browser) => {
    const { tab, reopened } = await shopper(t, browser, 5)
    await overwrite(tab, (await keys(tab)).at(-2), flipBit, 0.9)
    assert.deepEqual(await reopened(), numbered(3))
    await look(tab, ['after'])
    assert.deepEqual(await reopened(), [...numbered(3), 'after'])
  })

  test('records that are no records leave what came before them', async (t, browser) => {
    const { tab, reopened } = await shopper(t, browser, 3)
    const nonsense = [
      () => new Uint8Array(0),
      () => new Uint8Array(100_000).fill(255),
      () => 'text',
      () => null,
      () => ({ bytes: 3, upTo: 'x' }),
    ]
    for (const value of nonsense) {
      await overwrite(tab, null, value)
      assert.deepEqual(await reopened(), numbered(3), String(value))
    }
    await overwrite(tab, 0, () => ({ upTo: 'x' }))
    const left = await reopened()
    assert.deepEqual(left, numbered(left.length))
    await isUndisturbed(tab)
  })

  test('what a newer release wrote is neither read nor overwritten, and can be erased', async (t, browser) => {
    const { tab, reopened } = await shopper(t, browser, 3)
    await overwrite(tab, null, () => new Uint8Array([69, 2, 0, 0, 0, 0, 1, 2, 3]))
    const written = await keys(tab)
    assert.deepEqual(await reopened(), numbered(3))
    await look(tab, ['lost'])
    assert.deepEqual(await keys(tab), written)
    assert.ok((await tab.evaluate(() => window.etalage.profile.erase())).complete)
    assert.deepEqual(await keys(tab), [])
  })

  test('two tabs that write at once end in one state, with everything in it', async (t, browser) => {
    const { shop, tab: one } = await shopper(t, browser, 0)
    const two = await enter(t, browser, shop.url)
    const ids = (name) => numbered(40).map((id) => `${name}-${id}`)
    await Promise.all([look(one, ids('one')), look(two, ids('two'))])
    await visit(one, shop.url)
    await visit(two, shop.url)
    const first = await seen(one)
    assert.deepEqual(await seen(two), first)
    assert.equal(first.length, 80)
    for (const name of ['one', 'two']) {
      assert.deepEqual(
        first.filter((id) => id.startsWith(name)),
        ids(name),
      )
    }
  })

  test('storage that is deleted under a running page leaves a page that works', async (t, browser) => {
    const { tab, reopened } = await shopper(t, browser, 3)
    await tab.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const request = indexedDB.deleteDatabase('etalage')
          request.onsuccess = resolve
          request.onerror = reject
        }),
    )
    await look(tab, ['after'])
    const left = await reopened()
    assert.ok([0, 1].includes(left.length), JSON.stringify(left))
    await look(tab, ['later'])
    assert.equal((await reopened()).at(-1), 'later')
    await isUndisturbed(tab)
  })

  test('after kill -9 of the browser at random moments at most the last event is missing', async (t) => {
    await killAtRandom(t, Engine, kills[Engine.label])
  })
})
