// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
//
// An Etalage in memory, in the page: the profile of one shopper of Klaver & Kwast, and what the interface promises about it.
// `calls` is what was asked of it; `behave` replaces any method of the profile for a while.

const day = 86_400_000
const noon = Date.UTC(2026, 10, 22, 12)

const labels = {
  nl: {
    skill: 'Hoe handig bent u?',
    rooms: 'Welke kamers knapt u op?',
    budget: 'Wat wilt u besteden?',
    note: 'Waar bent u naar op zoek?',
    effort: 'Hoe groot is de klus?',
    gardener: ['Tuinier', 'U bekeek 14 tuinproducten in 30 dagen. Daarvoor zijn er 3 nodig.'],
    painter: ['Schilder', 'U bekeek 2 verfproducten in 30 dagen. Daarvoor zijn er 3 nodig.'],
    window: ['Welke etalage u ziet', 'U bent tuinier en geen schilder.'],
    'garden-lover': ['Tip over de tuin', 'U bekeek 14 tuinproducten in 30 dagen.'],
    home: ['De etalage op de voorpagina'],
    recent: ['Onlangs bekeken'],
    interest: ['Kijkt u vooral voor de tuin?'],
    big: 'een grote klus',
    yes: 'ja',
    because: 'U bekeek vaak graszaad en grondverf.',
  },
  en: {
    skill: 'How handy are you?',
    rooms: 'Which rooms are you doing up?',
    budget: 'What would you like to spend?',
    note: 'What are you looking for?',
    effort: 'How big is the job?',
    gardener: ['Gardener', 'You looked at 14 garden products in 30 days. It takes 3.'],
    painter: ['Painter', 'You looked at 2 paint products in 30 days. It takes 3.'],
    window: ['Which window you see', 'You are a gardener and no painter.'],
    'garden-lover': ['Garden tip', 'You looked at 14 garden products in 30 days.'],
    home: ['The window on the front page'],
    recent: ['Recently viewed'],
    interest: ['Do you mostly look for the garden?'],
    big: 'a big job',
    yes: 'yes',
    because: 'You often looked at grass seed and primer.',
  },
}

const titles = [
  'Snoeischaar Bypass 22 cm',
  'Graszaad schaduw, 2 kg',
  'Terracotta pot met schotel',
  'Gieter verzinkt, 9 liter',
  'Plantenvoeding voor tomaten',
  'Lavendel ‘Hidcote’, set van zes',
  'Heggenschaar, telescopisch',
  'Grondverf binnen, wit',
  'Schuurpapier, korrel 120',
  'Tuinhandschoenen, maat M',
  'Vogelhuisje van beukenhout',
  'Kruiwagen met luchtband',
  'Zaaitray met deksel',
  'Compostvat, 320 liter',
]

export class FakeEtalage {
  status = 'on'
  reason = undefined
  calls = []
  behave = {}
  facts = someFacts()
  objected = new Set()
  reports = [
    { name: 'interest', answer: 'yes', epsilon: 1.0986, trueIn100: 75, time: noon - 6 * day },
    { name: 'interest', answer: 'yes', epsilon: 1.0986, trueIn100: 75, time: noon - 37 * day },
  ]
  since = noon - 48 * day
  paused = false
  problem = undefined
  /** What the shop's banner says, and what the shopper refused. */
  banner = { personalise: true, measure: true }
  refused = new Set()
  listeners = new Set()
  manifest = [
    {
      event: 'view_item',
      fields: ['item_id'],
      days: 400,
      usedBy: ['slot home', 'segment gardener'],
    },
    { event: 'purchase', fields: ['item_id', 'transaction_id'], days: 400, usedBy: ['slot home'] },
    { event: 'skill', fields: [], days: 365, usedBy: ['segment gardener'] },
  ]

  /** A shopper who agreed and of whom nothing is known. */
  static empty() {
    const fake = new FakeEtalage()
    Object.assign(fake, { facts: [], reports: [], since: null })
    return fake
  }

  on(name, listener) {
    const entry = { name, listener }
    this.listeners.add(entry)
    return () => this.listeners.delete(entry)
  }

  emit(name) {
    for (const entry of [...this.listeners]) if (entry.name === name) entry.listener()
  }

  consent = {
    fake: this,
    get state() {
      const answer = (purpose) => {
        if (this.fake.refused.has(purpose)) return 'denied'
        return { true: 'granted', false: 'denied' }[this.fake.banner[purpose]] ?? 'unknown'
      }
      return { personalise: answer('personalise'), measure: answer('measure') }
    },
    set: async (choice) => {
      this.calls.push(['consent.set', choice])
      for (const [purpose, on] of Object.entries(choice)) {
        this.refused[on ? 'delete' : 'add'](purpose)
        if (!on && purpose === 'personalise') this.clear()
      }
      this.emit('consent')
    },
  }

