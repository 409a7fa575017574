// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// The shopper's own panel: what it shows and does, on a page without inline script, inline style or markup made of text.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test, { after, afterEach } from 'node:test'
import { announced, asked, focused, openBrowser } from './panel/panelPage.mjs'

const { bare, panel } = await openBrowser({ after, afterEach })

const text = (page, selector) => page.locator(selector).allInnerTexts()
const row = (page, name) => page.locator('.fact', { hasText: name })

test('a fact is shown with its value, how it is known, since when, until when, how often, why and for what', async () => {
  const page = await panel()
  const told = row(page, 'Hoe handig bent u?')
  assert.match(await told.innerText(), /beginner\s+op 2 nov 2026 · blijft tot 2 nov 2027/)
  const seen = page.locator('[data-group=view_item] .fact').first()
  assert.match(
    await seen.innerText(),
    /^Snoeischaar Bypass 22 cm\s+3 keer · laatst op 22 nov 2026 · blijft tot 27 dec 2027/,
  )
  await seen.getByRole('button', { name: 'Meer: Snoeischaar' }).click()
  const full = await seen.locator('.full').innerText()
  for (const part of [
    /Hoe bekend\s+Uw browser zag het op de pagina’s van deze winkel/,
    /Eerste keer\s+13 november 2026/,
    /Laatste keer\s+22 november 2026/,
    /Hoe vaak\s+3 keer/,
    /Vergeten op\s+27 december 2027/,
    /Waarvoor bewaard\s+Etalage op maat/,
    /Gebruikt door\s+plek ‘De etalage op de voorpagina’, groep ‘Tuinier’ en berekening ‘garden-views’/,
  ]) {
    assert.match(full, part)
  }
  const inferred = row(page, 'een grote klus')
  assert.match(await inferred.innerText(), /83% zeker/)
  await inferred.getByRole('button', { name: 'Meer' }).click()
  assert.match(await inferred.innerText(), /U bekeek vaak graszaad en grondverf/)
  assert.equal(await inferred.locator('[name=forget]').count(), 0, 'it is not kept')
  assert.deepEqual(page.heard, [])
})

test('events, tiers and kinds have names in both languages; unknown ones stay as they are', async () => {
  const prepare = () =>
    window.fake.facts.push({
      ...window.fake.facts[0],
      id: 'x',
      name: 'constructor',
      usedBy: ['oracle x'],
    })
  const headings = async (lang) => {
    const page = await panel({ lang, prepare })
    await row(page, 'Snoeischaar').last().locator('[name=more]').click()
    return [await text(page, '.group > :first-child'), await text(page, '.full')]
  }
  const [nl, fullNl] = await headings('nl')
  assert.deepEqual(
    nl.map((heading) => heading.replace(/ \d+$/, '')),
    [
      'Door u verteld',
      'In uw winkelwagen',
      'Gekocht',
      'Bekeken',
      'In de winkelwagen gelegd',
      'constructor',
      'Afgeleid',
      'Groepen',
      'Keuzes',
      'Momenten',
      'Plekken met producten',
      'Vragen van de winkel',
    ],
  )
  assert.match(fullNl[0], /oracle x/)
  const [en] = await headings('en')
  assert.deepEqual(en.map((heading) => heading.replace(/ \d+$/, '')).slice(0, 5), [
    'Told by you',
    'In your cart',
    'Bought',
    'Viewed',
    'Put in the cart',
  ])
})

test('each state is told, with what can be done', async () => {
  const states = [
    [() => {}, /Uw browser houdt een profiel bij sinds 5 oktober 2026/],
    [() => (window.fake = window.FakeEtalage.empty()), /Er is nog niets van u bekend/],
    [
      () => ((window.fake = window.FakeEtalage.empty()).banner = {}),
      /U hebt nog niet gekozen.*niets bewaard/s,
    ],
    [
      () => ((window.fake = window.FakeEtalage.empty()).banner = { personalise: false }),
      /De etalage op maat staat uit.*niets bewaard/s,
    ],
    [() => (window.fake.paused = true), /gepauzeerd.*komt niets bij/s],
    [() => (window.fake.problem = 'journal: 3 records'), /Niet alles is te zien.*journal: 3/s],
    [
      () => Object.assign(window.fake, { status: 'off', reason: 'no-wasm' }),
      /werkt niet op deze pagina.*Laad de pagina opnieuw.*no-wasm/s,
    ],
  ]
  for (const [prepare, expected] of states) {
    const page = await panel({ prepare })
    assert.match(await page.locator('.head .standing').innerText(), expected)
    const isOff = await page.evaluate(() => window.fake.status === 'off')
    assert.equal(await page.locator('[name=erase]').count(), isOff ? 0 : 1, 'erasing is offered')
    assert.deepEqual(page.heard, [])
    await page.context().close()
  }
})

