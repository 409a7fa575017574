// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs'
import puppeteer from 'puppeteer-core'
import { Tab } from './Tab.mjs'

const executablePath = ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find((path) => existsSync(path))

/** Firefox over WebDriver BiDi, which it speaks itself. */
export class Firefox {
  static label = 'Firefox'

  constructor(profile) {
    this.profile = profile
  }

  async start() {
    this.browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath,
      headless: true,
      userDataDir: this.profile,
      // Firefox asks home for lists and updates; here there is no home.
      extraPrefsFirefox: {
        'app.normandy.enabled': false,
        'browser.safebrowsing.malware.enabled': false,
        'browser.safebrowsing.phishing.enabled': false,
        'network.captive-portal-service.enabled': false,
        'network.connectivity-service.enabled': false,
        'services.settings.server': 'http://127.0.0.1:9/',
        'toolkit.telemetry.server': 'http://127.0.0.1:9/',
      },
    })
  }

  async open(url) {
    const tab = new FirefoxTab(await this.browser.newPage())
    await tab.goto(url)
    return tab
  }

  /** kill -9, and a new start with what is on disk. */
  async crash() {
    const child = this.browser.process()
    const ended = new Promise((resolve) => child.once('exit', resolve))
    process.kill(-child.pid, 'SIGKILL') // puppeteer starts it as a group of its own
    await ended
    await this.start()
  }

  async close() {
    await this.browser?.close()
  }
}

class FirefoxTab extends Tab {
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
