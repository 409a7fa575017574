// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The shopper's own panel for everybody: by axe, by keyboard alone, on a small screen, with large letters.
import axe from 'axe-core'
import assert from 'node:assert/strict'
import test, { after, afterEach } from 'node:test'
import { announced, asked, focused, openBrowser } from './panel/panelPage.mjs'

const { panel } = await openBrowser({ after, afterEach })

/** What axe finds against WCAG 2.2 AA, as "rule: where". */
async function findings(page) {
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { violations, passes } = await window.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      rules: { 'target-size': { enabled: true } },
    })
    const looked = passes.some(({ nodes }) => nodes.some(({ target }) => Array.isArray(target[0])))
    if (!looked) return ['axe did not look into the panel']
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
    )
  })
}

/** All that can be opened at once. */
async function openAll(page) {
  await page.locator('summary').first().click()
  await page.locator('summary').last().click()
  for (const more of await page.locator('[name=more]').all()) await more.click()
  await page.locator('[name=correct]').nth(1).click()
  await page.locator('[name=switch], [role=switch]').nth(3).click()
  await announced(page, /.+/)
  await page.locator('[name=eraseOff]').click()
}

for (const lang of ['nl', 'en']) {
  for (const colorScheme of ['light', 'dark']) {
    test(`axe finds nothing, in ${lang}, ${colorScheme}, on a phone and on a desk`, async () => {
      for (const width of [320, 1280]) {
        const page = await panel({ lang, colorScheme, width })
        assert.deepEqual(await findings(page), [], `at ${width}`)
        await openAll(page)
        assert.deepEqual(await findings(page), [], `at ${width}, with all open`)
        await page.locator('[name=yes]').click()
        await page.locator('.control .standing').waitFor()
        assert.deepEqual(await findings(page), [], `at ${width}, erased`)
        await page.context().close()
      }
    })
  }
}

test('axe finds nothing where the package is off, paused, in trouble or not asked', async () => {
  for (const prepare of [
    () => Object.assign(window.fake, { status: 'off', reason: 'no-wasm' }),
    () => (window.fake.paused = true),
    () => (window.fake.behave.view = () => Promise.reject(new Error('no'))),
    () => (window.fake.banner = {}),
  ]) {
    const page = await panel({ prepare })
    assert.deepEqual(await findings(page), [])
    await page.context().close()
  }
})

test('everything is done with the keyboard alone', async () => {
  const page = await panel()
  /** Tab, or Shift+Tab, to what is called so. */
  const to = async (name, key = 'Tab') => {
    for (let presses = 0; presses < 150; ++presses) {
      if ((await focused(page))?.startsWith(name)) return
      await page.keyboard.press(key)
    }
    assert.fail(`no key comes to ${name}`)
  }
  const press = (...keys) =>
    keys.reduce((done, key) => done.then(() => page.keyboard.press(key)), Promise.resolve())

  await to('Waar dit u tegen')
  await press('Enter')
  await page.locator('details[open]').waitFor()

  await to('Meer: Hoe handig')
  await press('Space')
  await page.locator('.full').waitFor()
  await to('Verbeter: Hoe handig')
  await press('Enter')
  assert.equal(await page.locator('select:focus').count(), 1)
  await press('Escape')
  assert.equal(await focused(page), 'Verbeter: Hoe handig bent u?')
  await press('Enter', 'ArrowDown')
  await to('Bewaar')
  await press('Enter')
  await announced(page, '‘Hoe handig bent u?’ is verbeterd.')
  assert.equal(await focused(page), 'Verbeter: Hoe handig bent u?')

  await to('Vergeet: Graszaad')
  await press('Enter')
  await announced(page, '‘Graszaad schaduw, 2 kg’ is vergeten.')
  await page.locator('.fact', { hasText: 'Graszaad' }).waitFor({ state: 'detached' })
  assert.equal(await focused(page), 'Vergeet: Terracotta pot met schotel')
  await to('Toon alle')
  await press('Enter')
  assert.equal(await focused(page), 'Meer: Grondverf binnen, wit')

  while (!(await page.locator('[name=segment-0]:focus').count())) await press('Tab')
  await press('Space')
  await announced(page, '‘Tuinier’ staat uit.')
  assert.equal(await page.locator('[name=segment-0]:focus').count(), 1)

  await to('Pauzeer')
  await press('Enter')
  await announced(page, 'Gepauzeerd.')
  await page.getByRole('button', { name: 'Ga verder' }).waitFor()
  assert.equal(await focused(page), 'Ga verder')
  await to('Bewaar als bestand')
  const download = page.waitForEvent('download')
  await press('Enter')
  await download
  await to('Kies een bestand')
  const chooser = page.waitForEvent('filechooser')
  await press('Enter')
  const buffer = Buffer.from('{"format":"etalage-profile"}')
  await (await chooser).setFiles({ name: 'a.json', mimeType: 'application/json', buffer })
  await announced(page, 'teruggezet')

  await to('Wissen')
  await press('Enter', 'Tab')
  assert.equal(await focused(page), 'Ja, wis alles')
  await press('Escape')
  assert.equal(await focused(page), 'Wissen')
  await press('Enter', 'Tab', 'Enter')
  await announced(page, 'Alles is gewist.')
  assert.equal(await focused(page), 'Wissen')
  await to('Sluit deze melding')
  await press('Enter')
  await page.locator('.bar').waitFor({ state: 'detached' })
  assert.equal(await focused(page), 'Toon alle 3', 'back to what was before the message')
  await to('Pauzeren, kopie', 'Shift+Tab')
  await press('Enter')
  assert.equal(await focused(page), 'Bewaren of wissen')
  assert.deepEqual(
    (await asked(page)).map(([name]) => name),
    ['correct', 'forget', 'object', 'pause', 'export', 'import', 'erase'],
  )
  assert.deepEqual(page.heard, [])
})