test('an answer is corrected by choice, by several choices, as a number and as text', async () => {
  const page = await panel()
  const correct = async (name, fill) => {
    await row(page, name).getByRole('button', { name: 'Verbeter' }).click()
    const form = page.locator('form')
    await fill(form)
    await form.getByRole('button', { name: 'Bewaar' }).click()
    await announced(page, 'is verbeterd')
    await form.waitFor({ state: 'detached' })
  }
  await correct('Hoe handig', (form) => form.locator('select').selectOption('pro'))
  await correct('Welke kamers', async (form) => {
    await form.getByLabel('attic').check()
    await form.getByLabel('hall').uncheck()
  })
  await correct('besteden', (form) => form.locator('input').fill('99.5'))
  await correct('op zoek', (form) => form.locator('input').fill('een boor'))
  assert.deepEqual(await asked(page), [
    ['correct', 'stated:skill', 'pro'],
    ['correct', 'stated:rooms', ['kitchen', 'attic']],
    ['correct', 'stated:budget', 99.5],
    ['correct', 'stated:note', 'een boor'],
  ])
  assert.match(await row(page, 'Welke kamers').innerText(), /kitchen en attic/)
  assert.deepEqual(page.heard, [])
})

test('no choice at all is not sent, and an answer that is not taken is told', async () => {
  const page = await panel({ prepare: () => (window.fake.behave.correct = () => false) })
  await row(page, 'Welke kamers').getByRole('button', { name: 'Verbeter' }).click()
  for (const room of ['kitchen', 'hall']) await page.getByLabel(room).uncheck()
  await page.locator('form [type=submit]').click()
  await announced(page, 'Kies minstens één antwoord')
  assert.deepEqual(await asked(page), [])
  await page.getByLabel('bath').check()
  await page.locator('form [type=submit]').click()
  await announced(page, 'kon niet worden bewaard')
})

test('a forgotten fact goes, that is said, and focus is at the next of the kind', async () => {
  const page = await panel()
  const rows = page.locator('[data-group=view_item] .fact')
  await rows.nth(1).locator('[name=forget]').click()
  await announced(page, '‘Graszaad schaduw, 2 kg’ is vergeten.')
  await page.waitForFunction(() => window.fake.facts.length === 22)
  assert.deepEqual(await asked(page), [['forget', 'view_item:1001']])
  await page.locator('.fact', { hasText: 'Graszaad' }).waitFor({ state: 'detached' })
  assert.equal(await focused(page), 'Vergeet: Terracotta pot met schotel')

  const bought = page.locator('[data-group=purchase] .fact')
  await bought.nth(1).locator('[name=forget]').click()
  await page.waitForFunction(() => window.fake.facts.length === 21)
  await announced(page, '‘Tuinhandschoenen, maat M’ is vergeten.')
  await bought.nth(1).waitFor({ state: 'detached' })
  assert.equal(await focused(page), 'Vergeet: Snoeischaar Bypass 22 cm', 'the last of a list')
  await bought.first().locator('[name=forget]').click()
  await bought.first().waitFor({ state: 'detached' })
  assert.equal(await focused(page), 'Wat er bekend is', 'the last of a group')
})

test('what could not be forgotten everywhere is told', async () => {
  const prepare = () =>
    (window.fake.behave.forget = () => ({ complete: false, left: ['IndexedDB: etalage'] }))
  const page = await panel({ prepare })
  await page.locator('[name=forget]').first().click()
  await announced(page, 'niet overal vergeten. Er staat nog: IndexedDB: etalage')
})

