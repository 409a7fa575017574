// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// A shopper without hands: tells the shop's server what the profile has, then looks at one product after the other, each durable
// before the next, and tells how far that came.
//
// After it was killed a browser may take longer to open a database than the package waits for it, which would then begin empty.
const databases = await indexedDB.databases()
if (databases.some(({ name }) => name === 'etalage')) {
  await new Promise((resolve, reject) => {
    const request = indexedDB.open('etalage')
    request.onsuccess = () => resolve(request.result.close())
    request.onerror = () => reject(request.error)
  })
}
await import('/page.js')

const { banner, etalage } = window
// A browser that was killed may have lost the banner's own note.
banner.choose({ personalise: true })
await etalage.flush()
const { events } = await etalage.profile.export()
const ids = events.flatMap(({ items }) => items.map(({ item_id }) => item_id))
await fetch(`/found?${ids.join()}`)
for (let i = ids.length; ; ++i) {
  etalage.track('view_item', { items: [{ item_id: `p${i}` }] })
  await etalage.flush()
  await fetch(`/durable?${i + 1}`)
}
