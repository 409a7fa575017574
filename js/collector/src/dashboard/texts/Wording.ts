// SPDX-FileCopyrightText: The Etalage authors
// SPDX-License-Identifier: Apache-2.0
import type { Answer, MeasureDescription, Words } from '../DashboardData.js'
import type { Language } from '../DashboardQuery.js'
import type { DashboardTexts } from './DashboardTexts.js'
import { possible, type Interval } from '../charts/Interval.js'
import { dutch } from './dutch.js'
import { english } from './english.js'

const texts = { en: english, nl: dutch }
const locales = { en: 'en-GB', nl: 'nl-NL' }

/** Nothing to be shown, as in a cell without a number. */
const nothing = '–'

type Maybe = number | null | undefined

/** The words of the dashboard, and numbers and days as the language writes them. */
export class Wording {
  readonly texts: DashboardTexts
  private readonly _locale: string

  constructor(readonly language: Language) {
    this.texts = texts[language]
    this._locale = locales[language]
  }

  /** What the shop calls it. */
  label(words: Words, name: string): string {
    return words[this.language].trim() || words.en.trim() || words.nl.trim() || name
  }

  answer(answer: Answer): string {
    return this.label(answer, answer.value)
  }

  number(value: Maybe): string {
    return this._format(value, { maximumFractionDigits: 0 })
  }

  /** Of what is known roughly: `9,400,000` */
  rounded(value: number): string {
    return this.number(Number(value.toPrecision(2)))
  }

  /** `1.10` */
  hundredths(value: Maybe): string {
    return this._format(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  }

  /** `1.6`, `3` */
  short(value: Maybe): string {
    return this._format(value, { maximumFractionDigits: 1 })
  }

  /** `41.2%` */
  percent(share: Maybe): string {
    return percentOf(this._tenths(share))
  }

  /** `+12%` */
  change(share: Maybe): string {
    return percentOf(
      this._format(times100(share), { maximumFractionDigits: 0, signDisplay: 'exceptZero' }),
    )
  }

  /** The part of an interval that a share can be in: `10.3–14.0%` */
  range(interval: Interval): string {
    // Where nothing of it is, it is shown as it came out: an empty one would look certain.
    const { low, high } = possible(interval)
    return this.rawRange(low < high ? { low, high } : interval)
  }

  /** The whole of it: `−0.4 to 1.2%` */
  rawRange({ low, high }: Interval): string {
    const between = low < 0 ? ` ${this.texts.to} ` : '–'
    return `${this._tenths(low)}${between}${this.percent(high)}`
  }

  /** Of a difference of shares: `+0.8` */
  points(difference: Maybe): string {
    // Which side of zero it is on matters even where it rounds to zero.
    return this._tenths(difference, { signDisplay: difference === 0 ? 'never' : 'always' })
  }

  /** Its interval: `+0.2 to +1.4` */
  pointsRange(low: Maybe, high: Maybe): string {
    return typeof low === 'number' && typeof high === 'number'
      ? `${this.points(low)} ${this.texts.to} ${this.points(high)}`
      : nothing
  }

  /** Half the width of an interval in points: `0.8` */
  width(half: Maybe): string {
    return this._tenths(half)
  }

  /** How often chance goes so far: `once in 2,500` */
  chance(p: Maybe): string {
    if (typeof p !== 'number' || !Number.isFinite(p)) return nothing
    const { seldom, once, often } = this.texts.chance
    if (p < 1e-6) return seldom(this.number(1e6))
    return p < 0.1 ? once(this.number(Number((1 / p).toPrecision(2)))) : often(this.number(100 * p))
  }

  money(value: Maybe, currency: string): string {
    try {
      return this._format(value, { style: 'currency', currency, maximumFractionDigits: 0 })
    } catch {
      return `${currency} ${this.number(value)}`.trim()
    }
  }

  /** `7 days` */
  days(count: number): string {
    return this._format(count, { style: 'unit', unit: 'day', unitDisplay: 'long' })
  }

  /** `16 November 2026` of `2026-11-16` */
  day(iso: string): string {
    return this._day(iso, { dateStyle: 'long' })
  }

  /** `16 Nov 2026` */
  mediumDay(iso: string): string {
    return this._day(iso, { dateStyle: 'medium' })
  }

  /** `16 Nov` */
  shortDay(iso: string): string {
    return this._day(iso, { day: 'numeric', month: 'short' })
  }

  /** `16–22 November 2026` */
  period(from: string, to: string): string {
    return this._range(from, to, { dateStyle: 'long' })
  }

  /** `31 Aug – 22 Nov 2026` */
  mediumPeriod(from: string, to: string): string {
    return this._range(from, to, { dateStyle: 'medium' })
  }

  /** `16–22 Nov` */
  shortPeriod(from: string, to: string): string {
    return this._range(from, to, { day: 'numeric', month: 'short' })
  }

  /** `ε = 1.10 (ln 3)` */
  epsilon({ epsilon, a, b }: Pick<MeasureDescription, 'epsilon' | 'a' | 'b'>): string {
    const ratio = b === 1 ? this.number(a) : `${this.number(a)}/${this.number(b)}`
    return this.texts.facts.epsilon(this.hundredths(epsilon), ratio)
  }

  private _day(iso: string, options: Intl.DateTimeFormatOptions): string {
    const date = dateOf(iso)
    return date ? this._days(options).format(date) : nothing
  }

  private _range(from: string, to: string, options: Intl.DateTimeFormatOptions): string {
    const [first, last] = [dateOf(from), dateOf(to)]
    if (!first || !last || first > last) return nothing
    return this._days(options).formatRange(first, last)
  }

  private _tenths(share: Maybe, options: Intl.NumberFormatOptions = {}): string {
    // What is a little is not shown as nothing.
    const isSmall = typeof share === 'number' && share !== 0 && Math.abs(share) < 0.0005
    const digits = isSmall && Math.abs(share) >= 0.00005 ? significant : tenths
    return this._format(times100(share), { ...digits, ...options })
  }

  private _format(value: Maybe, options: Intl.NumberFormatOptions): string {
    if (typeof value !== 'number' || !Number.isFinite(value)) return nothing
    // No minus before what is rounded to zero.
    const format = new Intl.NumberFormat(this._locale, { signDisplay: 'negative', ...options })
    return format.format(value).replace('-', '−')
  }

  private _days(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    return new Intl.DateTimeFormat(this._locale, { ...options, timeZone: 'UTC' })
  }
}

const tenths = { minimumFractionDigits: 1, maximumFractionDigits: 1 }
const significant = { maximumSignificantDigits: 1 }

function times100(share: Maybe): Maybe {
  return typeof share === 'number' ? 100 * share : share
}

function percentOf(number: string): string {
  return number === nothing ? nothing : `${number}%`
}

function dateOf(iso: string): Date | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(iso)) return undefined
  const date = new Date(`${iso}T00:00:00Z`)
  return Number.isNaN(date.getTime()) ? undefined : date
}