test('a use says whether it holds and why, and is switched off and on', async () => {
  const page = await panel()
  const gardener = page.getByRole('switch', { name: 'Tuinier' })
  const rowOf = (name) => page.locator('.switch-row', { has: page.getByRole('switch', { name }) })
  const about = rowOf('Tuinier')
  assert.match(await about.innerText(), /Geldt nu voor u\s+U bekeek 14 tuinproducten/)
  assert.match(await rowOf('Schilder').innerText(), /Geldt nu niet/)
  assert.match(await rowOf('Welke etalage').innerText(), /Nu: garden/)
  await gardener.click()
  await announced(page, '‘Tuinier’ staat uit.')
  await about.getByText('Door u uitgezet').waitFor()
  assert.equal(await gardener.getAttribute('aria-checked'), 'false')
  await gardener.click()
  await announced(page, '‘Tuinier’ staat aan.')
  await about.getByText('Geldt nu voor u').waitFor()
  assert.deepEqual(await asked(page), [
    ['object', 'segment gardener'],
    ['allow', 'segment gardener'],
  ])
})

test('a report is shown as it was sent, with what it cost and how often it is true', async () => {
  const page = await panel()
  assert.equal(
    (await text(page, '.report'))[0].replace(/\n+/g, '\n'),
    'Kijkt u vooral voor de tuin?\nVerstuurd antwoord: ja\n' +
      'Dit antwoord klopt in 75 van de 100 gevallen.\n16 november 2026 · ε = 1,1',
  )
  assert.match(await page.locator('section', { hasText: 'Wat er is verstuurd' }).innerText(), /2,2/)
  const english = await panel({ lang: 'en' })
  assert.match((await text(english, '.report'))[0], /This answer is true in 75 of 100 cases\./)
  const empty = await panel({ prepare: () => (window.fake.reports = []) })
  assert.match(
    await empty.locator('section', { hasText: 'Wat er is verstuurd' }).innerText(),
    /Er is niets verstuurd\./,
  )
})

test('the profile is paused and goes on', async () => {
  const page = await panel()
  await page.getByRole('button', { name: 'Pauzeer', exact: true }).click()
  await announced(page, 'Gepauzeerd. Er komt niets meer bij.')
  await page.locator('.standing', { hasText: 'Uw profiel is gepauzeerd' }).waitFor()
  assert.equal(await focused(page), 'Ga verder')
  await page.getByRole('button', { name: 'Ga verder' }).click()
  await announced(page, 'houdt uw profiel weer bij')
  assert.deepEqual(await asked(page), [['pause'], ['resume']])
})

test('a copy is saved as a file and put back', async () => {
  const page = await panel()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Bewaar als bestand' }).click()
  const file = await download
  assert.match(file.suggestedFilename(), /^etalage-profiel-\d{4}-\d\d-\d\d\.json$/)
  const saved = readFileSync(await file.path(), 'utf8')
  assert.equal(JSON.parse(saved).format, 'etalage-profile')
  await announced(page, 'Het bestand is gemaakt.')

  const put = async (content) => {
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Kies een bestand' }).click()
    const buffer = Buffer.from(content)
    await (await chooser).setFiles({ name: 'a.json', mimeType: 'application/json', buffer })
  }
  await put(saved)
  await announced(page, '12 gegevens zijn teruggezet. 3 gegevens niet')
  await put('{}')
  await announced(page, 'Er is niets bij gekomen: dit bestand kon niet worden gelezen. (malformed')
  await put('no JSON')
  await announced(page, 'dit bestand kon niet worden gelezen.')
  assert.equal((await asked(page)).length, 3, 'what is no JSON is not imported')
  assert.deepEqual(page.heard, [])
})

test('a copy that could not be made is not saved as an empty one', async () => {
  const prepare = () => (window.fake.behave.export = () => ({ events: [], problem: 'no answer' }))
  const page = await panel({ prepare })
  page.on('download', () => assert.fail('a file'))
  await page.locator('[name=export]').click()
  await announced(page, 'Dat is niet gelukt. Probeer het nog eens. (no answer)')
})

