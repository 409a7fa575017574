// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0

const patience = 15_000

/** What the tabs of all engines have in common. An engine adds goto(url), front(), close() and run(expression). */
export class Tab {
  /** Calls a function in the page, and awaits it; arguments and result travel as JSON. */
  async evaluate(fn, ...args) {
    const call = `(${fn})(...${JSON.stringify(args)})`
    const text = await this.run(`(async () => JSON.stringify([await ${call}]))()`)
    return JSON.parse(text)[0] ?? undefined
  }

  /** Until the function gives something true in the page, which this gives. */
  async waitFor(fn, ...args) {
    const end = Date.now() + patience
    for (;;) {
      const value = await this.evaluate(fn, ...args)
      if (value) return value
      if (Date.now() > end)
        throw new Error(`not within ${patience} ms: ${fn} ${JSON.stringify(args)}`)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
}