test('Escape is left to the page where nothing is open in the panel', async () => {
  const page = await panel()
  await page.evaluate(() => {
    window.escapes = 0
    document.addEventListener('keydown', ({ key }) => (window.escapes += key === 'Escape'))
  })
  await page.locator('[name=erase]').click()
  await page.keyboard.press('Escape')
  assert.equal(await page.evaluate(() => window.escapes), 0)
  await page.keyboard.press('Escape')
  assert.equal(await page.evaluate(() => window.escapes), 1)
})

test('the same message twice is announced twice', async () => {
  const page = await panel()
  await page.locator('[name=export]').click()
  await announced(page, 'Het bestand is gemaakt.')
  const first = await page.locator('[role=status] span').elementHandle()
  await page.locator('[name=export]').click()
  await page.waitForFunction((span) => !span.isConnected, first)
  await announced(page, 'Het bestand is gemaakt.')
})

test('nothing sticks out from 280 pixels on, nor with letters twice as large', async () => {
  for (const [width, size] of [
    [280, '100%'],
    [320, '100%'],
    [320, '200%'],
    [640, '200%'],
    [1280, '200%'],
  ]) {
    const page = await panel({ width })
    await page.evaluate((large) => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(`body { font-size: ${large} }`)
      document.adoptedStyleSheets = [sheet]
    }, size)
    await openAll(page)
    const out = await page.evaluate(() => {
      const { shadowRoot } = document.querySelector('etalage-privacy')
      const outside = ({ left, right }) => left < -0.5 || right > innerWidth + 0.5
      const texts = [...shadowRoot.querySelectorAll('.panel *, .bar')].filter((element) => {
        const { overflowX } = getComputedStyle(element)
        const cut = element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1
        return outside(element.getBoundingClientRect()) || (overflowX !== 'visible' && cut)
      })
      return [document.documentElement.scrollWidth, texts.map(({ outerHTML }) => outerHTML)]
    })
    assert.deepEqual(out, [width, []], `${width} px, letters of ${size}`)
    await page.context().close()
  }
})

test('what is pressed is large enough, and nothing that has focus is hidden', async () => {
  const page = await panel({ width: 390, hasTouch: true, isMobile: true })
  await openAll(page)
  const sizes = await page.evaluate(() => {
    const { shadowRoot } = document.querySelector('etalage-privacy')
    const pressed = [...shadowRoot.querySelectorAll('button, summary, select, label')]
    return pressed.map((element) => {
      const { width, height } = element.getBoundingClientRect()
      const name = element.getAttribute('aria-label') ?? element.textContent
      return [name || element.name, width, height, element.classList.contains('main')]
    })
  })
  assert.ok(sizes.length > 40)
  for (const [name, width, height, isMain] of sizes) {
    const least = isMain ? 44 : 24
    assert.ok(width >= least && height >= least, `${name}: ${width} x ${height}`)
  }
  await page.locator('etalage-privacy [name=retry], summary').first().focus()
  for (let presses = 0; presses < 80; ++presses) {
    await page.keyboard.press('Tab')
    const hidden = await page.evaluate(() => {
      const element = document.activeElement?.shadowRoot?.activeElement
      if (!element) return false
      const { left, top, width, height } = element.getBoundingClientRect()
      const at = element.getRootNode().elementFromPoint(left + width / 2, top + height / 2)
      return !element.contains(at) && element.outerHTML
    })
    assert.equal(hidden, false)
  }
})

test('without motion, without colours of its own, and from right to left it still works', async () => {
  const page = await panel({
    reducedMotion: 'reduce',
    forcedColors: 'active',
    prepare: () => (window.fake.facts[0].value = 'מזמרה'),
  })
  const seen = await page.evaluate(() => {
    const { shadowRoot } = document.querySelector('etalage-privacy')
    const control = shadowRoot.querySelector('[role=switch]')
    return {
      transition: getComputedStyle(control).transitionDuration,
      on: getComputedStyle(control).backgroundColor,
      thumb: getComputedStyle(control, '::before').backgroundColor,
    }
  })
  assert.equal(seen.transition, '0s')
  assert.notEqual(seen.on, seen.thumb)
  await page.getByRole('switch').first().click()
  await announced(page, 'staat uit')
})