test('erasing asks once, in the page, and does nothing until it is answered', async () => {
  const page = await panel()
  page.on('dialog', () => assert.fail('a dialog'))
  await page.locator('[name=erase]').click()
  assert.match(await focused(page), /^Alles wissen\?/)
  await page.getByRole('button', { name: 'Nee, laat staan' }).click()
  assert.equal(await focused(page), 'Wissen')
  await page.locator('[name=erase]').click()
  await page.keyboard.press('Escape')
  assert.equal(await page.locator('.confirm').count(), 0)
  assert.deepEqual(await asked(page), [])

  await page.locator('[name=erase]').click()
  await page.getByRole('button', { name: 'Ja, wis alles' }).click()
  await announced(page, 'Alles is gewist.')
  assert.equal(await focused(page), 'Wissen')
  assert.match(await page.locator('.control .standing').innerText(), /er is niets over/)
  await page.locator('.head .standing', { hasText: 'Uw gegevens zijn gewist.' }).waitFor()
  assert.equal(await page.locator('.fact').count(), 0)
  assert.deepEqual(await asked(page), [['erase']])
})

test('erasing and switching off refuses both purposes first, and tells what is left', async () => {
  const page = await panel()
  await page.locator('[name=eraseOff]').click()
  await page.getByRole('button', { name: 'Ja, wis alles en zet uit' }).click()
  await announced(page, 'Alles is gewist.')
  assert.deepEqual(await asked(page), [
    ['consent.set', { personalise: false, measure: false }],
    ['erase'],
  ])
  assert.match(
    await page.locator('.control .standing').innerText(),
    /Alleen dit blijft staan:\s+localStorage: etalage \(dat u weigerde\)/,
  )
  assert.equal(await page.getByRole('switch', { checked: true, name: 'Meetellen' }).count(), 0)
  assert.equal(await focused(page), 'Wissen en uitzetten')
})

test('an erase that is not complete says so', async () => {
  const prepare = () =>
    (window.fake.behave.erase = () => ({ complete: false, left: ['IndexedDB: etalage'] }))
  const page = await panel({ prepare })
  await page.locator('[name=erase]').click()
  await page.locator('[name=yes]').click()
  await announced(page, 'Niet alles kon worden gewist.')
  assert.match(
    await page.locator('.control .standing').innerText(),
    /Dit staat er nog:\s+IndexedDB: etalage/,
  )
  assert.doesNotMatch(await page.locator('.head .standing').innerText(), /zijn gewist/)
})

test('a purpose is switched off and on; where the shop must be asked that is said', async () => {
  const page = await panel()
  const measure = page.getByRole('switch', { name: 'Meetellen' })
  await measure.click()
  await announced(page, '‘Meetellen’ staat uit.')
  assert.equal(await measure.getAttribute('aria-checked'), 'false')
  await measure.click()
  await announced(page, '‘Meetellen’ staat aan.')
  await page.evaluate(() => (window.fake.banner = { personalise: false, measure: false }))
  await page.evaluate(() => window.fake.emit('consent'))
  await page.getByText('Zo nodig opent dat vanzelf.').waitFor()
  await measure.click()
  await announced(page, 'Zeg ook ja in het toestemmingsvenster van de winkel.')
  assert.equal(await measure.getAttribute('aria-checked'), 'false')
})

test('a change leaves alone what is the same: nothing moves, what is open and typed stays', async () => {
  const page = await panel()
  await page.locator('[name=more]').first().click()
  await page.locator('summary').first().click()
  await row(page, 'op zoek').getByRole('button', { name: 'Verbeter' }).click()
  await page.locator('form input').fill('half getyp')
  await page.evaluate(() => {
    const { shadowRoot } = document.querySelector('etalage-privacy')
    window.changed = []
    new MutationObserver((records) => window.changed.push(...records)).observe(shadowRoot, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    })
    window.shifts = []
    new PerformanceObserver((list) => window.shifts.push(...list.getEntries())).observe({
      type: 'layout-shift',
    })
  })
  const change = (how) =>
    page.evaluate(async (source) => {
      const views = () => window.fake.calls.filter(([name]) => name === 'view').length
      const before = views()
      if (source === 'times') window.fake.facts[0].times = 44
      if (source === 'order') window.fake.facts.reverse()
      window.fake.emit('change')
      while (views() === before) await new Promise(requestAnimationFrame)
      await new Promise(requestAnimationFrame)
      await new Promise(requestAnimationFrame)
      return [window.changed.splice(0).length, window.shifts.length]
    }, how)
  assert.deepEqual(await change('same'), [0, 0])
  assert.deepEqual(await change('times'), [1, 0])
  assert.deepEqual(await change('order'), [0, 0], 'rows keep their places while they are looked at')
  assert.equal(await page.locator('form input').inputValue(), 'half getyp')
  assert.equal(
    await page.evaluate(() => document.activeElement.shadowRoot.activeElement.value),
    'half getyp',
  )
  assert.equal(await page.locator('.full').count(), 1)
  assert.equal(await page.locator('details[open]').count(), 1)
})

