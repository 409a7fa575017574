// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { existsSync, readdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { Builder } from 'selenium-webdriver'
import { startProcess } from './startProcess.mjs'
import { Tab } from './Tab.mjs'

/** WebKitGTK's own small browser over WebDriver. Driven so, it keeps nothing on disk. */
export class WebKit {
  static label = 'WebKit'

  constructor(profile) {
    this.profile = profile
  }

  /** Without anybody to drive it, and with what is on disk. */
  static async startAlone(profile, url) {
    const screen = await startScreen()
    const browser = startProcess(miniBrowser(), [url], environment(screen, profile))
    return {
      async kill() {
        await browser.kill()
        await screen.stop()
      },
    }
  }

  async start() {
    this.screen = await startScreen()
    const port = await freePort()
    this.process = startProcess(
      'WebKitWebDriver',
      ['--host=127.0.0.1', `--port=${port}`],
      environment(this.screen, this.profile),
    )
    await listening(port)
    this.driver = await new Builder()
      .usingServer(`http://127.0.0.1:${port}`)
      .withCapabilities({
        browserName: 'MiniBrowser',
        'webkitgtk:browserOptions': { binary: miniBrowser(), args: ['--automation'] },
      })
      .build()
    this.first = await this.driver.getWindowHandle()
    this.last = Promise.resolve()
  }

  async open(url) {
    const handle = await this.turn(async () => {
      await this.driver.switchTo().window(this.first) // the last one may be closed
      // A window of its own: a tab behind another is hidden, and its clocks slow down.
      await this.driver.switchTo().newWindow('window')
      return this.driver.getWindowHandle()
    })
    const tab = new WebKitTab(this, handle)
    await tab.goto(url)
    return tab
  }

  /** WebDriver talks to one window at a time. */
  turn(run) {
    const done = this.last.then(run)
    this.last = done.catch(() => undefined)
    return done
  }

  async close() {
    await this.driver?.quit().catch(() => undefined)
    await this.process?.stop()
    await this.screen?.stop()
  }
}

class WebKitTab extends Tab {
  constructor(browser, handle) {
    super()
    this.browser = browser
    this.handle = handle
  }

  goto(url) {
    return this.turn((driver) => driver.get(url))
  }

  async run(expression) {
    const { value, error } = await this.turn((driver) =>
      driver.executeAsyncScript(`
        const done = arguments[arguments.length - 1]
        ;(${expression}).then((value) => done({ value }), (error) => done({ error: String(error) }))`),
    )
    if (error !== undefined) throw new Error(error)
    return value
  }

  async front() {
    await this.turn(() => undefined)
  }

  close() {
    return this.turn((driver) => driver.close())
  }

  turn(run) {
    return this.browser.turn(async () => {
      const { driver } = this.browser
      await driver.switchTo().window(this.handle)
      return run(driver)
    })
  }
}

/** WebKitGTK has no headless mode: a screen that is not there. */
async function startScreen() {
  const screen = startProcess('Xvfb', ['-displayfd', '1', '-nolisten', 'tcp'])
  const [display] = await screen.line(/^\d+$/m)
  return { ...screen, display: `:${display}` }
}

function environment({ display }, profile) {
  return {
    DISPLAY: display,
    HOME: profile,
    XDG_CACHE_HOME: profile,
    XDG_CONFIG_HOME: profile,
    XDG_DATA_HOME: profile,
    XDG_RUNTIME_DIR: profile,
    NO_AT_BRIDGE: '1',
    LIBGL_ALWAYS_SOFTWARE: '1',
    WEBKIT_DISABLE_COMPOSITING_MODE: '1',
  }
}

function miniBrowser() {
  const found = readdirSync('/usr/lib', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) =>
      ['4.1', '4.0'].map((version) => `/usr/lib/${name}/webkit2gtk-${version}/MiniBrowser`),
    )
    .find((path) => existsSync(path))
  if (!found) throw new Error('no MiniBrowser below /usr/lib; expected that of libwebkit2gtk-4.1-0')
  return found
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

async function listening(port) {
  const end = Date.now() + 15_000
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/status`).catch(() => undefined)
    if (answer?.ok) return
    if (Date.now() > end) throw new Error('WebKitWebDriver does not answer')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
