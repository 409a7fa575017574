// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import puppeteer from 'puppeteer-core'
import { PageTab } from './PageTab.mjs'
import { startProcess } from './startProcess.mjs'

const executablePath = ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find((path) => existsSync(path))

/** Firefox asks home for lists and updates; here there is no home, and nobody to ask anything. */
const preferences = {
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.aboutwelcome.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.sessionstore.resume_from_crash': false,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'http://127.0.0.1:9/',
  'toolkit.startup.max_resumed_crashes': -1,
  'toolkit.telemetry.server': 'http://127.0.0.1:9/',
}

/** Firefox over WebDriver BiDi, which it speaks itself. */
export class Firefox {
  static label = 'Firefox'

  constructor(profile) {
    this.profile = profile
  }

  /** Without anybody to drive it, and with what is on disk. */
  static startAlone(profile, url) {
    const lines = Object.entries(preferences).map(
      ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)})\n`,
    )
    writeFileSync(join(profile, 'user.js'), lines.join(''))
    return startProcess(executablePath, ['--headless', '--no-remote', '--profile', profile, url])
  }

  async start() {
    this.browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath,
      headless: true,
      userDataDir: this.profile,
      extraPrefsFirefox: preferences,
    })
  }

  async open(url) {
    const tab = new PageTab(await this.browser.newPage())
    await tab.goto(url)
    return tab
  }

  async close() {
    await this.browser?.close()
  }
}