test('texts of shop and shopper stay texts, whatever is in them', async () => {
  const page = await panel({
    prepare: () => {
      const evil = '<img src=x onerror="window.hit = 1"><script>window.hit = 1</script>'
      const { fake } = window
      for (const fact of fake.facts) fact.value = Array.isArray(fact.value) ? [evil] : evil
      Object.assign(fake.facts[0], { id: '"]; evil', name: '__proto__', usedBy: [evil, ''] })
      Object.assign(fake.facts[1], { since: 1e99, last: NaN, until: -Infinity })
      fake.facts[2].value = 'שלום "]}{ \u202E мир '
      fake.facts[3].value = 'x'.repeat(20_000)
      delete fake.facts[4].usedBy
      delete fake.facts[4].purpose
      fake.facts[5].value = ''
      fake.facts.push({ ...fake.facts[6] }, { ...fake.facts[6] })
      fake.reports[0].time = 9e99
      fake.manifest[0].event = evil
      const { view } = fake
      fake.view = (lang) => {
        const seen = view.call(fake, lang)
        for (const use of seen.uses) use.label = use.text = evil
        return seen
      }
    },
  })
  for (const more of await page.locator('[name=more]').all()) await more.click()
  await page.locator('[name=fold]').first().click()
  assert.equal(await page.locator('etalage-privacy img, etalage-privacy script').count(), 0)
  assert.equal(await page.evaluate(() => window.hit), undefined)
  assert.ok((await text(page, '.fact')).some((fact) => fact.includes('Zonder verdere gegevens')))
  assert.equal(
    await page.evaluate(() => document.documentElement.scrollWidth),
    1280,
    'long words wrap',
  )
  assert.deepEqual(page.heard, [])
})

test('an instance that rejects, throws or gives nonsense is a problem on the panel, never an error', async () => {
  const broken = [
    () => (window.fake.behave.view = () => Promise.reject(new Error('no'))),
    () => (window.fake.profile.view = undefined),
    () => (window.fake.behave.view = () => null),
    () => (window.fake.behave.view = () => ({ facts: [null] })),
    () => (window.fake.consent = undefined),
  ]
  for (const prepare of broken) {
    const page = await panel({ prepare })
    const standing = page.locator('.head .standing')
    assert.match(await standing.innerText(), /konden niet worden gelezen/, String(prepare))
    assert.deepEqual(page.heard, [], String(prepare))
    await page.context().close()
  }
  const page = await panel({
    prepare: () => {
      for (const name of Object.keys(window.fake.profile)) {
        if (name !== 'view') window.fake.behave[name] = () => Promise.reject(new Error('no'))
      }
      window.fake.consent.set = () => Promise.reject(new Error('no'))
    },
  })
  for (const name of ['personalise', 'forget', 'segment-0', 'pause', 'export']) {
    await page.locator('.close').or(page.locator('[name=erase]')).first().waitFor()
    if (await page.locator('.close').count()) await page.locator('.close').click()
    await page.locator(`[name=${name}]`).first().click()
    await announced(page, 'Dat is niet gelukt.')
  }
  await page.locator('[name=eraseOff]').click()
  await page.locator('[name=yes]').click()
  await announced(page, 'Dat is niet gelukt.')
  assert.deepEqual(page.heard, [])
})

test('an instance that never answers, or never comes, is a problem after a while', async () => {
  const page = await bare()
  await page.clock.install()
  await page.evaluate(async () => {
    window.fake.behave.view = () => new Promise(() => {})
    const etalage = document.querySelector('etalage-privacy')
    await import('/elements.js')
    etalage.etalage = window.fake
    document.body.append(Object.assign(document.createElement('etalage-privacy'), { id: 'lone' }))
  })
  await page.clock.runFor(9_000)
  const standing = page.locator('.head .standing')
  await standing.first().getByText('Uw browser geeft nog geen antwoord.').waitFor()
  assert.match(await standing.last().innerText(), /werkt niet op deze pagina/)
  await page.evaluate(() => (window.fake.behave = { erase: () => new Promise(() => {}) }))
  await standing.getByRole('button', { name: 'Probeer opnieuw' }).click()
  await standing.first().getByText('Uw browser houdt een profiel bij').waitFor()
  await page.locator('[name=erase]').click()
  await page.locator('[name=yes]').click()
  await page.clock.runFor(9_000)
  await announced(page, 'Uw browser gaf geen antwoord.')
  assert.deepEqual(page.heard, [])
})

