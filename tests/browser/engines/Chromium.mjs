// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { chromium } from 'playwright-core'
import { chromiumFlags, chromiumPath } from '../support/chromium.mjs'
import { PageTab } from './PageTab.mjs'
import { startProcess } from './startProcess.mjs'

/** Chromium over the DevTools protocol. */
export class Chromium {
  static label = 'Chromium'

  constructor(profile) {
    this.profile = profile
  }

  /** Without anybody to drive it, and with what is on disk. */
  static startAlone(profile, url) {
    return startProcess(chromiumPath, [
      ...chromiumFlags,
      '--headless',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      url,
    ])
  }

  async start() {
    this.process = Chromium.startAlone(this.profile, 'about:blank')
    const [, address] = await this.process.line(/DevTools listening on (ws:\S+)/)
    this.browser = await chromium.connectOverCDP(address)
  }

  async open(url) {
    const tab = new PageTab(await this.browser.contexts()[0].newPage())
    await tab.goto(url)
    return tab
  }

  async close() {
    await this.process?.stop()
  }
}