  profile = Object.fromEntries(
    Object.entries({
      view: ({ lang = 'nl' } = {}) => this.view(lang),
      correct: (id, value) => {
        const fact = this.facts.find((one) => one.id === id)
        if (!fact || fact.tier !== 'stated') return false
        fact.value = value
        return true
      },
      forget: (id) => {
        this.facts = this.facts.filter((fact) => fact.id !== id)
        return { complete: true, left: [] }
      },
      pause: () => void (this.paused = true),
      resume: () => void (this.paused = false),
      object: (use) => void this.objected.add(use),
      allow: (use) => void this.objected.delete(use),
      export: () => ({
        format: 'etalage-profile',
        version: 1,
        since: this.since,
        facts: this.facts.length,
      }),
      import: (document) =>
        document?.format === 'etalage-profile'
          ? { complete: false, kept: 12, dropped: 3 }
          : { complete: false, kept: 0, dropped: 0, problem: 'malformed: no etalage-profile' },
      erase: () => {
        this.clear()
        const left = this.refused.size > 0 ? ['localStorage: etalage (the refusal itself)'] : []
        return { complete: true, left }
      },
    }).map(([name, method]) => [
      name,
      async (...given) => {
        this.calls.push([name, ...given])
        const answer = await (this.behave[name] ?? method)(...given)
        if (name !== 'view' && name !== 'export') this.emit('change')
        return answer
      },
    ]),
  )

  clear() {
    Object.assign(this, { facts: [], reports: [], since: null, paused: false })
  }

  /** A fresh object each time, as from the real one. */
  view(lang) {
    const words = labels[lang]
    const uses = [
      ['segment', 'gardener', true],
      ['segment', 'painter', false],
      ['decision', 'window', 'garden'],
      ['trigger', 'garden-lover', true],
      ['slot', 'home', null],
      ['slot', 'recent', null],
      ['measure', 'interest', null],
    ].map(([kind, name, value]) => {
      const [label, text = ''] = words[name]
      const use = `${kind} ${name}`
      const known = this.since !== null
      const now = known ? { value, text } : { value: value === true ? false : null, text: '' }
      return { use, kind, name, label, allowed: !this.objected.has(use), ...now }
    })
    return structuredClone({
      since: this.since,
      paused: this.paused,
      facts: this.facts.map((fact) => ({
        ...fact,
        ...(Object.hasOwn(words, fact.name) && { label: words[fact.name] }),
        ...(fact.source === 'rule' && { text: words.because, value: words.big }),
      })),
      uses,
      reports: this.reports.map(({ name, ...report }) => ({
        measure: name,
        label: words[name][0],
        ...report,
        answer: words[report.answer],
      })),
      manifest: this.manifest,
      ...(this.problem && { problem: this.problem }),
    })
  }
}

function someFacts() {
  const seen = (name, title, place, times = 1) => ({
    id: `${name}:${1000 + place}`,
    name,
    value: title,
    item: String(1000 + place),
    tier: 'observed',
    source: 'event',
    times,
    since: noon - (place + 9) * day,
    last: noon - place * day,
    until: noon - place * day + 400 * day,
    purpose: 'personalise',
    usedBy: ['slot home', 'segment gardener', 'metric garden-views'],
  })
  const told = (name, value, more) => ({
    id: `stated:${name}`,
    name,
    value,
    tier: 'stated',
    source: 'answer',
    times: 1,
    since: noon - 20 * day,
    last: noon - 20 * day,
    until: noon + 345 * day,
    purpose: 'personalise',
    usedBy: ['segment gardener'],
    ...more,
  })
  const inCart = seen('cart', 'Kruiwagen met luchtband', 11)
  for (const name of ['times', 'since', 'last', 'until']) delete inCart[name]
  return [
    ...titles.map((title, place) => seen('view_item', title, place, [3, 1, 2][place % 3])),
    seen('add_to_cart', 'Kruiwagen met luchtband', 11),
    seen('purchase', 'Snoeischaar Bypass 22 cm', 0),
    seen('purchase', 'Tuinhandschoenen, maat M', 9, 2),
    inCart,
    told('skill', 'beginner', { choices: ['beginner', 'handy', 'pro'], many: false }),
    told('rooms', ['kitchen', 'hall'], {
      choices: ['kitchen', 'hall', 'attic', 'bath'],
      many: true,
    }),
    told('budget', 250),
    told('note', 'een stille boor'),
    {
      id: 'inferred:effort',
      name: 'effort',
      value: 'big',
      confidence: 0.834,
      tier: 'inferred',
      source: 'rule',
      purpose: 'personalise',
      usedBy: [],
    },
  ]
}
