// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// Totals: what the tests of one or more suites came to. It says each failure and each skipped test aloud as it comes;
// passes are only counted.
const most = 60 // lines of detail for one failure

export class Totals {
  passed = 0
  failed = 0
  skipped = 0

  pass() {
    this.passed += 1
  }

  fail(test, detail = '') {
    this.failed += 1
    console.log(`  FAILED   ${test}`)
    if (detail) console.log(shorten(detail.trimEnd()).replace(/^/gm, '           '))
  }

  skip(test, reason) {
    this.skipped += 1
    console.log(`  skipped  ${test}: ${reason || 'no reason given'}`)
  }

  add({ passed, failed, skipped }) {
    this.passed += passed
    this.failed += failed
    this.skipped += skipped
  }

  toString() {
    return `${this.passed} passed, ${this.failed} failed, ${this.skipped} skipped`
  }
}

function shorten(detail) {
  const lines = detail.split('\n')
  if (lines.length <= most) return detail
  return [...lines.slice(0, most), `… and ${lines.length - most} more lines`].join('\n')
}
