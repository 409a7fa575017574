// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { Builder } from 'selenium-webdriver'
import { startProcess } from './startProcess.mjs'
import { Tab } from './Tab.mjs'

/** WebKitGTK's own small browser, on a screen that is not there, over WebDriver. It keeps nothing on disk. */
export class WebKit {
  static label = 'WebKit'

  constructor(profile) {
    this.profile = profile
  }

  async start() {
    this.screen = startProcess('Xvfb', ['-displayfd', '1', '-nolisten', 'tcp'])
    const [display] = await this.screen.line(/^\d+(?=\n)/)
    const port = await freePort()
    this.process = startProcess('WebKitWebDriver', ['--host=127.0.0.1', `--port=${port}`], {
      DISPLAY: `:${display}`,
      HOME: this.profile,
      XDG_CACHE_HOME: this.profile,
      XDG_CONFIG_HOME: this.profile,
      XDG_DATA_HOME: this.profile,
      XDG_RUNTIME_DIR: this.profile,
      NO_AT_BRIDGE: '1',
      LIBGL_ALWAYS_SOFTWARE: '1',
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
    })
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
    const before = this.pages()
    const handle = await this.turn(async () => {
      await this.driver.switchTo().window(this.first) // the last one may be closed
      // A window of its own: a tab behind another is hidden, and its clocks slow down.
      await this.driver.switchTo().newWindow('window')
      return this.driver.getWindowHandle()
    })
    const tab = new WebKitTab(this, handle)
    await tab.goto(url)
    tab.pid = this.pages().find((pid) => !before.includes(pid))
    return tab
  }

  /** WebDriver talks to one window at a time. */
  turn(run) {
    const done = this.last.then(run)
    this.last = done.catch(() => undefined)
    return done
  }

  /** The browser's storage ends with it; a page has a process of its own, that can be killed. */
  async crash(tab) {
    process.kill(tab.pid, 'SIGKILL')
  }

  async close() {
    await this.driver?.quit().catch(() => undefined)
    await this.process?.stop()
    await this.screen?.stop()
  }

  /** The ids of the processes that show pages. */
  pages() {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .filter((pid) => {
        try {
          const [, name, rest] = /\((.*)\) (.*)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))
          return name === 'WebKitWebProces' && Number(rest.split(' ')[2]) === this.process.pid
        } catch {
          return false // it has ended meanwhile
        }
      })
      .map(Number)
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
