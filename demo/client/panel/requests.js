// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Counts what this page asked of any server: files that are the same for everybody, and anything else.

const fixed = ['/assets/', '/img/', '/data/', '/etalage/shop.pack', '/etalage/live.json']

/** Calls `counted` after each new request. Returns a function that gives { fixed, other }. */
export function countRequests(counted) {
  const count = { fixed: 0, other: 0 }
  const observer = new PerformanceObserver((list) => {
    for (const { name } of list.getEntries()) count[isFixed(name) ? 'fixed' : 'other'] += 1
    counted()
  })
  observer.observe({ type: 'resource', buffered: true })
  return () => ({ ...count })
}

function isFixed(address) {
  const { origin, pathname, search } = new URL(address)
  return origin === location.origin && !search && fixed.some((start) => pathname.startsWith(start))
}
