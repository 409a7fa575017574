// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// One visit that uses all there is of the package, by a page that checks what it gets. Products a0, a1, … are seen first, b0, b1, … after an
// erase, c0, c1, … after a refusal that was lifted.

/** How long, in milliseconds, the page waits for an answer before it notes that there is none. */
const patience = 6000

window.visit = { wrong: [], erased: undefined, done: false }
const { wrong } = window.visit

const expect = (holds, what) => {
  if (!holds) wrong.push(what)
}

const nothing = Symbol('no answer')

async function answered(name, promise) {
  let late
  const none = new Promise((resolve) => {
    late = setTimeout(() => resolve(nothing), patience)
  })
  try {
    const answer = await Promise.race([promise(), none])
    if (answer !== nothing) return answer
    wrong.push(`${name}: no answer`)
  } catch (error) {
    wrong.push(`${name} rejects: ${error}`)
  } finally {
    clearTimeout(late)
  }
}

function atOnce(name, call) {
  try {
    return call()
  } catch (error) {
    wrong.push(`${name} throws: ${error}`)
  }
}

let answer = { personalise: undefined, measure: true }
const listeners = new Set()
const consent = {
  read: () => answer,
  subscribe(changed) {
    listeners.add(changed)
    return () => listeners.delete(changed)
  },
}

const look = (etalage, ids) => {
  for (const item_id of ids) {
    atOnce('track', () => etalage.track('view_item', { items: [{ item_id }] }))
  }
}

async function stay(etalage) {
  const flush = () => answered('flush', () => etalage.flush())
  for (const name of ['change', 'consent', 'segment', 'trigger', 'error']) {
    atOnce('on', () => etalage.on(name, () => {}))
  }
  answer = { personalise: true, measure: true }
  atOnce('the banner', () => listeners.forEach((changed) => changed()))
  look(etalage, ['a0'])
  await flush()
  look(etalage, ['a1', 'a2'])
  atOnce('purchase', () =>
    etalage.track('purchase', { transaction_id: 't', value: 9, items: [{ item_id: '2206' }] }),
  )
  atOnce('setCart', () => etalage.setCart([{ item_id: '2206', quantity: 1 }]))
  atOnce('answer', () => etalage.answer('skill', 'pro'))
  atOnce('setPage', () => etalage.setPage({ type: 'product', item: '2206' }))
  atOnce('shown', () => etalage.shown('home', ['2206']))
  atOnce('clicked', () => etalage.clicked('home', '2206'))
  const list = atOnce('recommend', () => etalage.recommend('home'))
  expect(list?.slot === 'home' && Array.isArray(list.items), 'recommend gives a list')
  expect(Array.isArray(atOnce('segments', () => etalage.segments())), 'segments gives a list')
  expect(typeof atOnce('in', () => etalage.in('gardener')) === 'boolean', 'in says yes or no')
  expect(
    ['number', 'undefined'].includes(typeof atOnce('metric', () => etalage.metric('garden-views'))),
    'metric gives a number, or nothing',
  )
  atOnce('decide', () => etalage.decide('window'))
  atOnce('explain', () => etalage.explain('segment', 'gardener'))
  atOnce('visible', () => document.dispatchEvent(new Event('visibilitychange')))
  await flush()
  const view = await answered('view', () => etalage.profile.view())
  expect(Array.isArray(view?.facts), 'view gives facts')
  const document_ = await answered('export', () => etalage.profile.export())
  expect(Array.isArray(document_?.events), 'export gives events')
  await answered('set', () => etalage.consent.set({ measure: false }))
  await answered('set', () => etalage.consent.set({ measure: true }))
  const erasure = await answered('erase', () => etalage.profile.erase())
  expect(typeof erasure?.complete === 'boolean', 'erase says whether it is complete')
  window.visit.erased = erasure?.complete
  look(etalage, ['b0', 'b1', 'b2'])
  await flush()
  await answered('refusal', () => etalage.consent.set({ personalise: false }))
  await answered('lifting', () => etalage.consent.set({ personalise: true }))
  look(etalage, ['c0', 'c1', 'c2'])
  await flush()
  await answered('close', () => etalage.close())
}

const module = await import('/etalage/index.js').catch((error) => {
  wrong.push(`import: ${error}`)
})
const etalage =
  module &&
  (await answered('openEtalage', () =>
    module.openEtalage({ pack: '/etalage/shop.pack', live: '/live.json', consent, lang: 'nl' }),
  ))
if (etalage) await stay(etalage)
window.visit.status = etalage?.status
window.visit.reason = etalage?.reason
window.visit.done = true