test('the panel finds the instance of the page, whenever that comes, and another one after it', async () => {
  const page = await bare()
  await page.evaluate(() => import('/elements.js'))
  await page.locator('.standing', { hasText: 'Uw gegevens worden gelezen.' }).waitFor()
  const publish = (make) =>
    page.evaluate((name) => {
      globalThis[Symbol.for('etalage')] =
        name === 'empty' ? window.FakeEtalage.empty() : window.fake
      document.dispatchEvent(new Event('etalage'))
    }, make)
  await publish('full')
  await page.locator('.standing', { hasText: 'Uw browser houdt een profiel bij' }).waitFor()
  await publish('empty')
  await page.locator('.standing', { hasText: 'Er is nog niets van u bekend' }).waitFor()
  assert.equal(await page.evaluate(() => window.fake.listeners.size), 0)
})

test('an instance and attributes that were set before the element was defined count', async () => {
  const page = await bare()
  await page.evaluate(async () => {
    const element = document.querySelector('etalage-privacy')
    element.etalage = window.fake
    element.lang = 'en'
    element.setAttribute('heading-level', '1')
    await import('/elements.js')
  })
  await page.getByRole('heading', { level: 1, name: 'What your browser knows about you' }).waitFor()
  await page.getByRole('heading', { level: 2, name: 'What is known' }).waitFor()
  await page.getByRole('heading', { level: 3, name: 'Told by you' }).waitFor()
  await page.evaluate(() =>
    document.querySelector('etalage-privacy').setAttribute('heading-level', 'x'),
  )
  await page.getByRole('heading', { level: 2, name: 'What your browser knows about you' }).waitFor()
})

test('the language is that of the element, else of the document, whenever it changes', async () => {
  const page = await panel({ lang: 'nl-BE' })
  await page.evaluate(() => (document.documentElement.lang = 'fr'))
  await page.locator('.fact', { hasText: 'How handy are you?' }).waitFor()
  assert.equal(await page.locator('.panel').getAttribute('lang'), 'en')
  await page.evaluate(() => (document.querySelector('etalage-privacy').lang = 'nl'))
  await page.locator('.fact', { hasText: 'Hoe handig bent u?' }).waitFor()
  assert.equal(await page.locator('.head h2').innerText(), 'Wat uw browser van u weet')
})

test('two panels show one profile; one that is moved goes on, one that is removed lets go', async () => {
  const page = await panel({ body: '<etalage-privacy></etalage-privacy><div id="aside"></div>' })
  await page.evaluate(() => {
    const second = document.createElement('etalage-privacy')
    second.etalage = window.fake
    document.querySelector('#aside').append(second)
  })
  const skills = page.locator('.fact', { hasText: 'Hoe handig' })
  await skills.nth(1).waitFor()
  await skills.first().locator('[name=forget]').click()
  await skills.first().waitFor({ state: 'detached' })
  assert.equal(await skills.count(), 0, 'gone from both')

  const listeners = () => page.evaluate(() => window.fake.listeners.size)
  const two = await listeners()
  await page.evaluate(() => {
    const first = document.querySelector('etalage-privacy')
    document.querySelector('#aside').append(first)
    window.fake.facts.shift()
    window.fake.emit('change')
  })
  assert.equal(await listeners(), two)
  await page.waitForFunction(() =>
    [...document.querySelectorAll('etalage-privacy')].every(
      ({ shadowRoot }) => !shadowRoot.textContent.includes('3 keer · laatst op 22 nov'),
    ),
  )
  await page.evaluate(() => document.querySelector('#aside').replaceChildren())
  assert.equal(await listeners(), 0)
  await page.evaluate(() => window.fake.emit('change'))
  assert.deepEqual(page.heard, [])
})

