// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// How many bytes of content a database holds: keys and values, without the browser's own overhead. It
// never makes the database: one that is not listed, or is gone by the time it is opened, holds nothing.

export async function storedBytes(name) {
  if (!globalThis.indexedDB?.databases) return 0
  const listed = await indexedDB.databases()
  if (!listed.some((database) => database.name === name)) return 0
  const database = await open(name)
  if (!database) return 0
  try {
    const stores = [...database.objectStoreNames]
    const sizes = await Promise.all(stores.map((store) => sizeOfStore(database, store)))
    return sizes.reduce((sum, size) => sum + size, 0)
  } catch {
    return 0 // closed meanwhile, by an erase
  } finally {
    database.close()
  }
}

function open(name) {
  return new Promise((resolve) => {
    const request = indexedDB.open(name)
    request.onupgradeneeded = () => request.transaction.abort()
    request.onerror = (event) => {
      event.preventDefault()
      resolve(undefined)
    }
    request.onsuccess = () => {
      request.result.onversionchange = () => request.result.close()
      resolve(request.result)
    }
  })
}

function sizeOfStore(database, store) {
  return new Promise((resolve, reject) => {
    let size = 0
    const request = database.transaction(store).objectStore(store).openCursor()
    request.onerror = () => reject(request.error)
    request.onsuccess = () => {
      const cursor = request.result
      if (!cursor) return resolve(size)
      size += sizeOf(cursor.key) + sizeOf(cursor.value)
      cursor.continue()
    }
  })
}

function sizeOf(value) {
  if (typeof value === 'string') return new TextEncoder().encode(value).length
  if (typeof value === 'number' || typeof value === 'bigint') return 8
  if (typeof value === 'boolean') return 1
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return value.byteLength
  if (typeof value !== 'object' || value === null) return 0
  return Object.entries(value).reduce((sum, [key, part]) => sum + sizeOf(key) + sizeOf(part), 0)
}
