// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { Tab } from './Tab.mjs'

/** A tab around a page of Playwright or Puppeteer, which agree as far as this goes. */
export class PageTab extends Tab {
  constructor(page) {
    super()
    this.page = page
  }

  async goto(url) {
    await this.page.goto(url)
  }

  run(expression) {
    return this.page.evaluate(expression)
  }

  front() {
    return this.page.bringToFront()
  }

  close() {
    return this.page.close()
  }
}