test('a panel that is not shown reads nothing, and catches up when it is', async () => {
  const page = await bare({ body: '<div hidden><etalage-privacy></etalage-privacy></div>' })
  await page.evaluate(async () => {
    await import('/elements.js')
    document.querySelector('etalage-privacy').etalage = window.fake
    for (let i = 0; i < 100; ++i) window.fake.emit('change')
    await new Promise(requestAnimationFrame)
  })
  assert.deepEqual(await page.evaluate(() => window.fake.calls), [])
  await page.evaluate(() => (document.querySelector('div').hidden = false))
  await page.locator('.fact').first().waitFor()
  await page.evaluate(async () => {
    for (let i = 0; i < 100; ++i) window.fake.emit('change')
    await new Promise(requestAnimationFrame)
  })
  assert.ok((await page.evaluate(() => window.fake.calls.length)) <= 4, 'a burst is read once')
})

test('of two thousand facts a few are shown, and more when they are asked for', async () => {
  const page = await panel({
    prepare: () => {
      const [one] = window.fake.facts
      window.fake.facts = Array.from({ length: 2_000 }, (_, i) => ({
        ...one,
        id: `view_item:${i}`,
        value: `Product ${i}`,
      }))
    },
  })
  const rows = page.locator('.fact')
  assert.equal(await rows.count(), 6)
  const fold = page.locator('[name=fold]')
  assert.equal(await fold.innerText(), 'Toon er nog 200')
  await fold.click()
  assert.equal(await rows.count(), 206)
  assert.equal(await focused(page), 'Meer: Product 6')
  while ((await fold.innerText()) !== 'Toon minder') await fold.click()
  assert.equal(await rows.count(), 2_000)
  await rows.nth(1_500).locator('[name=forget]').click()
  await announced(page, '‘Product 1500’ is vergeten.')
  await page.waitForFunction(() => window.fake.facts.length === 1_999)
  await rows.nth(1_999).waitFor({ state: 'detached' })
  assert.equal(await focused(page), 'Vergeet: Product 1501')
  await fold.click()
  assert.equal(await rows.count(), 6)
})

test('the panel is in the colours and letters of the shop, whatever the shop calls them itself', async () => {
  const body = '<etalage-privacy class="dressed"></etalage-privacy>'
  const page = await panel({ body, reducedMotion: 'reduce' })
  const seen = await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`
      :root { --ink: #402010; --paper: #fff8f0; --accent: #006040; --round: 9px }
      .dressed {
        --etalage-ink: var(--ink);
        --etalage-paper: var(--paper);
        --etalage-accent: var(--accent);
        --etalage-on-accent: #fffffe;
        --etalage-warning: #800020;
        --etalage-radius: var(--round);
        --etalage-heading-font: Georgia;
        font-family: Verdana;
      }`)
    document.adoptedStyleSheets = [sheet]
    const { shadowRoot } = document.querySelector('etalage-privacy')
    shadowRoot.querySelector('[name=erase]').click()
    const styleOf = (selector, pseudo) =>
      getComputedStyle(shadowRoot.querySelector(selector), pseudo)
    return {
      ink: styleOf('.lead').color,
      paper: getComputedStyle(document.querySelector('etalage-privacy')).backgroundColor,
      accent: styleOf('[role=switch]').backgroundColor,
      onAccent: styleOf('[role=switch]', '::before').backgroundColor,
      warning: styleOf('[name=yes]').backgroundColor,
      radius: styleOf('[name=yes]').borderRadius,
      heading: styleOf('h2').fontFamily,
      text: styleOf('.lead').fontFamily,
      line: styleOf('section').borderTopStyle,
    }
  })
  assert.deepEqual(seen, {
    ink: 'rgb(64, 32, 16)',
    paper: 'rgb(255, 248, 240)',
    accent: 'rgb(0, 96, 64)',
    onAccent: 'rgb(255, 255, 254)',
    warning: 'rgb(128, 0, 32)',
    radius: '9px',
    heading: 'Georgia',
    text: 'Verdana',
    line: 'solid',
  })
})

test('what is switched off can be switched off before anybody agreed, and nothing is said to apply', async () => {
  const page = await panel({ prepare: () => (window.fake.banner = {}) })
  const uses = page.locator('section', { hasText: 'Wat ermee gebeurt' })
  assert.match(await uses.innerText(), /De etalage op maat is niet aan/)
  assert.doesNotMatch(await uses.innerText(), /Geldt nu|U bekeek/)
  await page.getByRole('switch', { name: 'Tuinier' }).click()
  await uses.getByText('Door u uitgezet').waitFor()
})
